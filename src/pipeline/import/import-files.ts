import { availableParallelism } from 'node:os';
import { accountLists } from '../../model/report.js';
import { version } from '../../model/version.js';
import { rulesDirectory } from '../../rulebook/directory.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import type { SeverityCounts, Store } from '../../store/store.js';
import { ComparePool } from '../compare/compare-pool.js';
import { compareStored, type Compare } from '../compare/compare-stored.js';
import { defaultLimits, type Limits } from '../isolate/work.js';
import { Stopped } from '../isolate/child-pool.js';
import type { Analyze } from '../read/read.js';
import { LocalReader, ReaderPool } from '../read/reader-pool.js';
import { Importing, type Progress, type StateCounts, type Trouble } from './importing.js';
import { Preparer } from './prepare.js';
import { rulesHash } from './rules-hash.js';
import { walk } from './walk.js';

export interface ImportOptions {
  /** Processes that read files at the same time. */
  readonly jobs?: number;
  readonly limits?: Limits;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** Whether to read again what failed for reasons of its own, and would most likely fail again. */
  readonly retry?: boolean;
  /** Ends the run after the file that is being stored; what is being read is dropped. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** In place of child processes. */
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
  readonly findings: SeverityCounts;
}

/**
 * Walks paths and stores the report of every file, one transaction a file, in path order. Every file ends in exactly one
 * state; a run that was killed is taken up by running it again. Rejects only with faults of the store and of the rules.
 */
export async function importFiles(
  paths: readonly string[],
  store: Store,
  options: ImportOptions = {},
): Promise<ImportSummary> {
  const { jobs = availableParallelism(), limits = defaultLimits, retry = false, signal } = options;
  const rulebook = rulebookWith(options.rules);
  const rules = rulesHash(rulesDirectory, version(), options.rules);
  const found = await walk(paths);
  if ((await store.lastRules()) !== rules) await nameAll(store, rulebook);
  const run = await store.startRun({ paths, rules, version: version(), at: new Date().toISOString(), allowed: limits });

  const pool = new ReaderPool(jobs, limits, options.rules);
  const comparers = new ComparePool({ path: store.path, jobs, limits, rules: options.rules });
  const stop = (): void => {
    pool.stop();
    comparers.stop();
  };
  signal?.addEventListener('abort', stop);
  const reader = options.analyze ? new LocalReader(options.analyze, rulebook) : pool;
  const preparer = new Preparer(store, { rules, limits, retry }, reader);
  const importing = new Importing(store, run, preparer, found.length, 8 * jobs, options.onProgress);
  const uncompared: Trouble[] = [];
  try {
    for (const met of found) {
      if (signal?.aborted) break;
      await importing.take(met);
    }
    await importing.finish();
    pool.stop();
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
    findings: await store.countFindings(run),
  };
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
