import type { StateTally } from '../../store/ledger.js';
import { countWords, word } from '../../model/words.js';
import type { Store } from '../../store/store.js';
import type { Command, Io } from '../command.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption, formatOption, oneOf } from '../given.js';
import { runNamed, runNumber } from './unread.js';

const formats = ['text', 'json'] as const;

/** Runs that are listed where none is asked for, and files that are named of one. */
const most = { runs: 20, left: 20, slowest: 5 };

export const status: Command = {
  name: 'status',
  summary: { zh: '各次导入的结果，以及全部文件的现状', en: 'what came of each import, and how all files stand' },
  usage: '[run]',
  options: [databaseOption, formatOption(formats)],
  examples: [
    { command: 'status', about: { zh: '最近的导入和全部文件', en: 'the last imports and all files' } },
    { command: 'status 1', about: { zh: '第 1 次导入', en: 'the first import' } },
    { command: 'status -f json', about: { zh: '供其他程序使用', en: 'for another program' } },
  ],
  async run([asked], given, io) {
    const format = oneOf(given, 'format', '--format', formats, 'text', io);
    const run = runNumber(asked, io);
    const { openStoreForReading } = await import('../../store/open-store.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      const runs = run === undefined ? await store.runs({ most: most.runs }) : [await runNamed(run, store)];
      const told = await Promise.all(runs.map((row, at) => toldOf(row, store, at === 0)));
      const files = run === undefined ? { states: await store.fileStates(), unopened: await store.unopened() } : null;
      if (format === 'json') {
        await io.json(`${JSON.stringify({ schemaVersion: 1, runs: told, files }, null, 2)}\n`);
        return exit.done;
      }
      if (told.length === 0) io.err(`${word('noRuns', io.language)}\n`);
      const { runText } = await import('./run-text.js');
      for (const it of told) await io.out(runText(it, most, io.language));
      if (files && told.length > 0) await io.out(await filesText(files, io));
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

/** A run as it is told; `whole` with its slowest files and those that are left. */
async function toldOf(row: Awaited<ReturnType<typeof runNamed>>, store: Store, whole: boolean) {
  const { isRunning } = await import('../../pipeline/import/run-process.js');
  const ended = row.ended ?? (isRunning(row) ? ('running' as const) : ('interrupted' as const));
  const until = row.endedAt ?? (ended === 'running' ? new Date().toISOString() : (row.lastAt ?? row.startedAt));
  const elapsed = Math.max(0, (Date.parse(until) - Date.parse(row.startedAt)) / 1000);
  const counted = Object.entries(row.counts).filter(([state]) => state !== 'missing');
  const recorded = counted.reduce((sum, [, count]) => sum + count, 0);
  const per = (amount: number): number | null => (elapsed > 0 ? Number((amount / elapsed).toFixed(1)) : null);
  return {
    ...row,
    whole,
    ended,
    elapsed,
    filesPerSecond: per(recorded),
    bytesPerSecond: per(row.recorded.bytes),
    unopened: await store.unopened(row.run),
    slowest: whole ? await store.slowest(row.run, most.slowest) : [],
    leftFiles: whole ? (await store.leftOf(row.run)).slice(0, most.left) : [],
  };
}

export type ToldRun = Awaited<ReturnType<typeof toldOf>>;

async function filesText(
  { states, unopened }: { readonly states: StateTally; readonly unopened: Readonly<Record<string, number>> },
  io: Io,
): Promise<string> {
  const { kindWords } = await import('../../report/kind-words.js');
  const now = word('filesNow', io.language, { counts: countWords(states, io.language) });
  if (Object.keys(unopened).length === 0) return `${now}\n`;
  return `${now}\n${word('filesUnopened', io.language, { counts: kindWords(unopened, io.language) })}\n`;
}
