import { GoujiError } from '../../model/error.js';
import { refusalOf } from '../../model/refused.js';

/** How long a writer waits for another unless told otherwise, in milliseconds. */
export const defaultPatience = 30_000;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What SQLite or the system refused, as ours; null for anything that they did not say. */
function asStoreFault(path: string, patience: number, error: unknown): GoujiError | null {
  if (error instanceof GoujiError || refusalOf(error) !== null) return null;
  const code = codeOf(error);
  const cause = { cause: error };
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) {
    return new GoujiError('STORE_BUSY', { path, seconds: patience / 1000 }, cause);
  }
  if (code.startsWith('SQLITE_NOTADB')) return new GoujiError('STORE_NOT_GOUJI', { path }, cause);
  if (code.startsWith('SQLITE_CORRUPT')) return new GoujiError('STORE_CORRUPT', { path, reason: code }, cause);
  if (
    code === 'SQLITE_ERROR' &&
    error instanceof Error &&
    /^no such (table|column)|has no column/.test(error.message)
  ) {
    return new GoujiError('STORE_SCHEMA', { path, reason: error.message }, cause);
  }
  const isSystem = error instanceof Error && 'syscall' in error && /^E[A-Z0-9]+$/.test(code);
  if (isSystem || /^SQLITE_(FULL|READONLY|CANTOPEN|IOERR|PERM|NOLFS)/.test(code)) {
    return new GoujiError('STORE_UNWRITABLE', { path, reason: code }, cause);
  }
  return null;
}

/** Runs work on the database at a path; what SQLite or the file system refuses comes out as a GoujiError. */
export function guarded<T>(path: string, patience: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreFault(path, patience, error) ?? error;
  }
}
