import { existsSync, statSync } from 'node:fs';
import { say, type Code } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import type { Problem } from '../model/problem.js';
import type { Report } from '../model/report.js';
import { word } from '../model/words.js';
import type { Compared } from '../pipeline/compare/compare.js';
import type { Limits } from '../pipeline/isolate/work.js';
import type { Command } from './command.js';
import { exit } from './exit.js';
import { costOf, costOptions, databaseOf, databaseOption, failOn, failOnOption, rulesOption, text } from './given.js';

export const compareCommand: Command = {
  name: 'compare',
  summary: {
    zh: '两份文档互相核对：上年数、年初结转、决算中的预算、部门与单位',
    en: 'hold two documents against each other: last year, opening balances, budget and account, department and unit',
  },
  usage: '<a> <b>',
  options: [
    databaseOption,
    { flags: '--json', about: { zh: '输出一行 JSON', en: 'print one line of JSON' } },
    failOnOption('error'),
    rulesOption,
    ...costOptions,
  ],
  examples: [
    {
      command: 'compare report.docx budget.txt',
      about: { zh: '两个文件，先后不论', en: 'two files, in any order' },
    },
    {
      command: 'compare --json report.docx budget.txt',
      about: {
        zh: '供其他程序使用；也可写数据库中的文档',
        en: 'for another program; documents of the database will do too',
      },
    },
  ],
  async run([a = '', b = ''], given, io) {
    const counts = await failOn(given, 'error', io);
    const cost = await costOf(given, io);
    const rules = text(given, 'rules');
    const files = [a, b].filter(isFile);
    const read = new Map<string, Report>();
    const { checkFiles } = await import('../pipeline/check-files.js');
    for await (const checked of checkFiles(files, { ...cost, rules, signal: io.signal })) {
      const problem = 'problem' in checked ? checked.problem : unreadable(checked.report);
      if (problem) {
        io.err(`${say(problem.code as Code, problem.params, io.language)}\n`);
        return exit.nothingRead;
      }
      if ('report' in checked) read.set(checked.path, checked.report);
    }
    if (io.signal.aborted) return io.stoppedExit();
    const first = read.get(a) ?? (await stored(a, databaseOf(given)));
    const second = read.get(b) ?? (await stored(b, databaseOf(given)));
    const compared = await heldAgainst([first, second], { ...cost, rules, signal: io.signal });
    if (!compared) return io.stoppedExit();
    if ('code' in compared) {
      io.err(`${say(compared.code, compared.params, io.language)}\n`);
      return exit.partial;
    }
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    const rulebook = rulebookWith(rules);
    if (given['json']) {
      const documents = [first, second].map(({ file, sha256, title, organisation, reportKind, reportYear }) => {
        return { file, sha256, title, organisation, reportKind, reportYear };
      });
      await io.json(`${JSON.stringify({ schemaVersion: 1, documents, compared })}\n`);
    } else {
      const { comparedText } = await import('../report/compared-text.js');
      const { messageIn } = await import('./findings/message.js');
      await io.out(comparedText(compared, [first, second], messageIn(io.language, rulebook), io.language));
      if (compared.length === 0) io.err(`${word('notComparable', io.language)}\n`);
    }
    const found = compared.some(({ findings }) => findings.some(({ severity }) => counts(severity)));
    return found ? exit.findings : exit.done;
  },
};

interface How {
  readonly limits: Limits;
  readonly isolated: boolean;
  readonly rules: string | undefined;
  readonly signal: AbortSignal;
}

/** In a process of its own, so that a signal can end it; null when one did. */
async function heldAgainst(
  [a, b]: readonly [Report, Report],
  { signal, ...options }: How,
): Promise<readonly Compared[] | Problem | null> {
  const { ComparePool } = await import('../pipeline/compare/compare-pool.js');
  const pool = new ComparePool({ ...options, jobs: 1 });
  const stop = (): void => pool.stop();
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await pool.compare(a, b);
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** True for the name of anything that there is, also of what cannot be opened; any other name is a document's. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENAMETOOLONG');
  }
}

/** Why a file gives nothing to compare; null when it was read. */
const unreadable = ({ state, problems }: Report): Report['problems'][number] | null =>
  state.startsWith('ok') ? null : (problems[0] ?? null);

/** A document of the database, where no file has the name. */
async function stored(words: string, database: string): Promise<Report> {
  if (!existsSync(database)) throw new GoujiError('FILE_NOT_FOUND', { path: words });
  const { openStoreForReading } = await import('../store/open-store.js');
  const { documentOf } = await import('./document.js');
  const store = openStoreForReading(database);
  try {
    const { sha256 } = await documentOf(words, store);
    const report = await store.loadReport(sha256);
    if (!report) throw new GoujiError('DOCUMENT_UNKNOWN', { document: words });
    return report;
  } finally {
    await store.close();
  }
}
