import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Problem } from '../model/problem.js';
import type { Report } from '../model/report.js';
import { ParseFailure } from '../parse/failure.js';
import { defaultLimits, type Limits } from './isolate/messages.js';
import { readerScript } from './isolate/reader.js';
import { ReaderPool, Stopped } from './isolate/reader-pool.js';
import { bytesOf } from './named-file.js';
import { archiveOf, unfold, type Held } from './unfold.js';

/** A file's report, or why there is none: without its bytes nothing can be said of it. */
export type Checked =
  { readonly path: string; readonly report: Report } | { readonly path: string; readonly problem: Problem };

export interface CheckOptions {
  readonly jobs?: number;
  readonly limits?: Limits;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Analyses files in child processes, some ahead, and yields them in the order given. Ends early when the signal says so. */
export async function* checkFiles(paths: readonly string[], options: CheckOptions = {}): AsyncGenerator<Checked> {
  const { jobs = availableParallelism(), limits = defaultLimits, signal, rules } = options;
  const pool = new ReaderPool(jobs, limits, readerScript, rules);
  const stop = (): void => pool.stop();
  signal?.addEventListener('abort', stop);
  const ahead: Promise<Checked>[] = [];
  try {
    for (const path of paths) {
      for await (const { checked } of started(path, pool)) {
        checked.catch(() => {});
        ahead.push(checked);
        if (ahead.length > jobs) yield* first(ahead);
      }
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

/** In an object, since a generator would wait for a promise that it yields. */
interface Started {
  readonly checked: Promise<Checked>;
}

/** Begins to read a file, or each file of an archive. */
async function* started(given: string, pool: ReaderPool): AsyncGenerator<Started> {
  const file = basename(resolve(given));
  const taken = await bytesOf(given);
  if ('problem' in taken) {
    yield { checked: Promise.resolve({ path: given, problem: taken.problem }) };
    return;
  }
  const archive = archiveOf(taken.bytes);
  if (archive === null) {
    yield { checked: reportOf(given, file, taken.bytes, pool) };
    return;
  }
  for (const met of unfold(archive, { path: given, file })) {
    if (!('problem' in met)) yield { checked: unpacked(met, pool) };
    else if (met.state !== 'skipped' && met.state !== 'ok') yield { checked: Promise.resolve(met) };
  }
}

const reportOf = async (path: string, file: string, bytes: Uint8Array, pool: ReaderPool): Promise<Checked> => ({
  path,
  report: await pool.read(bytes, file),
});

async function unpacked({ path, file, unpack }: Held, pool: ReaderPool): Promise<Checked> {
  try {
    return await reportOf(path, file, unpack(), pool);
  } catch (error) {
    if (error instanceof ParseFailure) return { path, problem: error.problem(file) };
    throw error;
  }
}
