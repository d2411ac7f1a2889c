import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { isPackage } from '../../parse/package-type.js';
import { directoryNames } from '../../parse/zip/directory.js';
import type { Stamp } from '../../store/store.js';
import type { RawPath } from './shown-path.js';

/** Files beyond this are not read at all. */
export const largestFile = 200 * 1024 * 1024;
const headLength = 1024;
/** Bytes that are held at a time where all of them are only looked at. */
const stepLength = 1024 * 1024;
/** A ZIP's list of its entries lies at its end. */
const tailLength = 1024 * 1024;

export function stampOf(stat: BigIntStats): Stamp {
  return { size: Number(stat.size), modified: stat.mtimeNs, changed: stat.ctimeNs };
}

export const sameStamp = (a: Stamp, b: Stamp): boolean =>
  a.size === b.size && a.modified === b.modified && a.changed === b.changed;

export const changed = 'changed while it was read';

/** Why a file could not be taken as it stands, beside what the system says. */
export class Unreadable extends Error {}

/** A file, opened for reading only and without waiting for anybody, that is known to be an ordinary one. */
export async function withFile<T>(path: RawPath, follow: boolean, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  const handle = await open(path, O_RDONLY | (O_NONBLOCK ?? 0) | (follow ? 0 : (O_NOFOLLOW ?? 0)));
  try {
    const stat = await handle.stat({ bigint: true });
    if (!stat.isFile()) throw new Unreadable('not an ordinary file');
    return await work(new OpenFile(handle, stampOf(stat)));
  } finally {
    await handle.close();
  }
}

export class OpenFile {
  readonly #handle: FileHandle;
  readonly stamp: Stamp;

  constructor(handle: FileHandle, stamp: Stamp) {
    this.#handle = handle;
    this.stamp = stamp;
  }

  /** True for the bytes of a PDF or a DOCX, whatever the name; reads only their beginning and end. */
  async looksLikeReport(): Promise<boolean> {
    const head = await this.part(0, headLength);
    if (head.includes('%PDF-')) return true;
    if (!head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return false;
    const tail = await this.part(Math.max(0, this.stamp.size - tailLength), tailLength);
    return tail.includes('word/document.xml');
  }

  /** True for a ZIP, unless its directory shows that it is one document in parts; reads only its beginning and end. */
  async mayBeArchive(): Promise<boolean> {
    if ((await this.part(0, 2)).toString('latin1') !== 'PK') return false;
    const names = directoryNames(await this.part(Math.max(0, this.stamp.size - tailLength), tailLength));
    return names === null || !isPackage(names);
  }

  /** All bytes. Rejects when the file changes meanwhile: half of one version and half of another is neither. */
  async bytes(): Promise<Buffer> {
    const bytes = await this.part(0, this.stamp.size);
    await this.#expectUnchanged(bytes.length);
    return bytes;
  }

  /** The hash of all bytes, in little memory however many they are. Rejects as `bytes` does. */
  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    let at = 0;
    for (;;) {
      const step = await this.part(at, stepLength);
      if (step.length === 0) break;
      hash.update(step);
      at += step.length;
    }
    await this.#expectUnchanged(at);
    return hash.digest('hex');
  }

  async #expectUnchanged(read: number): Promise<void> {
    const now = stampOf(await this.#handle.stat({ bigint: true }));
    if (read !== this.stamp.size || !sameStamp(now, this.stamp)) throw new Unreadable(changed);
  }

  /** Fewer bytes where the file ends before. */
  async part(from: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.min(length, Math.max(0, this.stamp.size - from)));
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await this.#handle.read(buffer, filled, buffer.length - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }
}
