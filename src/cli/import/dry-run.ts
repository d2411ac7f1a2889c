import { existsSync } from 'node:fs';
import { visible } from '../../model/visible.js';
import { countWords, word, type WordKey } from '../../model/words.js';
import { planImport } from '../../pipeline/import/plan-import.js';
import type { RawPath } from '../../pipeline/import/shown-path.js';
import { bytesText } from '../../report/amount-text.js';
import { openStoreForReading } from '../../store/open-store.js';
import type { Given, Io } from '../command.js';
import { exit, type Exit } from '../exit.js';
import { databaseOf } from '../given.js';
import { choiceGiven, readingOf, reprocessOf } from './run-options.js';

/** A line a file: what an import would do with it. Where there is no database yet, everything would be read. */
export async function showPlan(paths: readonly RawPath[], given: Given, io: Io): Promise<Exit> {
  const reading = await readingOf(given, io);
  const reprocess = await reprocessOf(given, io);
  const choice = await choiceGiven(given);
  const db = databaseOf(given);
  const store = existsSync(db) ? openStoreForReading(db) : null;
  try {
    const counts: Partial<Record<WordKey, number>> = {};
    let [total, bytes] = [0, 0];
    for await (const { path, comesTo, size } of planImport(paths, store, { ...reading, reprocess, choice })) {
      if (io.signal.aborted) return io.stoppedExit();
      counts[comesTo] = (counts[comesTo] ?? 0) + 1;
      total++;
      if (comesTo === 'wouldRead' || comesTo === 'wouldOpen') bytes += size;
      await io.out(`${word(comesTo, io.language)}  ${visible(path)}\n`);
    }
    const words = countWords(counts, io.language) + (io.language === 'zh' ? '。' : '.');
    io.err(`${word('dryRunDone', io.language, { total, bytes: bytesText(bytes), counts: words })}\n`);
    return exit.done;
  } finally {
    await store?.close();
  }
}
