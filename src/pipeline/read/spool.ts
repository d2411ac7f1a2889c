import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { GoujiError } from '../../model/error.js';
import { reasonOf } from '../import/unreadable.js';
import type { Parts } from '../isolate/pool.js';

/** Where a part lies that memory had no room for. */
interface Filed {
  readonly at: number;
  readonly length: number;
}

const mostInMemory = 32 * 1024 * 1024;

/**
 * Keeps what children sent until its turn comes, in so much memory and no more: what goes beyond lies in a file without a
 * name, which ends with this process.
 */
export class Spool {
  readonly #most: number;
  #inMemory = 0;
  #file: number | null = null;
  #filed = 0;
  #end = 0;

  /** `most` bytes in memory. */
  constructor(most = mostInMemory) {
    this.#most = most;
  }

  open(): Spooled {
    return new Spooled(this);
  }

  keep(part: Uint8Array): Uint8Array | Filed {
    if (this.#inMemory + part.length <= this.#most) {
      this.#inMemory += part.length;
      return part;
    }
    const filed = { at: this.#end, length: part.length };
    const file = (this.#file ??= nameless());
    for (let done = 0; done < part.length;) done += writeSync(file, part, done, part.length - done, filed.at + done);
    this.#end += part.length;
    this.#filed++;
    return filed;
  }

  take(part: Uint8Array | Filed): Uint8Array {
    if (part instanceof Uint8Array) return part;
    const bytes = Buffer.allocUnsafe(part.length);
    for (let done = 0; done < part.length;) {
      const read = readSync(this.#file ?? -1, bytes, done, part.length - done, part.at + done);
      if (read === 0) throw new Error('a part is cut short');
      done += read;
    }
    return bytes;
  }

  drop(part: Uint8Array | Filed): void {
    if (part instanceof Uint8Array) {
      this.#inMemory -= part.length;
      return;
    }
    if (--this.#filed > 0 || this.#file === null) return;
    ftruncateSync(this.#file, 0);
    this.#end = 0;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

/** What one child sent, in order. */
export class Spooled implements Parts, Iterable<Uint8Array> {
  readonly #spool: Spool;
  #parts: (Uint8Array | Filed)[] = [];
  #fault: unknown = null;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  /** Never throws: that there was no room is told to whoever reads. */
  add(part: Uint8Array): void {
    if (this.#fault !== null) return;
    try {
      this.#parts.push(this.#spool.keep(part));
    } catch (error) {
      this.#fault = error;
    }
  }

  clear(): void {
    for (const part of this.#parts.splice(0)) this.#spool.drop(part);
  }

  /** Gives each part once and forgets it. Throws STORE_UNWRITABLE where there was no room. */
  *[Symbol.iterator](): Generator<Uint8Array> {
    if (this.#fault !== null)
      throw new GoujiError('STORE_UNWRITABLE', { path: tmpdir(), reason: reasonOf(this.#fault) });
    for (let part = this.#parts.shift(); part !== undefined; part = this.#parts.shift()) {
      const bytes = this.#spool.take(part);
      this.#spool.drop(part);
      yield bytes;
    }
  }
}

/** A file that only this process can see, and that is gone when it ends, however it ends. */
function nameless(): number {
  const path = join(tmpdir(), `gouji-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  rmSync(path, { force: true });
  return file;
}
