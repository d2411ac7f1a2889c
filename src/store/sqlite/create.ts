import { closeSync, existsSync, linkSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { mustHaveNoLog } from './probe.js';

const draftOf = (path: string, maker: number | string): string => `${path}.new-${maker}`;
const ends = ['', '-journal', '-wal', '-shm'] as const;

function remove(draft: string): void {
  for (const end of ends) rmSync(`${draft}${end}`, { force: true });
}

function isAlive(maker: number): boolean {
  try {
    return process.kill(maker, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes the drafts beside a database whose makers were killed. What cannot be removed does no harm. */
export function removeAbandoned(path: string): void {
  const folder = dirname(path);
  const start = basename(draftOf(path, ''));
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.startsWith(start));
  } catch {
    return;
  }
  for (const name of names) {
    const maker = /^(\d+)(-journal|-wal|-shm)?$/.exec(name.slice(start.length))?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // another user's, or the folder allows nothing
    }
  }
}

/**
 * Makes a database under another name, by `fill`, and links it into place whole, so that a kill leaves none that is half made
 * and the second of two importers that start together finds the first one's. Throws STORE_LOG_ALONE.
 */
export function create(path: string, fill: (draft: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  mustHaveNoLog(path);
  const draft = draftOf(path, process.pid);
  remove(draft);
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    fill(draft);
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    remove(draft);
  }
}
