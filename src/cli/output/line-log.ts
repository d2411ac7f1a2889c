import { closeSync, openSync } from 'node:fs';
import type { GoujiError } from '../../model/error.js';
import { unwritable, writeAll } from './writable.js';

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
    try {
      this.#file = openSync(path, 'a', 0o644);
    } catch (error) {
      throw unwritable(path, error);
    }
  }

  add(value: unknown): void {
    if (this.fault) return;
    try {
      writeAll(this.#file, Buffer.from(`${JSON.stringify(value)}\n`));
    } catch (error) {
      this.fault = unwritable(this.#path, error);
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
