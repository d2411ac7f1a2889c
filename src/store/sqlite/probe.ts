import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { GoujiError } from '../../model/error.js';

/** `GOUJ` in SQLite's application_id: how one of our databases is told from any other. */
export const applicationId = 0x474f554a;
const magic = 'SQLite format 3\0';
const headerLength = 100;

/** The first bytes of a file, or null when there is no file. Opens nothing but the file itself. */
function header(path: string): { readonly bytes: Buffer; readonly size: number } | null {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(headerLength);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new GoujiError('STORE_NOT_GOUJI', { path });
    return { bytes: bytes.subarray(0, readSync(descriptor, bytes, 0, headerLength, 0)), size: stat.size };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Looks at a database file before SQLite does, since opening it could already write beside it. False when there is no file.
 * Throws STORE_NOT_GOUJI, STORE_NEWER or STORE_CORRUPT for one that must not be touched.
 */
export function probe(path: string, supported: number): boolean {
  const found = header(path);
  if (found === null) return false;
  const { bytes, size } = found;
  if (bytes.length < headerLength || bytes.toString('latin1', 0, magic.length) !== magic) {
    throw new GoujiError('STORE_NOT_GOUJI', { path });
  }
  if (bytes.readUInt32BE(68) !== applicationId) throw new GoujiError('STORE_NOT_GOUJI', { path });
  const version = bytes.readUInt32BE(60);
  if (version > supported) throw new GoujiError('STORE_NEWER', { path, found: version, supported });
  const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
  const pages = bytes.readUInt32BE(28);
  const pagesAreCurrent = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  if (pagesAreCurrent && pages * pageSize > size) {
    throw new GoujiError('STORE_CORRUPT', { path, reason: `${size} < ${pages * pageSize} bytes` });
  }
  return true;
}
