import { catalogue, type Code, type Level } from '../../model/catalogue.js';
import type { Problem } from '../../model/problem.js';
import type { Report } from '../../model/report.js';
import type { LedgerEntry, LedgerState, Store } from '../../store/store.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { uncheckedIn } from '../coverage.js';
import { readable, type Prepared, type Preparer } from './prepare.js';
import type { Met } from './walk.js';

export type StateCounts = Readonly<Record<LedgerState, number>>;
/** A file that was not read, or about which something must be said; `uncompared` where it could not be held against another. */
export interface Trouble {
  readonly path: string;
  readonly state: LedgerState | 'uncompared';
  readonly problem: Problem;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly counts: StateCounts;
  /** The file that was stored last. */
  readonly path: string;
}

/** Ledger rows of files that bring nothing new are stored this many at a time: each transaction waits for the disk. */
const batch = 500;
const mostBytesAhead = 64 * 1024 * 1024;

/** Files on their way into the store: some being read ahead, stored strictly in the order in which they were taken. */
export class Importing {
  readonly #store: Store;
  readonly #run: number;
  readonly #preparer: Preparer;
  readonly #rulebook: Rulebook;
  /** Of the files met so far: an archive turns out to be several. */
  #total: number;
  readonly #onProgress: ((progress: Progress) => void) | undefined;
  readonly #ahead: Prepared[] = [];
  #unsaved: LedgerEntry[] = [];
  #done = 0;
  readonly #counts = emptyCounts();
  readonly #troubles: Trouble[] = [];

  constructor(
    store: Store,
    run: number,
    preparer: Preparer,
    rulebook: Rulebook,
    total: number,
    onProgress: ((progress: Progress) => void) | undefined,
  ) {
    this.#store = store;
    this.#run = run;
    this.#preparer = preparer;
    this.#rulebook = rulebook;
    this.#total = total;
    this.#onProgress = onProgress;
  }

  async take(met: Met, mostAhead: number): Promise<void> {
    let more = 0;
    for await (const prepared of this.#preparer.prepare(met)) {
      if (more++ > 0) this.#total++;
      this.#ahead.push(prepared);
      while (this.#isFull(mostAhead) || (this.#ahead[0] && 'entry' in this.#ahead[0])) await this.#storeNext();
    }
  }

  async finish(): Promise<void> {
    while (this.#ahead.length > 0) await this.#storeNext();
    await this.#save();
  }

  get total(): number {
    return this.#total;
  }

  told(): { readonly counts: StateCounts; readonly troubles: readonly Trouble[] } {
    return { counts: this.#counts, troubles: this.#troubles };
  }

  /** Files that wait to be read are held in memory, so few large ones are as much as many small ones. */
  #isFull(mostAhead: number): boolean {
    const sizes = this.#ahead.map((it) => ('content' in it ? it.content.stamp.size : 0));
    return this.#ahead.length > mostAhead || (sizes.length > 1 && sizes.reduce((a, b) => a + b) > mostBytesAhead);
  }

  async #storeNext(): Promise<void> {
    const next = this.#ahead.shift();
    if (!next) return;
    if ('entry' in next) {
      this.#unsaved.push(next.entry);
      if (this.#unsaved.length >= batch) await this.#save();
      return;
    }
    const report = await next.report;
    const entry = entryOf(next, report);
    this.#unsaved.push(entry.report ? { ...entry, unchecked: uncheckedIn(entry.report, this.#rulebook) } : entry);
    await this.#save();
    this.#preparer.done(report);
  }

  async #save(): Promise<void> {
    const entries = this.#unsaved;
    if (entries.length === 0) return;
    await this.#store.record(this.#run, entries);
    this.#unsaved = [];
    for (const { path, state, problem } of entries) {
      this.#done++;
      this.#counts[state]++;
      if (problem && levelOf(problem) !== 'info') this.#troubles.push({ path, state, problem });
      this.#onProgress?.({ done: this.#done, total: this.#total, counts: this.#counts, path });
    }
  }
}

/** A content that another path brought in this run is a duplicate of it only if it could be read; else both failed alike. */
function entryOf(prepared: Exclude<Prepared, { entry: unknown }>, report: Report): LedgerEntry {
  const { path, content, again } = prepared;
  if (again && readable(report.state)) return { path, state: again, problem: null, content, report: null };
  return { path, state: report.state, problem: worstOf(report.problems), content, report: again ? null : report };
}

const levelOf = ({ code }: { readonly code: string }): Level => catalogue[code as Code]?.level ?? 'error';
const levels: readonly Level[] = ['error', 'warning', 'info'];

function worstOf(problems: Report['problems']): Problem | null {
  const rank = (it: (typeof problems)[number]): number => levels.indexOf(levelOf(it));
  return (problems.toSorted((a, b) => rank(a) - rank(b))[0] as Problem | undefined) ?? null;
}

function emptyCounts(): Record<LedgerState, number> {
  return {
    ok: 0,
    ok_partial: 0,
    duplicate: 0,
    unchanged: 0,
    failed: 0,
    limit_exceeded: 0,
    encrypted: 0,
    unsupported: 0,
    skipped: 0,
  };
}
