import { closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs';
import { isAbsolute } from 'node:path';
import { assertFolder } from '../../model/current-folder.js';
import { GoujiError } from '../../model/error.js';
import { fileKind } from '../../model/file-kind.js';
import { isOpenHere } from './open-here.js';

/** `GOUJ` in SQLite's application_id: how one of our databases is told from any other. */
export const applicationId = 0x474f554a;
const magic = 'SQLite format 3\0';
const headerLength = 100;

/** What SQLite keeps beside a database in use, and opens when it opens the database. */
const beside = ['-wal', '-shm', '-journal'] as const;

/** Null where there is nothing. Follows links; throws STORE_NOT_FILE for what only looks like a file: reading it could hang. */
function fileAt(path: string, at: string = path): Stats | null {
  let found: Stats;
  try {
    found = statSync(at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
  if (!found.isFile()) throw new GoujiError('STORE_NOT_FILE', { path: at, type: fileKind(found) });
  return found;
}

/** Throws DATABASE_INVALID for a name that SQLite takes for no file or for another one than it says. */
function mustName(path: string): void {
  if (path === '' || path === ':memory:' || path.trim() !== path || path.includes('\0'))
    throw new GoujiError('DATABASE_INVALID', { path });
}

/** The first bytes of a file. Even one that became a FIFO just now does not keep it waiting. */
function headerOf(path: string): Buffer {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.alloc(headerLength);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, headerLength, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * A log without its database would be taken for that of the one made next, and mixed into it. Throws STORE_LOG_ALONE, unless
 * another importer has made the database meanwhile: it does so before it writes a log.
 */
export function mustHaveNoLog(path: string): void {
  for (const end of ['-wal', '-journal'] as const) {
    const log = `${path}${end}`;
    if ((fileAt(path, log)?.size ?? 0) > 0 && !fileAt(path)) throw new GoujiError('STORE_LOG_ALONE', { path, log });
  }
}

/**
 * Looks at a database file before SQLite does, since opening it could already write beside it, or hang. False when there is no
 * file. Throws STORE_NOT_FILE, STORE_NOT_GOUJI or STORE_NEWER for one that must not be touched, DATABASE_INVALID and
 * FOLDER_GONE for a path that names none. Whether it is whole only SQLite can say: what is missing may be in its log.
 */
export function probe(path: string, supported: number): boolean {
  mustName(path);
  if (!isAbsolute(path)) assertFolder();
  for (const end of beside) fileAt(path, `${path}${end}`);
  if (!fileAt(path)) return false;
  if (isOpenHere(path)) return true;
  const bytes = headerOf(path);
  if (bytes.length < headerLength || bytes.toString('latin1', 0, magic.length) !== magic) {
    throw new GoujiError('STORE_NOT_GOUJI', { path });
  }
  if (bytes.readUInt32BE(68) !== applicationId) throw new GoujiError('STORE_NOT_GOUJI', { path });
  const version = bytes.readUInt32BE(60);
  if (version > supported) throw new GoujiError('STORE_NEWER', { path, found: version, supported });
  return true;
}
