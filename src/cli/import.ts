import { say, type Code } from '../model/catalogue.js';
import type { Problem } from '../model/problem.js';
import { countWords, word } from '../model/words.js';
import type { ImportSummary } from '../pipeline/import/import-files.js';
import type { Command, Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { costOf, costOptions, databaseOf, databaseOption, failOn, failOnOption, rulesOption, text } from './given.js';

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '读取文件和文件夹，存入数据库', en: 'read files and folders into the database' },
  usage: '<path...>',
  options: [
    databaseOption,
    {
      flags: '--retry',
      about: {
        zh: '重读以前因自身原因未能读取的文件（损坏、加密、超限）',
        en: 'read again what failed for reasons of its own (damaged, encrypted, over a limit)',
      },
    },
    failOnOption('none'),
    rulesOption,
    ...costOptions,
  ],
  examples: [
    { command: 'import reports', about: { zh: '导入一个文件夹', en: 'import a folder' } },
    {
      command: 'import report.docx --db audit.db',
      about: { zh: '存入指定的数据库', en: 'into a database of your choice' },
    },
    {
      command: 'import reports --fail-on error',
      about: { zh: '有错误即以 1 退出', en: 'exit 1 when there are errors' },
    },
  ],
  async run(paths, given, io) {
    const counts = await failOn(given, 'none', io);
    const cost = await costOf(given, io);
    const { severities } = await import('../model/report.js');
    const { openStore } = await import('../store/open-store.js');
    const { importFiles } = await import('../pipeline/import/import-files.js');
    const { showProgress } = await import('./progress.js');
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    const rules = text(given, 'rules');
    // a rule that is wrong is told before anything is opened or made
    rulebookWith(rules);
    const progress = showProgress(io);
    const onWarning = ({ code, params }: Problem): void => {
      progress.end();
      io.err(`${say(code, params, io.language)}\n`);
    };
    const store = openStore(databaseOf(given), { onWarning });
    try {
      const retry = given['retry'] === true;
      const options = { ...cost, rules, retry, signal: io.signal, onProgress: progress.show };
      const summary = await importFiles(paths, store, options);
      progress.end();
      await tell(summary, text(given, 'db'), io);
      if (summary.stopped) return io.stoppedExit();
      return exitOf(
        summary,
        severities.some((severity) => counts(severity) && summary.findings[severity] > 0),
      );
    } finally {
      progress.end();
      await store.close();
    }
  },
};

/** Beyond these the ledger is the better list. */
const mostTroubles = 50;

async function tell(
  { total, stopped, counts, troubles, notRetried, findings }: ImportSummary,
  db: string | undefined,
  io: Io,
): Promise<void> {
  const { visible } = await import('../model/visible.js');
  const { language, err } = io;
  for (const { path, state, problem } of troubles.slice(0, mostTroubles)) {
    const message = say(problem.code as Code, problem.params, language);
    err(`${word(state, language)} ${problem.code} ${visible(path)}\n  ${message}\n`);
  }
  if (troubles.length > mostTroubles) {
    err(`${word('moreTroubles', language, { count: troubles.length - mostTroubles })}\n`);
  }
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const words = countWords(counts, language) + (language === 'zh' ? '。' : '.');
  err(`${word(stopped ? 'importStopped' : 'importDone', language, { total, done, counts: words })}\n`);
  if (notRetried > 0) err(`${word('importNotRetried', language, { count: notRetried })}\n`);
  if (stopped) return;
  err(`${word('importFindings', language, { counts: countWords(findings, language) })}\n`);
  const shown = db === undefined ? '' : ` --db ${db}`;
  err(`${word('importNext', language, { db: shown })}\n`);
}

function exitOf({ counts, troubles }: ImportSummary, found: boolean): Exit {
  const read = counts.ok + counts.ok_partial + counts.duplicate + counts.unchanged;
  const unread = counts.failed + counts.limit_exceeded + counts.encrypted + counts.unsupported;
  if (read === 0) return troubles.some(({ problem }) => problem.code === 'INTERNAL') ? exit.defect : exit.nothingRead;
  const uncompared = troubles.some(({ state }) => state === 'uncompared');
  if (unread > 0 || uncompared) return exit.partial;
  return found ? exit.findings : exit.done;
}
