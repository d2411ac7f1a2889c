/** What people read of imports: their progress and summary, their history, files that failed, are gone or stand twice. */
export const ledgerWords = {
  // ---- while it goes on
  progress: {
    zh: '导入 {done}/{total}（{percent}%） {rate} 个/秒{left} {counts} │ {path}',
    en: 'Import {done}/{total} ({percent}%) {rate} files/s{left} {counts} │ {path}',
  },
  progressLeft: { zh: ' 约剩 {time}', en: ' about {time} left' },
  days: { zh: '{days} 天 {hours} 小时', en: '{days} d {hours} h' },
  hours: { zh: '{hours} 小时 {minutes} 分', en: '{hours} h {minutes} min' },
  minutes: { zh: '{minutes} 分 {seconds} 秒', en: '{minutes} min {seconds} s' },
  seconds: { zh: '{seconds} 秒', en: '{seconds} s' },

  // ---- at its end
  importDone: { zh: '导入完成：共 {total} 个文件。{counts}', en: 'Imported: {total} files. {counts}' },
  importStopped: {
    zh: '已中断：{total} 个文件中处理了 {done} 个。{counts}再次运行同一命令即可继续。',
    en: 'Stopped: {done} of {total} files done. {counts} Run the same command again to go on.',
  },
  importFindings: { zh: '发现：{counts}', en: 'Findings: {counts}' },
  importNotRetried: {
    zh: '其中 {count} 个文件上次已因自身原因未能读取，没有重读；gouji retry（或 --retry）可重读。',
    en: '{count} of them failed before, for reasons of their own, and were not read again; gouji retry (or --retry) reads them.',
  },
  importUnopened: { zh: '没有打开（按种类）：{counts}', en: 'Not opened, by kind: {counts}' },
  importGone: {
    zh: '已不在原处的文件 {files} 个，其中移到别处 {moved} 个；所存内容保留，不再列出。',
    en: '{files} known files are no more where they were, {moved} of them moved; what was stored is kept and no longer listed.',
  },
  importLeftOut: {
    zh: '按 --include、--exclude 未取的文件和文件夹 {count} 个。',
    en: '{count} files and folders were left out by --include and --exclude.',
  },
  importErrors: {
    zh: '未读的文件及原因：gouji errors{db}；重读这些文件：gouji retry{db}',
    en: 'To see what was not read and why: gouji errors{db}; to read just those again: gouji retry{db}',
  },
  importNext: { zh: '查看发现：gouji findings{db}', en: 'To see the findings: gouji findings{db}' },
  moreTroubles: {
    zh: '……另有 {count} 个文件，见 gouji errors。',
    en: '… and {count} more: see gouji errors.',
  },
  wouldRead: { zh: '将读取', en: 'would be read' },
  wouldOpen: { zh: '将打开的压缩包', en: 'would be opened (archive)' },
  dryRunDone: {
    zh: '试运行：共 {total} 个文件，{bytes}。{counts}未作任何改动。',
    en: 'Dry run: {total} files, {bytes}. {counts} Nothing was changed.',
  },
  nothingToRetry: { zh: '没有需要重读的文件。', en: 'There is nothing to read again.' },

  // ---- imports that were
  runningRun: { zh: '进行中', en: 'going on' },
  finished: { zh: '完成', en: 'finished' },
  stopped: { zh: '已中断', en: 'stopped' },
  interrupted: { zh: '意外中止', en: 'interrupted' },
  noRuns: { zh: '还没有导入过。', en: 'Nothing was imported yet.' },
  runLine: {
    zh: '第 {run} 次导入：{ended}，{started} 起，用时 {time}。{counts}',
    en: 'Import {run}: {ended}, from {started}, {time}. {counts}',
  },
  runPaths: { zh: '  路径：{paths}', en: '  Paths: {paths}' },
  runBy: {
    zh: '  gouji {version}，规则 {rules}，选项 {options}',
    en: '  gouji {version}, rules {rules}, options {options}',
  },
  runRate: {
    zh: '  速度：每秒 {rate} 个文件、{bytes}；读取共用处理器时间 {time}',
    en: '  Rate: {rate} files and {bytes} a second; reading took {time} of processor time',
  },
  runLeft: {
    zh: '  还剩 {left} 个文件（共找到 {files} 个）；再次运行同一命令即可继续：',
    en: '  {left} files are left of the {files} that were found; the same command goes on with them:',
  },
  runSlowest: { zh: '  最慢的文件：', en: '  Slowest files:' },
  runUnopened: { zh: '  没有打开（按种类）：{counts}', en: '  Not opened, by kind: {counts}' },
  moreLines: { zh: '    ……另有 {count} 个', en: '    … and {count} more' },
  filesNow: { zh: '全部文件的现状：{counts}', en: 'All files as they are now: {counts}' },
  filesUnopened: { zh: '没有打开（按种类）：{counts}', en: 'Not opened, by kind: {counts}' },

  // ---- files that failed
  errorGroup: { zh: '{code}（{state}）：{count} 个文件', en: '{code} ({state}): {count} files' },
  errorsTotal: {
    zh: '共 {count} 个文件。重读这些文件：gouji retry{db}',
    en: '{count} files. To read just those again: gouji retry{db}',
  },
  filesTotal: { zh: '共 {count} 个文件。', en: '{count} files.' },
  noErrors: { zh: '没有未读的文件。', en: 'No file is unread.' },
  errorsMissing: {
    zh: '另有 {count} 个文件已不在原处，用 --code FILE_GONE、FILE_MOVED 列出。',
    en: '{count} more files are gone: --code FILE_GONE and FILE_MOVED list them.',
  },

  // ---- files that stand twice
  sameBytes: { zh: '内容完全相同：', en: 'The same bytes: ' },
  sameReport: { zh: '同一报告的不同文件：', en: 'Different files of one report: ' },
  editionLine: { zh: '  第 {edition} 版 {path}', en: '  edition {edition}  {path}' },
  duplicatesTotal: {
    zh: '内容相同的 {same} 组；同一报告有多个文件的 {reports} 份。',
    en: '{same} contents stand in several places; {reports} reports in several different files.',
  },
} as const;
