/** Every code that gouji can say of a file, a store, a rule or a command: one list, words in both languages.
 *  `{name}` stands for a parameter. A message names the thing, says what was met, then what to do. */
export type Language = 'zh' | 'en';
export type Level = 'info' | 'warning' | 'error';

interface Entry {
  readonly level: Level;
  readonly zh: string;
  readonly en: string;
  /** Words for parameters that are keys: parameter, key, words. */
  readonly terms?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<Language, string>>>>>>;
}

export const catalogue = {
  // ---- what became of a file
  FILE_NOT_FOUND: {
    level: 'error',
    zh: '没有找到 {path}。请核对路径。',
    en: '{path} does not exist. Check the path.',
  },
  FILE_UNREADABLE: {
    level: 'error',
    zh: '{path} 打不开（{reason}）。请检查读取权限后重试。',
    en: '{path} cannot be opened ({reason}). Check that you may read it, then retry.',
  },
  FILE_EMPTY: {
    level: 'error',
    zh: '{file} 是空文件（0 字节）。请重新取得原件。',
    en: '{file} is empty (0 bytes). Get the original again.',
  },
  FILE_TOO_LARGE: {
    level: 'error',
    zh: '{file} 有 {bytes} 字节，超过上限 {limit}。请拆分后再读。',
    en: '{file} has {bytes} bytes, over the limit of {limit}. Split it and retry.',
  },
  FILE_ENCRYPTED: {
    level: 'error',
    zh: '{file} 设有打开密码。请另存一份无密码的副本再读。',
    en: '{file} needs a password to open. Save a copy without one and retry.',
  },
  FILE_DAMAGED: {
    level: 'error',
    zh: '{file} 已损坏，无法读取（{reason}）。请重新取得原件。',
    en: '{file} is damaged and cannot be read ({reason}). Get the original again.',
  },
  FILE_PART_LOST: {
    level: 'warning',
    zh: '{file} 部分内容已损坏（{reason}），其余照常读出。请对照原件。',
    en: 'A part of {file} is damaged ({reason}); the rest was read. Compare with the original.',
  },
  TYPE_UNSUPPORTED: {
    level: 'error',
    zh: '{file} 的实际类型是 {type}，不是可读的报告格式。请另存为 DOCX、PDF 或纯文本。',
    en: '{file} is really {type}, not a report format that can be read. Save it as DOCX, PDF or plain text.',
  },
  TYPE_MISNAMED: {
    level: 'info',
    zh: '{file} 的扩展名与内容不符，已按 {type} 读取。',
    en: '{file} is not what its extension says; it was read as {type}.',
  },
  ENCODING_DOUBTFUL: {
    level: 'warning',
    zh: '{file} 的文字编码按 {encoding} 读取，有 {count} 处无法识别的字符。请用 UTF-8 另存后重读。',
    en: '{file} was read as {encoding} with {count} characters that make no sense. Save it as UTF-8 and retry.',
  },
  LIMIT_EXCEEDED: {
    level: 'error',
    zh: '{file} 超过{limit}上限（{met}），已停止读取。',
    en: '{file} went over the limit for {limit} ({met}); reading stopped.',
  },
  TIME_EXCEEDED: {
    level: 'error',
    zh: '{file} 读取超过 {seconds} 秒，已停止。请拆分后再读，或用 --timeout 放宽时限。',
    en: '{file} took more than {seconds} s to read and was stopped. Split it, or allow more with --timeout.',
  },
  MEMORY_EXCEEDED: {
    level: 'error',
    zh: '{file} 读取所需内存超过 {megabytes} MB，已停止。请拆分后再读，或用 --max-memory 放宽。',
    en: '{file} needed more than {megabytes} MB of memory and was stopped. Split it, or allow more with --max-memory.',
  },
  READER_DIED: {
    level: 'error',
    zh: '读取 {file} 的进程两次意外退出（{reason}），该文件未读。请把文件反馈给我们。',
    en: 'The process reading {file} died twice ({reason}); the file was not read. Please report it with the file.',
  },
  XML_DOCTYPE: {
    level: 'error',
    zh: '{file} 的 {part} 含有 DOCTYPE 声明，出于安全不予读取。',
    en: '{part} in {file} has a DOCTYPE, which is not read for safety.',
  },
  NO_TEXT_LAYER: {
    level: 'warning',
    zh: '{file} 没有文字层（多半是扫描件），没有读出文字。请先做文字识别。',
    en: '{file} has no text layer (most likely a scan): no words were read. Run text recognition first.',
  },
  PAGE_NO_TEXT: {
    level: 'warning',
    zh: '第 {page} 页没有文字层（多半是扫描页），该页未读。',
    en: 'Page {page} has no text layer (most likely a scan) and was not read.',
  },
  PAGE_UNRELIABLE: {
    level: 'warning',
    zh: '第 {page} 页的文字层不可信（{reason}），该页的数字只作参考。',
    en: 'The text layer of page {page} cannot be trusted ({reason}); its figures are for orientation only.',
  },
  PAGE_FAILED: {
    level: 'warning',
    zh: '第 {page} 页读取失败（{reason}），其余各页照常读出。',
    en: 'Page {page} could not be read ({reason}); the other pages were.',
  },
  TABLE_TOO_WIDE: {
    level: 'warning',
    zh: '表 {table} 有 {columns} 列，超过 {limit} 列：未查找各行的横向合计，其余照常核对。如需核对请拆分该表。',
    en: 'Table {table} has {columns} columns, over {limit}: no totals along its rows were looked for; all else was checked. Split it to have them checked.',
  },
  NO_FIGURES: {
    level: 'info',
    zh: '{file} 中没有可核对的数字。',
    en: '{file} holds no figures to check.',
  },
  TRACKED_CHANGES: {
    level: 'info',
    zh: '{file} 带有修订标记（插入 {inserted} 处、删除 {deleted} 处），按接受修订后的文字读取。',
    en: '{file} has tracked changes ({inserted} inserted, {deleted} deleted); it was read as if all were accepted.',
  },
  PART_IGNORED: {
    level: 'info',
    zh: '{file} 含有未读取的内容：{what}（{count} 处）。',
    en: '{file} holds content that is not read: {what} ({count}).',
    terms: {
      what: {
        pictures: { zh: '图片', en: 'pictures' },
        charts: { zh: '图表', en: 'charts' },
        diagrams: { zh: 'SmartArt 图形', en: 'SmartArt diagrams' },
        sheets: { zh: '嵌入的电子表格', en: 'embedded spreadsheets' },
        formulas: { zh: '公式对象', en: 'formula objects' },
        objects: { zh: '嵌入的文件或对象', en: 'embedded files or objects' },
        comments: { zh: '批注', en: 'comments' },
        imports: { zh: '引入的外部文档', en: 'imported documents' },
        symbols: { zh: '无法辨认的符号', en: 'unknown symbols' },
        struck: { zh: '带删除线的文字', en: 'struck-out text' },
      },
    },
  },
  NOTE_MISSING: {
    level: 'warning',
    zh: '{file} 的正文引用了 {count} 条脚注或尾注，文件中却没有其内容。请对照原件。',
    en: '{file} refers to {count} footnotes or endnotes that it does not hold. Compare with the original.',
  },
  ARCHIVE_OPENED: {
    level: 'info',
    zh: '{file} 是压缩包，内有 {count} 个文件，已逐个读取。',
    en: '{file} is an archive; the {count} files in it were taken one by one.',
  },
  ARCHIVE_DAMAGED: {
    level: 'warning',
    zh: '{file} 是损坏的压缩包（目录丢失）；找到其中 {count} 个文件，已逐个读取。请与原件核对。',
    en: '{file} is a damaged archive (directory lost); {count} files were found in it and taken. Compare with the original.',
  },
  PATH_SKIPPED: {
    level: 'info',
    zh: '{path} 不是报告文件，已跳过。',
    en: '{path} is no report file and was skipped.',
  },
  LINK_SKIPPED: {
    level: 'warning',
    zh: '{path} 是符号链接，未跟随。需要时请直接写出它指向的文件。',
    en: '{path} is a symbolic link and was not followed. Name the file that it points to if you want it.',
  },
  SPECIAL_SKIPPED: {
    level: 'warning',
    zh: '{path} 不是普通文件（{type}），未打开。',
    en: '{path} is no ordinary file ({type}) and was not opened.',
  },

  // ---- the store
  STORE_NOT_FOUND: {
    level: 'error',
    zh: '没有找到数据库 {path}。请先运行 gouji import，或用 --db 指明位置。',
    en: 'There is no database at {path}. Run gouji import first, or name another with --db.',
  },
  STORE_NOT_GOUJI: {
    level: 'error',
    zh: '{path} 不是 gouji 的数据库，未作任何改动。请用 --db 指定别的文件。',
    en: '{path} is not a gouji database; nothing was changed. Name another file with --db.',
  },
  STORE_NEWER: {
    level: 'error',
    zh: '{path} 由更新版本的 gouji 建立（结构版本 {found}，本程序支持到 {supported}），未作任何改动。请升级 gouji。',
    en: '{path} was made by a newer gouji (schema {found}, this one knows {supported}); nothing was changed. Upgrade gouji.',
  },
  STORE_UNWRITABLE: {
    level: 'error',
    zh: '{path} 无法写入（{reason}）。请检查目录权限或磁盘空间。',
    en: '{path} cannot be written ({reason}). Check permissions and free space.',
  },
  STORE_BUSY: {
    level: 'error',
    zh: '{path} 正被别的程序占用，等待 {seconds} 秒后放弃。请稍后重试。',
    en: '{path} is locked by another program; gave up after {seconds} s. Retry later.',
  },
  STORE_CORRUPT: {
    level: 'error',
    zh: '{path} 已损坏（{reason}）。请从备份恢复，或删除后重新导入。',
    en: '{path} is corrupt ({reason}). Restore a backup, or delete it and import again.',
  },
  DOCUMENT_UNKNOWN: {
    level: 'error',
    zh: '数据库中没有与“{document}”对应的文档。用 gouji findings 查看已有文档。',
    en: 'No document in the database matches “{document}”. See gouji findings for what is there.',
  },
  DOCUMENT_AMBIGUOUS: {
    level: 'error',
    zh: '“{document}”对应 {count} 份文档：{matches}。请写得更完整。',
    en: '“{document}” matches {count} documents: {matches}. Say more of it.',
  },
  FINDING_UNKNOWN: {
    level: 'error',
    zh: '数据库中没有编号为“{finding}”的发现。用 gouji findings -f csv 查看编号。',
    en: 'No finding in the database has the id “{finding}”. gouji findings -f csv shows the ids.',
  },
  FINDING_AMBIGUOUS: {
    level: 'error',
    zh: '“{finding}”对应 {count} 处发现：{matches}。请写出更多位编号，或用 --document 指明文档。',
    en: '“{finding}” matches {count} findings: {matches}. Write more of the id, or name the document with --document.',
  },
  REVIEW_CHANGED: {
    level: 'error',
    zh: '发现 {finding} 在第 {seen} 号记录之后又有人处理（现为第 {last} 号），未作任何改动。请查看后再决定。',
    en: 'Someone reviewed finding {finding} after event {seen} (now {last}); nothing was changed. Look again, then decide.',
  },
  NOTHING_TO_UNDO: {
    level: 'error',
    zh: '发现 {finding} 没有可撤销的处理记录。',
    en: 'There is nothing to undo for finding {finding}.',
  },

  BASELINE_INVALID: {
    level: 'error',
    zh: '基线文件 {path} 第 {line} 行不是发现的清单。请用 findings -f json 或 check --json 的输出。',
    en: 'Baseline {path}, line {line}, is no list of findings. Use the output of findings -f json or of check --json.',
  },

  // ---- rules and command line
  RULE_INVALID: {
    level: 'error',
    zh: '规则文件 {file} 第 {line} 行有误：{issue}。',
    en: 'Rule file {file}, line {line}: {issue}.',
  },
  RULES_MISSING: {
    level: 'error',
    zh: '{path} 中没有规则：应有 checks/ID.yaml 或 metrics/名称.yaml。',
    en: '{path} holds no rules: checks/ID.yaml or metrics/NAME.yaml is expected.',
  },
  RULE_UNKNOWN: {
    level: 'error',
    zh: '没有名为“{rule}”的规则。{suggestion}用 gouji rules 查看全部规则。',
    en: 'There is no rule “{rule}”. {suggestion}gouji rules lists them all.',
  },
  USAGE: {
    level: 'error',
    zh: '命令写法有误：{issue} 用 gouji --help 查看用法。',
    en: '{issue} See gouji --help.',
  },
  INTERNAL: {
    level: 'error',
    zh: 'gouji 自身出错（{reason}）。请把这条信息连同文件 {file} 一并反馈。',
    en: 'gouji itself failed ({reason}). Please report this together with {file}.',
  },
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;
export const codes = Object.keys(catalogue) as readonly Code[];

/** Names between braces in a template: `'{a} of {b}'` gives `'a' | 'b'`. */
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
export type Params<C extends Code> = { readonly [K in Names<(typeof catalogue)[C]['zh']>]: string | number };

/** Puts parameters into a template; a name without a parameter stays visible in its braces. */
export function fill(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The words of a code for a person. */
export function say(code: Code, params: Readonly<Record<string, unknown>>, language: Language): string {
  const { terms = {}, [language]: template }: Entry = catalogue[code];
  const worded = Object.entries(terms).map(([name, keys]) => [
    name,
    keys[String(params[name])]?.[language] ?? params[name],
  ]);
  return fill(template, { ...params, ...Object.fromEntries(worded) });
}
