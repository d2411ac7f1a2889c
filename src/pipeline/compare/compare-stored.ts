import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Problem } from '../../model/problem.js';
import type { Across } from '../../rulebook/across.js';
import type { Comparable, ComparedDocument, Store, StoredComparison, Uncompared } from '../../store/store.js';
import type { Limits } from '../isolate/work.js';
import type { Compared } from './compare.js';
import type { StoredPair } from './pair.js';
import { planOf, type Rivalry, type Task } from './plan.js';

/** Holds one stored document against another; why not, where that could not be done. Rejects when it is stopped. */
export type Compare = (pair: StoredPair) => Promise<Compared | Problem>;

/** A document that could not be held against another. */
export interface Uncomparable {
  readonly path: string;
  readonly problem: Problem;
}

export interface Comparing {
  readonly store: Store;
  readonly run: number;
  /** The hash of the rules. */
  readonly rules: string;
  readonly across: Across;
  readonly compare: Compare;
  /** What a pair may cost. */
  readonly limits: Limits;
  /** Documents that are compared at the same time. */
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
}

/** A process takes as long to start as it takes to compare about this many documents. */
const worthAProcess = 32;

/**
 * Holds the documents of every organisation whose documents changed against each other, those that the change concerns and no
 * others, and keeps what was found document by document. The result depends on what the store holds now, not on the order in
 * which it came. What a stop or a failure leaves is done the next time, and what went over a limit when the limits, a document
 * or the rules are others; until then it is told again.
 */
export async function compareStored(comparing: Comparing): Promise<Uncomparable[]> {
  const { store, signal } = comparing;
  const failed: Uncomparable[] = [];
  const done: Uncompared[] = [];
  try {
    for (const changed of await store.uncompared()) {
      // where nothing has to be compared, nothing else lets a signal in
      await setImmediate();
      if (signal?.aborted) break;
      const { failed: some, complete } = await compareAll(changed, comparing);
      failed.push(...some);
      if (complete) done.push(changed);
    }
  } finally {
    await store.endComparing(done);
  }
  return failed;
}

interface OfOrganisation {
  readonly failed: readonly Uncomparable[];
  /** Nothing is left to be done for it. */
  readonly complete: boolean;
}

async function compareAll(changed: Uncompared, comparing: Comparing): Promise<OfOrganisation> {
  const { store, run, rules, across, jobs, signal } = comparing;
  const documents = await store.comparable(changed.organisation);
  const plan = await planOf(documents, rules, across, (sha256) => store.headingTitles(sha256));
  const due = plan.filter((task) => task.document.basis !== task.basis);
  // what goes wrong with the store or the rules is thrown when nothing is under way any more
  const faults: unknown[] = [];
  let current = true;
  const limit = pLimit(Math.max(1, Math.min(jobs, Math.floor(due.length / worthAProcess))));
  const failed = await limit.map(due, async (task): Promise<readonly Uncomparable[]> => {
    if (signal?.aborted || !current || faults.length > 0) return [];
    const { path, file, basis, problems } = task.document;
    const told = (of: readonly Problem[]): Uncomparable[] => of.map((problem) => ({ path: path ?? file, problem }));
    if (basis !== null && basis === overLimits(task.basis, comparing.limits)) return told(problems);
    try {
      const compared = await comparedOf(task, comparing);
      if (current) current = await store.saveCompared(run, changed, compared);
      return told(compared.problems);
    } catch (error) {
      faults.push(error);
      return [];
    }
  });
  if (faults.length > 0) throw faults[0];
  const all = failed.flat();
  return { failed: all, complete: !signal?.aborted && current && all.length === 0 };
}

/** What a comparison rests on that went over its limits. */
const overLimits = (basis: string | null, { seconds, megabytes }: Limits): string | null =>
  basis && `${basis} ${seconds} s ${megabytes} MB`;
const isOverLimit = ({ params }: Problem): boolean =>
  params['reason'] === 'TIME_EXCEEDED' || params['reason'] === 'MEMORY_EXCEEDED';

async function comparedOf(
  { document, rivalries, basis }: Task,
  { compare, limits }: Comparing,
): Promise<ComparedDocument> {
  const comparisons: StoredComparison[] = [];
  const problems: Problem[] = [];
  for (const rivalry of rivalries) {
    const result = await shownByAll(document, rivalry, compare);
    if ('code' in result) problems.push(result);
    else comparisons.push(result);
  }
  const made = { sha256: document.sha256, comparisons, problems };
  if (problems.length === 0) return { ...made, basis };
  return { ...made, basis: problems.every(isOverLimit) ? overLimits(basis, limits) : '' };
}

/**
 * What every rival shows: where one of them agrees with the document, nothing is claimed against it. Once nothing is left to
 * claim, the others need not be asked.
 */
async function shownByAll(
  first: Comparable,
  { way: kind, rivals: [lead, ...others] }: Rivalry,
  compare: Compare,
): Promise<StoredComparison | Problem> {
  const told = await compare({ kind, first, second: lead });
  if ('code' in told) return told;
  let shown = told.findings;
  for (const second of others) {
    if (shown.length === 0) break;
    const theirs = await compare({ kind, first, second });
    if ('code' in theirs) return theirs;
    const ids = new Set(theirs.findings.map(({ id }) => id));
    shown = shown.filter(({ id }) => ids.has(id));
  }
  return { other: lead.sha256, outcomes: told.outcomes, findings: shown };
}
