import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { unwritable, writeAll } from './writable.js';

/** Bytes that are gathered before they are written. */
const gathered = 256 * 1024;

/** A file that is written piece by piece under another name, and has its own only when all of it is on the disk. */
export class Draft {
  readonly path: string;
  readonly draft: string;
  #file: number | null = null;
  #pending: Uint8Array[] = [];
  #bytes = 0;

  /** Throws OUTPUT_UNWRITABLE, as the others do. */
  constructor(path: string) {
    this.path = path;
    this.draft = `${path}.new-${process.pid}`;
    // what a process of this number left
    this.#done(() => this.discard());
  }

  /** Opens it at once, so that a place that cannot be written is told before anything is done. */
  open(): this {
    this.#done(() => void this.#opened());
    return this;
  }

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
      const file = this.#opened();
      for (const bytes of this.#pending) writeAll(file, bytes);
    });
    this.#pending = [];
    this.#bytes = 0;
  }

  #opened(): number {
    return (this.#file ??= openSync(this.draft, 'w', 0o644));
  }

  #done(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw unwritable(this.path, error);
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
