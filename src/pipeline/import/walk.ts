import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileKind } from '../../model/file-kind.js';
import { problem, type Problem } from '../../model/problem.js';
import { isShadow, hasReportName } from '../report-name.js';
import { joined, rawPath, shownPath, type RawPath } from './shown-path.js';
import { reasonOf, unreadable } from './unreadable.js';

/** Something that a run met. */
export type Met =
  /** `named` on the command line, of a `kind` of name that reports have, or only to be taken if its bytes are a report's. */
  | { readonly path: string; readonly at: RawPath; readonly take: 'named' | 'kind' | 'bytes' }
  | { readonly path: string; readonly state: 'skipped' | 'failed'; readonly problem: Problem };

/** Everything under the paths, each path once, in code unit order: the order of the command line changes nothing. */
export async function walk(paths: readonly string[]): Promise<readonly Met[]> {
  const met = new Map<string, Met>();
  for (const path of paths) {
    for await (const found of named(resolve(path))) {
      const isNamed = 'take' in found && found.take === 'named';
      if (isNamed || !met.has(found.path)) met.set(found.path, found);
    }
  }
  return [...met.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A named link is followed: whoever names it wants what it points to. */
async function* named(at: string): AsyncGenerator<Met> {
  const path = shownPath(at);
  let found: Stats;
  try {
    found = await stat(at);
  } catch (error) {
    yield { path, state: 'failed', problem: unreadable(path, reasonOf(error)) };
    return;
  }
  if (found.isDirectory()) yield* inside(at);
  else if (found.isFile()) yield { path, at, take: 'named' };
  else yield { path, state: 'failed', problem: problem('FILE_UNREADABLE', { path, reason: fileKind(found) }) };
}

async function* inside(folder: RawPath): AsyncGenerator<Met> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    const path = shownPath(folder);
    yield { path, state: 'failed', problem: problem('FILE_UNREADABLE', { path, reason: reasonOf(error) }) };
    return;
  }
  for (const entry of entries) {
    const name = rawPath(entry.name);
    const at = joined(folder, name);
    // A file system that keeps no types in its folders has to be asked for each.
    const type = isUntyped(entry) ? await lstat(at).catch(() => entry) : entry;
    if (type.isDirectory()) yield* inside(at);
    else yield one(at, shownPath(name), type);
  }
}

function one(at: RawPath, name: string, type: Dirent<Buffer> | Stats): Met {
  const path = shownPath(at);
  if (type.isSymbolicLink()) return { path, state: 'skipped', problem: problem('LINK_SKIPPED', { path }) };
  if (!type.isFile()) {
    return { path, state: 'skipped', problem: problem('SPECIAL_SKIPPED', { path, type: fileKind(type) }) };
  }
  if (isShadow(name)) return { path, state: 'skipped', problem: problem('PATH_SKIPPED', { path }) };
  return { path, at, take: hasReportName(name) ? 'kind' : 'bytes' };
}

type Typed = Pick<
  Stats,
  'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice' | 'isFile' | 'isSymbolicLink' | 'isDirectory'
>;

function isUntyped(entry: Typed): boolean {
  return fileKind(entry) === 'unknown' && !entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory();
}
