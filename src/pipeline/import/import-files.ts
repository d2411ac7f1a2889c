import { availableParallelism } from 'node:os';
import { findSoffice } from '../engines/find-soffice.js';
import { accountLists } from '../../model/report.js';
import { version } from '../../model/version.js';
import { usualMostPages } from '../../parse/pdf/page-limit.js';
import { rulesDirectory } from '../../rulebook/directory.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import type { LedgerEntry, SeverityCounts, Store } from '../../store/store.js';
import { ComparePool } from '../compare/compare-pool.js';
import { compareStored, type Compare } from '../compare/compare-stored.js';
import { defaultLimits, type Limits } from '../isolate/work.js';
import { Stopped } from '../isolate/pool.js';
import type { Analyze } from '../read/read.js';
import { ReaderPool } from '../read/reader-pool.js';
import type { Choice } from './choose.js';
import { Absence, goneEntry } from './gone.js';
import { Importing, type StateCounts, type Trouble, type Watching } from './importing.js';
import { Preparer } from './prepare.js';
import { largestFile } from './read-file.js';
import { rulesHash } from './rules-hash.js';
import { isRunning, thisProcess } from './run-process.js';
import { rawOf, type RawPath } from './shown-path.js';
import type { Reprocess } from './standing.js';
import { walk, type Met, type Walked } from './walk.js';

export interface ImportOptions extends Watching {
  /** Processes that read files at the same time. */
  readonly jobs?: number;
  readonly limits?: Limits;
  /** Pages of a PDF and bytes of a file beyond which it is not read. */
  readonly mostPages?: number | undefined;
  readonly largest?: number | undefined;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** Which files of folders are taken; all unless given. */
  readonly choice?: Choice;
  /** What is read beside new and changed files: what other rules read, unless told otherwise. */
  readonly reprocess?: Reprocess;
  /** How it was asked for, for people to read in the ledger. */
  readonly asked?: Readonly<Record<string, unknown>>;
  /** Ends the run after the file that is being stored; what is being read is dropped. */
  readonly signal?: AbortSignal;
  /** False: files are read and compared in this process, one after the other. No process has to start, and no limit of time or memory holds. */
  readonly isolated?: boolean | undefined;
  /** In place of gouji's own, in this process. */
  readonly analyze?: Analyze;
  /** In place of child processes that read from the store. */
  readonly compare?: Compare;
}

export interface ImportSummary {
  readonly run: number;
  readonly stopped: boolean;
  readonly total: number;
  readonly counts: StateCounts;
  readonly troubles: readonly Trouble[];
  /** Files that failed before as they would fail again, and were not read. */
  readonly notRetried: number;
  /** Known files that are no more there, and how many of them are somewhere else now. */
  readonly gone: { readonly files: number; readonly moved: number };
  /** Files that were not opened, by kind. */
  readonly unopened: Readonly<Record<string, number>>;
  /** Files and folders that were not chosen. */
  readonly leftOut: number;
  readonly findings: SeverityCounts;
}

/**
 * Walks paths and stores the report of every file, one transaction a file, in path order. Every file ends in exactly one
 * state; a run that was killed is taken up by running it again. Rejects only with faults of the store and of the rules.
 */
export async function importFiles(
  paths: readonly RawPath[],
  store: Store,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  return importAll(await walk(paths, options.choice), undefined, store, options);
}

/** Reads just these files of the ledger again; of an archive only those of its files that are named. */
export async function importAgain(
  paths: readonly string[],
  store: Store,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const files = new Set(paths.map((path) => path.split('!/')[0] ?? path));
  const met = [...files].sort().map((path): Met => ({ path, at: rawOf(path), take: 'known', size: 0 }));
  return importAll({ met, roots: [], leftOut: 0 }, new Set(paths), store, { reprocess: 'failed', ...options });
}

async function importAll(
  { met: found, roots, leftOut }: Walked,
  only: ReadonlySet<string> | undefined,
  store: Store,
  options: ImportOptions,
): Promise<ImportSummary> {
  const { jobs = availableParallelism(), limits = defaultLimits, reprocess = 'stale', signal } = options;
  const { mostPages = usualMostPages, largest = largestFile, asked = {} } = options;
  const rulebook = rulebookWith(options.rules);
  const rules = rulesHash(rulesDirectory, version(), options.rules);
  if ((await store.lastRules()) !== rules) await nameAll(store, rulebook);
  await endDead(store);
  const at = new Date().toISOString();
  const start = {
    paths: roots,
    rules,
    version: version(),
    at,
    allowed: limits,
    options: asked,
    process: thisProcess(),
  };
  const run = await store.startRun(start);
  await store.planRun(
    run,
    found.flatMap((met) => ('take' in met ? [{ path: met.path, bytes: met.size }] : [])),
  );

  const how = { jobs, limits, rules: options.rules, isolated: options.isolated };
  const pool = new ReaderPool({ ...how, mostPages, analyze: options.analyze });
  const comparers = new ComparePool({ ...how, store });
  const stop = (): void => {
    pool.stop();
    comparers.stop();
  };
  signal?.addEventListener('abort', stop);
  const preparer = new Preparer(
    store,
    { rules, limits, mostPages, converts: findSoffice() !== null, largest, reprocess, only },
    pool,
  );
  const importing = new Importing(store, run, preparer, found, 8 * jobs, options);
  const uncompared: Trouble[] = [];
  let gone: readonly LedgerEntry[] = [];
  try {
    for (const met of found) {
      if (signal?.aborted) break;
      await importing.take(met);
    }
    await importing.finish();
    pool.stop();
    if (!signal?.aborted) gone = await markGone(store, run, roots, preparer.moved, importing.opened);
    gone.forEach((entry) => options.onFile?.(entry));
    await store.settle();
    const compare = options.compare ?? ((pair) => comparers.compareStored(pair));
    const failed = await compareStored({ store, run, rules, across: rulebook.across, compare, limits, jobs, signal });
    uncompared.push(...failed.map((it): Trouble => ({ ...it, state: 'uncompared' })));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
  const stopped = signal?.aborted ?? false;
  // of what was stored before the stop
  await store.settle();
  await store.endRun(run, { how: stopped ? 'stopped' : 'finished', at: new Date().toISOString() });
  const { counts, troubles, notRetried } = importing.told();
  return {
    run,
    stopped,
    total: importing.total,
    counts,
    troubles: [...troubles, ...uncompared],
    notRetried,
    gone: { files: gone.length, moved: gone.filter(({ problem }) => problem?.code === 'FILE_MOVED').length },
    unopened: await store.unopened(run),
    leftOut,
    findings: await store.countFindings(run),
  };
}

/** Runs whose process was killed: nobody else will say so. */
async function endDead(store: Store): Promise<void> {
  for (const it of await store.runs({ open: true })) {
    if (!isRunning(it)) await store.endRun(it.run, { how: 'interrupted', at: it.lastAt ?? it.startedAt });
  }
}

/** Known files that were to be met and are not there, and those whose content turned up elsewhere. */
async function markGone(
  store: Store,
  run: number,
  roots: readonly string[],
  moved: ReadonlyMap<string, string>,
  opened: ReadonlySet<string>,
): Promise<readonly LedgerEntry[]> {
  const absence = new Absence(opened);
  const absent = (await store.unmet(run, roots)).filter(({ path }) => absence.of(path));
  const unmet = absent.filter(({ path }) => !moved.has(path));
  const gone = [...moved].map(([path, to]) => goneEntry(path, to));
  gone.push(...unmet.map(({ path, skipped }) => goneEntry(path, null, skipped)));
  if (gone.length > 0) await store.record(run, gone);
  return gone.filter(({ problem }) => problem !== null);
}

/** The names that the views show beside ids and codes are those of the rules; a run by the same rules finds them stored. */
async function nameAll(store: Store, { metrics, classifications }: Rulebook): Promise<void> {
  // a name that is another metric's in one fund is no fact's metric
  const kept = metrics.filter((metric) => metric.is === undefined);
  await store.nameMetrics(kept.map(({ id, name, measure }) => ({ id, name: name.zh, unit: measure[0] ?? null })));
  await store.nameAccounts(
    accountLists.flatMap((list) => classifications.names(list).map((name) => ({ list, ...name }))),
  );
}
