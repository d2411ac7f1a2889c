import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import { problem, type Problem } from '../model/problem.js';
import type { Report } from '../model/report.js';
import { largestFile, withFile } from './import/read-file.js';
import { reasonOf } from './import/walk.js';
import { defaultLimits, type Limits } from './isolate/messages.js';
import { ReaderPool, Stopped } from './isolate/reader-pool.js';

/** A file's report, or why there is none: without its bytes nothing can be said of it. */
export type Checked =
  { readonly path: string; readonly report: Report } | { readonly path: string; readonly problem: Problem };

export interface CheckOptions {
  readonly jobs?: number;
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
}

/** Analyses files in child processes, some ahead, and yields them in the order given. Ends early when the signal says so. */
export async function* checkFiles(paths: readonly string[], options: CheckOptions = {}): AsyncGenerator<Checked> {
  const { jobs = availableParallelism(), limits = defaultLimits, signal } = options;
  const pool = new ReaderPool(Math.min(jobs, paths.length), limits);
  const stop = (): void => pool.stop();
  signal?.addEventListener('abort', stop);
  const ahead: Promise<Checked>[] = [];
  try {
    for (const path of paths) {
      const checked = check(path, pool);
      checked.catch(() => {});
      ahead.push(checked);
      if (ahead.length > jobs) yield* first(ahead);
    }
    while (ahead.length > 0) yield* first(ahead);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    pool.stop();
  }
}

async function* first(ahead: Promise<Checked>[]): AsyncGenerator<Checked> {
  const next = ahead.shift();
  if (next) yield await next;
}

async function check(given: string, pool: ReaderPool): Promise<Checked> {
  const path = resolve(given);
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > largestFile)
      return { path: given, problem: problem('FILE_TOO_LARGE', { file, bytes: size, limit: largestFile }) };
    bytes = await ordinary(path);
  } catch (error) {
    const reason = reasonOf(error);
    const missing = reason === 'ENOENT' || reason === 'ENOTDIR';
    const why = missing
      ? problem('FILE_NOT_FOUND', { path: given })
      : problem('FILE_UNREADABLE', { path: given, reason });
    return { path: given, problem: why };
  }
  return { path: given, report: await pool.read(bytes, file) };
}

/** Asks first, since even opening a device may do something. */
async function ordinary(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile()) throw new Error(found.isDirectory() ? 'EISDIR' : 'not an ordinary file');
  return withFile(path, true, (file) => file.bytes());
}
