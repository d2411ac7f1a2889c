import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GoujiError } from '../../../model/error.js';
import { openExactly, openForReading, type Database } from '../database.js';
import { defaultPatience, guarded } from '../faults.js';
import { countDocuments } from '../find.js';
import { verify } from '../verify.js';
import { digestOf } from './digest.js';

interface BackupMade {
  readonly documents: number;
  readonly bytes: number;
}

/** Pages that are copied at a time: all, so that a writer cannot make the copy begin again and again. */
const allPages = 0x7fff_fffe;

/**
 * Copies a database, which others may go on using, as it is at one moment, into a file that must not exist yet and that appears
 * only when it has been found sound and equal, row by row. `compact` leaves out the space that nothing takes. Throws
 * STORE_EXISTS and STORE_COPY_UNSOUND, and what opening and writing refuse.
 */
export async function backupDatabase(path: string, target: string, compact: boolean): Promise<BackupMade> {
  if (existsSync(target)) throw new GoujiError('STORE_EXISTS', { path: target });
  const source = openForReading(path);
  const draft = `${target}.new-${process.pid}`;
  try {
    return await copied(source, draft, { path, target, compact });
  } finally {
    source.close();
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
  }
}

interface Wanted {
  readonly path: string;
  readonly target: string;
  readonly compact: boolean;
}

async function copied(source: Database, draft: string, { path, target, compact }: Wanted): Promise<BackupMade> {
  // of a place that cannot be written the driver says nothing of use
  guarded(target, defaultPatience, () => closeSync(openSync(draft, 'wx', 0o600)));
  source.exec('BEGIN');
  const expected = guarded(path, defaultPatience, () => digestOf(source));
  try {
    await source.backup(draft, { progress: () => allPages });
  } catch (error) {
    guarded(target, defaultPatience, () => {
      throw error;
    });
  }
  source.exec('COMMIT');
  return guarded(target, defaultPatience, () => {
    const documents = checked(draft, expected, { path, compact });
    keep(draft, target);
    return { documents, bytes: statSync(target).size };
  });
}

/** How many documents the copy holds; throws STORE_COPY_UNSOUND where it is not what it should be. */
function checked(draft: string, expected: string, { path, compact }: Pick<Wanted, 'path' | 'compact'>): number {
  const copy = openExactly(draft);
  try {
    if (compact) copy.exec('VACUUM');
    const [fault] = verify(copy);
    const reason = fault ?? (digestOf(copy) === expected ? null : 'rows differ');
    if (reason !== null) throw new GoujiError('STORE_COPY_UNSOUND', { path, reason });
    copy.pragma('wal_checkpoint(TRUNCATE)');
    return countDocuments(copy);
  } finally {
    copy.close();
  }
}

/** Gives a file that is on the disk its name, unless another has that by now. */
function keep(draft: string, target: string): void {
  sync(draft);
  try {
    linkSync(draft, target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw new GoujiError('STORE_EXISTS', { path: target });
    // a file system without links, as on many a memory stick
    if (!/^(EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK)$/.test(code)) throw error;
    renameSync(draft, target);
  }
  sync(dirname(resolve(target)));
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
