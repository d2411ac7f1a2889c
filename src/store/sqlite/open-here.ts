import { statSync } from 'node:fs';
import type { Database } from './database.js';

/** Which file of the machine a path names; null where there is none. Two paths of one file have one. */
export function fileId(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

const open = new Map<Database, string>();

/** Remembers a connection of this process until it is closed. */
export function noteOpen(database: Database, path: string): void {
  const id = fileId(path);
  if (id !== null) open.set(database, id);
}

/**
 * Whether a connection of this process has the file open. Such a file must not be opened beside SQLite: closing it again would
 * take away the locks that the connection holds, since a process holds POSIX locks as one.
 */
export function isOpenHere(path: string): boolean {
  for (const database of open.keys()) if (!database.open) open.delete(database);
  return [...open.values()].includes(fileId(path) ?? '');
}
