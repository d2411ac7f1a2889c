import { catalogue, type Code, type Level } from '../../model/catalogue.js';
import type { Problem } from '../../model/problem.js';
import type { LedgerEntry, LedgerState, ReportHead, Store } from '../../store/store.js';
import type { Packed } from '../read/reader-pool.js';
import { unread, without, type Prepared, type Preparer, type UnderWay } from './prepare.js';
import { readable } from './standing.js';
import type { Met } from './walk.js';

/** How many of the files that were found came to each state; what is gone was not found. */
export type StateCounts = Readonly<Record<Exclude<LedgerState, 'missing'>, number>>;
/** A file that was not read, or about which something must be said; `uncompared` where it could not be held against another. */
export interface Trouble {
  readonly path: string;
  readonly state: LedgerState | 'uncompared';
  readonly problem: Problem;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Of the files on the disk, an archive as one. */
  readonly bytes: { readonly done: number; readonly total: number };
  readonly counts: StateCounts;
  /** The file that was stored last. */
  readonly path: string;
}

export interface Watching {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Is told of every file when its state is in the store. */
  readonly onFile?: ((entry: LedgerEntry) => void) | undefined;
}

/** Ledger rows of files that bring nothing new are stored this many at a time: each transaction waits for the disk. */
const batch = 500;

/** Files on their way into the store: some being read ahead, stored strictly in the order in which they were taken. */
export class Importing {
  readonly #store: Store;
  readonly #run: number;
  readonly #preparer: Preparer;
  /** Of the files met so far: an archive turns out to be several. */
  #total: number;
  readonly #watching: Watching;
  readonly #mostAhead: number;
  readonly #ahead: Prepared[] = [];
  #unsaved: LedgerEntry[] = [];
  #done = 0;
  /** Sizes of the files that are still to come. */
  readonly #sizes: Map<string, number>;
  readonly #bytes: { done: number; readonly total: number };
  readonly #counts = emptyCounts();
  readonly #troubles: Trouble[] = [];
  /** Archives that were opened, so that all files in them were met. */
  readonly opened = new Set<string>();

  constructor(
    store: Store,
    run: number,
    preparer: Preparer,
    found: readonly Met[],
    mostAhead: number,
    watching: Watching,
  ) {
    this.#store = store;
    this.#run = run;
    this.#preparer = preparer;
    this.#total = found.length;
    this.#sizes = new Map(found.flatMap((met) => ('take' in met ? [[met.path, met.size] as const] : [])));
    this.#bytes = { done: 0, total: [...this.#sizes.values()].reduce((sum, size) => sum + size, 0) };
    this.#mostAhead = mostAhead;
    this.#watching = watching;
  }

  /** An archive becomes its files before the next is taken: which of two equal contents comes first never depends on chance. */
  async take(met: Met): Promise<void> {
    const prepared = await this.#preparer.prepare(met);
    const members = 'packed' in prepared ? await this.#preparer.membersOf(prepared) : null;
    if (!('packed' in prepared) || members === null) return this.#queue(prepared);
    let count = 0;
    for await (const member of this.#preparer.unfold(prepared, members)) {
      if (count++ > 0) this.#total++;
      await this.#queue(member);
    }
  }

  async finish(): Promise<void> {
    while (this.#ahead.length > 0) await this.#storeNext();
    await this.#save();
  }

  get total(): number {
    return this.#total;
  }

  told(): { readonly counts: StateCounts; readonly troubles: readonly Trouble[]; readonly notRetried: number } {
    return { counts: this.#counts, troubles: this.#troubles, notRetried: this.#preparer.notRetried };
  }

  async #queue(prepared: Prepared): Promise<void> {
    this.#ahead.push(prepared);
    while (this.#ahead.length > this.#mostAhead || (this.#ahead[0] && 'entry' in this.#ahead[0])) {
      await this.#storeNext();
    }
  }

  async #storeNext(): Promise<void> {
    const next = this.#ahead.shift();
    if (!next) return;
    if ('entry' in next) {
      this.#unsaved.push(next.entry);
      if (this.#unsaved.length >= batch) await this.#save();
      return;
    }
    const packed = await next.packed;
    this.#unsaved.push(entryOf(next, packed));
    await this.#save();
    this.#preparer.done(next, packed);
  }

  async #save(): Promise<void> {
    const entries = this.#unsaved;
    if (entries.length === 0) return;
    await this.#store.record(this.#run, entries);
    this.#unsaved = [];
    for (const entry of entries) this.#saved(entry);
  }

  #saved(entry: LedgerEntry): void {
    const { path, state, problem } = entry;
    this.#watching.onFile?.(entry);
    // of a file that is gone there is nothing to count
    if (state === 'missing') return void this.#total--;
    this.#done++;
    this.#counts[state]++;
    this.#bytes.done += this.#sizes.get(path) ?? 0;
    this.#sizes.delete(path);
    if (problem?.code.startsWith('ARCHIVE_')) this.opened.add(path);
    if (problem && levelOf(problem) !== 'info') this.#troubles.push({ path, state, problem });
    const { onProgress } = this.#watching;
    onProgress?.({ done: this.#done, total: this.#total, bytes: this.#bytes, counts: this.#counts, path });
  }
}

/** A content that another path brought in this run is a duplicate of it only if it could be read; else both failed alike. */
function entryOf({ path, content, again }: UnderWay, packed: Packed): LedgerEntry {
  if ('members' in packed) throw new Error('an archive is not stored');
  if ('unreadable' in packed) return unread(path, packed.unreadable);
  if ('problem' in packed) return without(path, packed.state, packed.problem);
  const { report, seconds } = packed;
  const { state, problems } = report.head;
  const wordless = problems.find(({ code }) => code === 'NO_TEXT_LAYER' || code === 'FILE_WORDLESS');
  const read = again ? { content, report: null } : { content, report, seconds };
  if (readable(state) && wordless) return { path, state: 'wordless', problem: wordless as Problem, ...read };
  if (again && readable(state)) return { path, state: again, problem: null, ...read };
  return { path, state, problem: worstOf(problems), ...read };
}

const levelOf = ({ code }: { readonly code: string }): Level => catalogue[code as Code]?.level ?? 'error';
const levels: readonly Level[] = ['error', 'warning', 'info'];

function worstOf(problems: ReportHead['problems']): Problem | null {
  const rank = (it: (typeof problems)[number]): number => levels.indexOf(levelOf(it));
  return (problems.toSorted((a, b) => rank(a) - rank(b))[0] as Problem | undefined) ?? null;
}

function emptyCounts(): Record<keyof StateCounts, number> {
  return {
    ok: 0,
    ok_partial: 0,
    moved: 0,
    duplicate: 0,
    unchanged: 0,
    wordless: 0,
    failed: 0,
    limit_exceeded: 0,
    encrypted: 0,
    unsupported: 0,
    skipped: 0,
  };
}
