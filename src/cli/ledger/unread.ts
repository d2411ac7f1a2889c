import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { FileRow, RunRow } from '../../store/ledger.js';
import type { Store } from '../../store/store.js';
import type { Io, Option } from '../command.js';

/** States of files of which something is still to be done. */
export const unreadStates: readonly FileRow['state'][] = [
  'failed',
  'limit_exceeded',
  'encrypted',
  'unsupported',
  'wordless',
  'uncompared',
];

export const codeOption: Option = {
  flags: '--code <code>',
  about: { zh: '只限此代码，如 FILE_ENCRYPTED', en: 'of this code only, such as FILE_ENCRYPTED' },
};

/** The number of a run as it was given; undefined where none was. Throws USAGE. */
export function runNumber(given: string | undefined, { language }: Io): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(given)) return Number(given);
  throw new GoujiError('USAGE', { issue: word('badRun', language, { value: given }) });
}

/** The run of a number. Throws RUN_UNKNOWN. */
export async function runNamed(run: number, store: Store): Promise<RunRow> {
  const [found] = await store.runs({ run });
  if (!found) throw new GoujiError('RUN_UNKNOWN', { run });
  return found;
}
