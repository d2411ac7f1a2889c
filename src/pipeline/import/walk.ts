import { lstatSync, type Dirent, type Stats } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileKind } from '../../model/file-kind.js';
import { problem, type Problem } from '../../model/problem.js';
import { hasReportName, isShadow, kindOf } from '../report-name.js';
import { choiceOf, type Choice } from './choose.js';
import { joined, rawPath, shownPath, type RawPath } from './shown-path.js';
import { reasonOf, unreadable } from './unreadable.js';

/** Something that a run met. */
export type Met =
  /**
   * `named` on the command line, `known` to the ledger, of a `kind` of name that reports have, or only to be taken if its `bytes`
   * are a report's. `size` is 0 where nothing may come of it.
   */
  | {
      readonly path: string;
      readonly at: RawPath;
      readonly take: 'named' | 'known' | 'kind' | 'bytes';
      readonly size: number;
    }
  | { readonly path: string; readonly state: 'skipped' | 'failed'; readonly problem: Problem };

export interface Walked {
  /** Each path once, in code unit order: the order of the command line changes nothing. */
  readonly met: readonly Met[];
  /** Where everything that is there was looked for: what is known below and was not met is gone, or was not chosen. */
  readonly roots: readonly string[];
  /** Files and folders that were not chosen. */
  readonly leftOut: number;
}

/** Everything under the paths that is chosen; what is named itself is always taken. */
export async function walk(paths: readonly RawPath[], choice: Choice = choiceOf([], [])): Promise<Walked> {
  const met = new Map<string, Met>();
  const walker = new Walker(choice);
  for (const path of paths) {
    for await (const found of walker.named(absolute(path))) {
      const isNamed = 'take' in found && found.take === 'named';
      if (isNamed || !met.has(found.path)) met.set(found.path, found);
    }
  }
  const inOrder = [...met.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { met: inOrder, roots: [...new Set(walker.roots)], leftOut: walker.leftOut };
}

/** A name that is no UTF-8 is a list's own, as the file system gives it. */
function absolute(path: RawPath): RawPath {
  if (typeof path === 'string') return resolve(path);
  return path[0] === 0x2f ? path : joined(process.cwd(), path);
}

class Walker {
  readonly #choice: Choice;
  readonly roots: string[] = [];
  leftOut = 0;

  constructor(choice: Choice) {
    this.#choice = choice;
  }

  /** A named link is followed: whoever names it wants what it points to. */
  async *named(at: RawPath): AsyncGenerator<Met> {
    const path = shownPath(at);
    this.roots.push(path);
    let found: Stats;
    try {
      found = await stat(at);
    } catch (error) {
      yield { path, state: 'failed', problem: unreadable(path, reasonOf(error)) };
      return;
    }
    if (found.isDirectory()) yield* this.#inside(at, '');
    else if (found.isFile()) yield { path, at, take: 'named', size: found.size };
    else yield { path, state: 'failed', problem: problem('FILE_UNREADABLE', { path, reason: fileKind(found) }) };
  }

  /** `within`: the path from the folder that was named, with a slash at its end. */
  async *#inside(folder: RawPath, within: string): AsyncGenerator<Met> {
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
      const here = within + shownPath(name);
      // A file system that keeps no types in its folders has to be asked for each.
      const type = isUntyped(entry) ? await lstat(at).catch(() => entry) : entry;
      if (type.isDirectory()) {
        if (this.#choice.prunes(here)) this.leftOut++;
        else yield* this.#inside(at, `${here}/`);
      } else if (this.#choice.takes(here)) yield one(at, shownPath(name), type);
      else this.leftOut++;
    }
  }
}

function one(at: RawPath, name: string, type: Dirent<Buffer> | Stats): Met {
  const path = shownPath(at);
  if (type.isSymbolicLink()) return { path, state: 'skipped', problem: problem('LINK_SKIPPED', { path }) };
  if (!type.isFile()) {
    return { path, state: 'skipped', problem: problem('SPECIAL_SKIPPED', { path, type: fileKind(type) }) };
  }
  if (isShadow(name)) return { path, state: 'skipped', problem: passedBy(path) };
  if (!hasReportName(name)) return { path, at, take: 'bytes', size: 0 };
  return { path, at, take: 'kind', size: lstatSync(at, { throwIfNoEntry: false })?.size ?? 0 };
}

/** What to say of a file that is no report. */
export const passedBy = (path: string): Problem => problem('PATH_SKIPPED', { path, kind: kindOf(basename(path)) });

type Typed = Pick<
  Stats,
  'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice' | 'isFile' | 'isSymbolicLink' | 'isDirectory'
>;

function isUntyped(entry: Typed): boolean {
  return fileKind(entry) === 'unknown' && !entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory();
}
