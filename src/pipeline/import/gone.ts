import { lstatSync } from 'node:fs';
import { problem } from '../../model/problem.js';
import type { LedgerEntry } from '../../store/store.js';
import { reasonOf } from './unreadable.js';
import { rawOf } from './shown-path.js';

const inArchive = '!/';

function isAbsent(path: string): boolean {
  try {
    return lstatSync(rawOf(path), { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    // a folder on the way is a file now; anything else says nothing of the file
    return reasonOf(error) === 'ENOTDIR';
  }
}

/** Knows of paths as shown, those within archives too, whether they are gone; looks for each once. */
export class Absence {
  readonly #known = new Map<string, boolean>();
  readonly #opened: ReadonlySet<string>;

  /** `opened`: archives all of whose files were met; what they hold beside is gone. */
  constructor(opened: ReadonlySet<string>) {
    this.#opened = opened;
  }

  of(path: string): boolean {
    const at = path.lastIndexOf(inArchive);
    if (at < 0) return this.#look(path);
    if (this.#opened.has(path.slice(0, at))) return true;
    // a folder may be called so, too
    return this.#look(path) && this.#look(path.slice(0, path.indexOf(inArchive)));
  }

  #look(path: string): boolean {
    const known = this.#known.get(path) ?? isAbsent(path);
    this.#known.set(path, known);
    return known;
  }
}

/**
 * What the ledger says of a file that is no more there, and of where its content is now if that is known. Of one that was only
 * ever passed by there is nothing to say.
 */
export function goneEntry(path: string, to: string | null, skipped = false): LedgerEntry {
  const why = to === null ? problem('FILE_GONE', { path }) : problem('FILE_MOVED', { path, to });
  return { path, state: 'missing', problem: skipped ? null : why, content: null, report: null };
}
