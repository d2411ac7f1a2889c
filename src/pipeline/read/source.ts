import { createHash } from 'node:crypto';
import type { ZipEntry } from '../../parse/zip/directory.js';
import { Budget } from '../../parse/zip/inflate.js';
import { unpackEntry } from '../../parse/zip/report-archive.js';
import { withFile } from '../import/read-file.js';
import type { RawPath } from '../import/shown-path.js';

/** Where the bytes of a file are: whoever reads it is told only this. */
export interface Source {
  readonly path: RawPath;
  /** Whether a link may stand there. */
  readonly follow: boolean;
  /** None for the file itself; the entry of the archive that it is; or of an archive in that one, after the entry of this. */
  readonly within: readonly ZipEntry[];
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An archive in an archive is kept until another is asked for, since its files are mostly read one after the other. */
let kept: { readonly key: string; readonly bytes: Uint8Array } | null = null;
const mostKept = 64 * 1024 * 1024;

/**
 * All bytes of a file; of an archive only those of the entry are read. Rejects with what the system says, with Unreadable and
 * with a ParseFailure. What is unpacked is taken from `budget`.
 */
export async function bytesOf({ path, follow, within }: Source, budget: Budget = new Budget()): Promise<Uint8Array> {
  const [outer, inner] = within;
  if (!outer) return withFile(path, follow, (file) => file.bytes());
  const key = `${Buffer.from(path).toString('latin1')} ${outer.start} ${outer.packedSize} ${outer.crc}`;
  const packed = async (): Promise<Uint8Array> =>
    withFile(path, follow, (file) => file.part(outer.start, outer.packedSize));
  // the packed bytes were read alone, so they start at the beginning
  const unpacked = kept?.key === key ? kept.bytes : unpackEntry(await packed(), { ...outer, start: 0 }, budget);
  if (!inner) return unpacked;
  kept = unpacked.length <= mostKept ? { key, bytes: unpacked } : null;
  return unpackEntry(unpacked, inner, budget);
}
