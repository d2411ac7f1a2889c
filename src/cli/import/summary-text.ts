import { say } from '../../model/catalogue.js';
import { visible } from '../../model/visible.js';
import { countWords, word, type WordKey } from '../../model/words.js';
import type { ImportSummary } from '../../pipeline/import/import-files.js';
import { kindWords } from '../../report/kind-words.js';
import type { Io } from '../command.js';

/** Beyond these the ledger is the better list. */
const mostTroubles = 50;

interface Told {
  readonly db: string | undefined;
  /** Whether nothing but what went wrong is told. */
  readonly quiet: boolean;
  readonly seconds: number;
}

/** Tells on stderr what came of a run: each file that went wrong, what all came to, and what to do next. */
export async function tellSummary(summary: ImportSummary, { db, quiet, seconds }: Told, io: Io): Promise<void> {
  const { total, stopped, counts, troubles, notRetried, gone, unopened, leftOut, findings } = summary;
  const { language } = io;
  const line = (key: WordKey, params: Readonly<Record<string, string | number>>): void =>
    io.err(`${word(key, language, params)}\n`);
  for (const { path, state, problem } of troubles.slice(0, mostTroubles)) {
    io.err(
      `${word(state, language)} ${problem.code} ${visible(path)}\n  ${say(problem.code, problem.params, language)}\n`,
    );
  }
  const more = troubles.length - mostTroubles;
  if (more > 0) line('moreTroubles', { count: more });
  if (quiet) return;
  const { durationText } = await import('../../report/amount-text.js');
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const took = durationText(seconds, language);
  const words = countWords(counts, language) + (language === 'zh' ? `；用时 ${took}。` : `; ${took}.`);
  line(stopped ? 'importStopped' : 'importDone', { total, done, counts: words });
  if (Object.keys(unopened).length > 0) line('importUnopened', { counts: kindWords(unopened, language) });
  if (gone.files > 0) line('importGone', gone);
  if (leftOut > 0) line('importLeftOut', { count: leftOut });
  if (notRetried > 0) line('importNotRetried', { count: notRetried });
  const shown = db === undefined ? '' : ` --db ${db}`;
  if (troubles.length > 0) line('importErrors', { db: shown });
  if (stopped) return;
  line('importFindings', { counts: countWords(findings, language) });
  line('importNext', { db: shown });
}
