import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { GoujiError } from '../../model/error.js';
import { reasonOf } from '../../pipeline/import/unreadable.js';

/** Bytes that are gathered before they are written. */
const gathered = 256 * 1024;

/** A file that is written piece by piece under another name, and has its own only when all of it is on the disk. */
export class Draft {
  readonly path: string;
  readonly draft: string;
  #file: number | null = null;
  #pending: Uint8Array[] = [];
  #bytes = 0;

  constructor(path: string) {
    this.path = path;
    this.draft = `${path}.new-${process.pid}`;
    this.discard();
  }

  /** Throws OUTPUT_UNWRITABLE, as the others do. */
  write(piece: Uint8Array | string): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    this.#pending.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= gathered) this.#flush();
  }

  /** Puts it in the place of whatever had its name. */
  keep(): void {
    if (this.#bytes > 0 || this.#file !== null) this.#flush();
    this.#done(() => {
      const file = this.#file ?? openSync(this.draft, 'r');
      fsyncSync(file);
      closeSync(file);
      this.#file = null;
      renameSync(this.draft, this.path);
    });
  }

  discard(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
    for (const end of ['', '-journal']) rmSync(`${this.draft}${end}`, { force: true });
  }

  #flush(): void {
    this.#done(() => {
      this.#file ??= openSync(this.draft, 'w', 0o644);
      for (const bytes of this.#pending)
        for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at, bytes.length - at);
    });
    this.#pending = [];
    this.#bytes = 0;
  }

  #done(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw new GoujiError('OUTPUT_UNWRITABLE', { path: this.path, reason: reasonOf(error) }, { cause: error });
    }
  }
}

/** Files that belong together: all of them appear, or none. */
export class Drafts {
  readonly #all: Draft[] = [];

  open(path: string): Draft {
    const draft = new Draft(path);
    this.#all.push(draft);
    return draft;
  }

  /** Their paths. */
  keep(): string[] {
    for (const it of this.#all) it.keep();
    return this.#all.map(({ path }) => path);
  }

  discard(): void {
    for (const it of this.#all) it.discard();
  }
}
