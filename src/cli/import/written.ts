import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { GoujiError } from '../../model/error.js';
import { reasonOf } from '../../pipeline/import/unreadable.js';

function opened(path: string, shown: string, flags: string): number {
  try {
    return openSync(path, flags, 0o644);
  } catch (error) {
    throw new GoujiError('OUTPUT_UNWRITABLE', { path: shown, reason: reasonOf(error) }, { cause: error });
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/**
 * A file that appears whole or not at all. Opens what it will be made of at once, so that a place that cannot be written is
 * told before anything is done. Throws OUTPUT_UNWRITABLE.
 */
export class WholeFile {
  readonly #path: string;
  readonly #draft: string;
  readonly #file: number;
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#draft = `${path}.new-${process.pid}`;
    this.#file = opened(this.#draft, path, 'w');
  }

  write(text: string): void {
    try {
      writeAll(this.#file, text);
      fsyncSync(this.#file);
      this.#close();
      renameSync(this.#draft, this.#path);
    } catch (error) {
      this.discard();
      throw new GoujiError('OUTPUT_UNWRITABLE', { path: this.#path, reason: reasonOf(error) }, { cause: error });
    }
  }

  /** Leaves nothing behind, if it was not written. */
  discard(): void {
    this.#close();
    rmSync(this.#draft, { force: true });
  }

  #close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }
}

/**
 * A file to which lines are added, after those of earlier runs. What cannot be written any more, on a full disk say, ends the log
 * and nothing else: `fault` says so at the end. Throws OUTPUT_UNWRITABLE when it is opened.
 */
export class LineLog {
  readonly #path: string;
  readonly #file: number;
  fault: GoujiError | null = null;

  constructor(path: string) {
    this.#path = path;
    this.#file = opened(path, path, 'a');
  }

  add(value: unknown): void {
    if (this.fault) return;
    try {
      writeAll(this.#file, `${JSON.stringify(value)}\n`);
    } catch (error) {
      this.fault = new GoujiError('OUTPUT_UNWRITABLE', { path: this.#path, reason: reasonOf(error) }, { cause: error });
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
