import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Problem } from '../model/problem.js';
import type { Report } from '../model/report.js';
import { unreadable } from './import/unreadable.js';
import { Stopped } from './isolate/pool.js';
import { defaultLimits, type Limits } from './isolate/work.js';
import { withNamed } from './named-file.js';
import { failedReport } from './read/failed-report.js';
import type { ToRead } from './read/read.js';
import { ReaderPool, type Whole } from './read/reader-pool.js';
import type { Unfolded } from './unfold.js';

/** A file's report, or why there is none: without its bytes nothing can be said of it. */
export type Checked =
  { readonly path: string; readonly report: Report } | { readonly path: string; readonly problem: Problem };

export interface CheckOptions {
  readonly jobs?: number;
  readonly limits?: Limits;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** False: in this process, one after the other. No process has to start, and no limit of time or memory holds. */
  readonly isolated?: boolean | undefined;
  readonly signal?: AbortSignal;
}

/** Analyses files in child processes, unless told otherwise, some ahead, and yields them in the order given. Ends early when the signal says so. */
export async function* checkFiles(paths: readonly string[], options: CheckOptions = {}): AsyncGenerator<Checked> {
  const { jobs = availableParallelism(), limits = defaultLimits, signal, rules, isolated } = options;
  const pool = new ReaderPool({ jobs, limits, rules, isolated });
  const stop = (): void => pool.stop();
  signal?.addEventListener('abort', stop);
  try {
    yield* inOrder(
      paths.map((path) => () => begin(path, pool)),
      jobs,
      pool,
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    pool.stop();
  }
}

/** A file that is being read; no whole report is in memory before its turn. */
type Begun = { readonly checked: Checked } | { readonly place: ToRead; readonly path: string; readonly whole: Whole };

/** Begins so many ahead, and yields what they come to: of an archive, what each file of it comes to. */
async function* inOrder(
  begins: readonly (() => Promise<Begun>)[],
  jobs: number,
  pool: ReaderPool,
): AsyncGenerator<Checked> {
  const ahead: Promise<Begun>[] = [];
  for (let next = 0; next < begins.length || ahead.length > 0;) {
    for (; next < begins.length && ahead.length <= jobs; next++) {
      const begun = begins[next]?.();
      begun?.catch(() => {});
      if (begun) ahead.push(begun);
    }
    const begun = await ahead.shift();
    if (!begun) continue;
    if ('checked' in begun) yield begun.checked;
    else if ('members' in begun.whole) yield* inOrder(membersOf(begun.whole.members, begun.place, pool), jobs, pool);
    else yield await checkedOf(begun.path, begun.place, begun.whole, pool);
  }
}

async function begin(given: string, pool: ReaderPool): Promise<Begun> {
  const path = resolve(given);
  const hashed = await withNamed(given, (it) => it.sha256());
  if ('problem' in hashed) return { checked: { path: given, problem: hashed.problem } };
  const file = basename(path);
  const place: ToRead = { path, follow: true, within: [], shown: given, file, sha256: hashed.done, mayBeArchive: true };
  return { path: given, place, whole: await pool.whole(place) };
}

function membersOf(
  members: readonly Unfolded[],
  { path: at, follow }: ToRead,
  pool: ReaderPool,
): readonly (() => Promise<Begun>)[] {
  return members.flatMap((met) => {
    if ('problem' in met) {
      return met.state === 'skipped' || met.state === 'ok' ? [] : [async (): Promise<Begun> => ({ checked: met })];
    }
    const { path, file, within } = met;
    const place: ToRead = { path: at, follow, within, shown: path, file, sha256: null, mayBeArchive: false };
    return [async (): Promise<Begun> => ({ path, place, whole: await pool.whole(place) })];
  });
}

async function checkedOf(
  path: string,
  place: ToRead,
  whole: Exclude<Whole, { members: unknown }>,
  pool: ReaderPool,
): Promise<Checked> {
  if ('report' in whole) return { path, report: whole.report() };
  if ('unreadable' in whole) return { path, problem: unreadable(path, whole.unreadable) };
  const sha256 = place.sha256 ?? (await pool.hashOf(place));
  if (sha256 === null || whole.state === 'encrypted' || whole.state === 'unsupported')
    return { path, problem: whole.problem };
  return { path, report: failedReport(place.file, sha256, whole.state, whole.problem) };
}
