import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf } from '../../pipeline/import/unreadable.js';
import { bytesText } from '../../report/amount-text.js';
import { inspectDatabase, type Inspected } from '../../store/maintain.js';
import { megabyte, type Examined } from './examined.js';

/** Throws what opening the database would. */
export function database(path: string, inspect: (path: string) => Inspected | null = inspectDatabase): Examined {
  const found = inspect(path);
  const said = (level: Examined['level'], key: Examined['key'], params: Examined['params'] = {}): Examined => ({
    check: 'database',
    level,
    key,
    params: { path, ...params },
  });
  if (found === null) return said('ok', 'doctorDatabaseNone');
  const { schema, supported, fault, journalMode: journal } = found;
  if (fault !== null) return said('fail', 'doctorDatabaseFail', { fault });
  if (schema < supported) return said('warn', 'doctorDatabaseOld', { schema, supported });
  if (journal !== 'wal') return said('warn', 'doctorDatabaseJournal', { journal });
  return said('ok', 'doctorDatabaseOk', { schema, journal });
}

/** The folder of the database, or the nearest above it that is there. */
function folderOf(path: string): string {
  let folder = dirname(resolve(path));
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

export function writable(path: string): Examined | null {
  const at = folderOf(path);
  try {
    accessSync(at, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return { check: 'folder', level: 'fail', key: 'doctorFolderFail', params: { folder: at, reason: reasonOf(error) } };
  }
}

/** What an import of some thousands of reports takes. */
const leastFree = 1024 * megabyte;

export interface FileSystem {
  readonly type: number;
  readonly free: number;
}

export function fileSystemOf(path: string): FileSystem {
  const { type, bavail, bsize } = statfsSync(path);
  return { type, free: bavail * bsize };
}

export function disk(path: string, at: (path: string) => FileSystem = fileSystemOf): Examined {
  const where = folderOf(path);
  const { free } = at(where);
  const params = { folder: where, free: bytesText(free) };
  if (free >= leastFree) return { check: 'disk', level: 'ok', key: 'doctorDiskOk', params };
  return { check: 'disk', level: 'warn', key: 'doctorDiskWarn', params: { ...params, wanted: bytesText(leastFree) } };
}

/** Numbers by which Linux tells file systems that other machines serve. */
const served: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x01021997: '9P',
  0x00c36400: 'Ceph',
  0x5346414f: 'AFS',
  0x65735546: 'FUSE',
  0x0bd00bd0: 'Lustre',
};

export function network(path: string, at: (path: string) => FileSystem = fileSystemOf): Examined {
  const where = folderOf(path);
  const type = served[at(where).type >>> 0];
  if (type === undefined) return { check: 'network', level: 'ok', key: 'doctorFilesystemOk', params: {} };
  return { check: 'network', level: 'warn', key: 'doctorFilesystemWarn', params: { folder: where, type } };
}
