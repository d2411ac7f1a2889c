import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { GoujiError } from '../../model/error.js';
import { fileId } from './open-here.js';

const ownFiles = '/proc/self/fd';
const deleted = ' (deleted)';

/** The file that a path named when it was opened for writing. SQLite goes on writing to it wherever it is, and if it is nowhere. */
export class OpenedFile {
  readonly #path: string;
  readonly #id: string | null;

  constructor(path: string) {
    this.#path = path;
    this.#id = fileId(path);
  }

  /** Whether the path still names it. */
  isInPlace(): boolean {
    return fileId(this.#path) === this.#id;
  }

  /** STORE_DELETED or STORE_MOVED. `documents` is how many it holds, `whole` whether it needs its log no more. */
  lost(documents: number, whole: boolean): GoujiError {
    const path = this.#path;
    const kept = this.#whereNow();
    if (kept?.endsWith(deleted)) return new GoujiError('STORE_DELETED', { path, documents });
    return new GoujiError('STORE_MOVED', { path, documents, kept: (kept ?? '?') + (whole ? '' : ` + ${path}-wal`) });
  }

  /** What the system says of the file, of which this process has a handle; null where it cannot be asked. */
  #whereNow(): string | null {
    try {
      const handles = readdirSync(ownFiles).map((name) => join(ownFiles, name));
      const ours = handles.find((handle) => fileId(handle) === this.#id);
      return ours === undefined ? null : readlinkSync(ours);
    } catch {
      return null;
    }
  }
}
