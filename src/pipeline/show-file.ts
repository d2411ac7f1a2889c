import { basename, resolve } from 'node:path';
import { problem, type Problem } from '../model/problem.js';
import { unreadable } from './import/unreadable.js';
import { Stopped } from './isolate/pool.js';
import { defaultLimits } from './isolate/work.js';
import { withNamed } from './named-file.js';
import { ReaderPool } from './read/reader-pool.js';

/** A DOCX as the HTML of a page that shows it, made in a child process unless told otherwise; or why there is none. Ends early when the signal says so. */
export async function showFile(
  given: string,
  { signal, isolated }: { readonly signal: AbortSignal; readonly isolated: boolean },
): Promise<{ readonly html: string } | { readonly problem: Problem }> {
  const found = await withNamed(given, (it) => it.sha256());
  if ('problem' in found) return found;
  const path = resolve(given);
  const file = basename(path);
  const pool = new ReaderPool({ jobs: 1, limits: defaultLimits, isolated });
  const stop = (): void => pool.stop();
  signal.addEventListener('abort', stop);
  try {
    const place = { path, follow: true, within: [], shown: given, file, sha256: found.done, mayBeArchive: false };
    const shown = await pool.html(place);
    return 'unreadable' in shown ? { problem: unreadable(given, shown.unreadable) } : shown;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { problem: problem('FILE_UNREADABLE', { path: given, reason: 'stopped' }) };
  } finally {
    signal.removeEventListener('abort', stop);
    pool.stop();
  }
}
