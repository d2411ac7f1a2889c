import { createHash } from 'node:crypto';
import { lstat, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { problem, type Problem } from '../../model/problem.js';
import type { Report, State } from '../../model/report.js';
import { ParseFailure } from '../../parse/failure.js';
import type { ReportArchive } from '../../parse/zip/report-archive.js';
import type { KnownContent, KnownPath, LedgerEntry, Stamp, Store } from '../../store/store.js';
import { archiveOf, unfold, type Held } from '../unfold.js';
import { Unreadable, largestFile, sameStamp, stampOf, withFile, type OpenFile } from './read-file.js';
import { reasonOf, type Met } from './walk.js';

export type Analyze = (bytes: Uint8Array, fileName: string) => Promise<Report>;
type Content = NonNullable<LedgerEntry['content']>;
type Taken = Extract<Met, { take: string }>;

/** An archive of reports, with the stamp of the file that it is. */
interface Opened {
  readonly archive: ReportArchive;
  readonly stamp: Stamp;
}

/** What a file comes to: known at once, or when its content has been analysed. */
export type Prepared =
  | { readonly entry: LedgerEntry }
  | {
      readonly path: string;
      readonly content: Content;
      readonly report: Promise<Report>;
      /** What to say of it instead of storing the report again, where another path of this run brought the same content. */
      readonly again: 'duplicate' | 'unchanged' | null;
    };

/** Decides, file by file and in order, what there is to do; reads and hashes only where the store does not know already. */
export class Preparer {
  readonly #store: Store;
  readonly #rules: string;
  readonly #analyze: Analyze;
  readonly #underWay = new Map<string, Promise<Report>>();

  constructor(store: Store, rules: string, analyze: Analyze) {
    this.#store = store;
    this.#rules = rules;
    this.#analyze = analyze;
  }

  /** A file, or each file of an archive. Never rejects because of a file; only the store's faults come through. */
  async *prepare(met: Met): AsyncGenerator<Prepared> {
    if ('state' in met) {
      yield { entry: without(met.path, met.state, met.problem) };
      return;
    }
    const taken = await this.#taken(met);
    if ('archive' in taken) yield* this.#unfolded(met.path, taken);
    else yield taken;
  }

  async #taken(met: Taken): Promise<Prepared | Opened> {
    const { path, at, take } = met;
    const known = await this.#store.pathKnown(path);
    try {
      const quick = stampOf(await (take === 'named' ? stat : lstat)(at, { bigint: true }));
      if (known && this.#sound(known) && sameStamp(known.stamp, quick)) return { entry: unchanged(path, known) };
      return await withFile(at, take === 'named', (file) => this.#opened(met, file, known));
    } catch (error) {
      if (!(error instanceof Unreadable) && !(error instanceof Error && 'syscall' in error)) throw error;
      const reason = reasonOf(error);
      const why =
        reason === 'ENOENT' ? problem('FILE_NOT_FOUND', { path }) : problem('FILE_UNREADABLE', { path, reason });
      return { entry: without(path, 'failed', why) };
    }
  }

  async #opened(met: Taken, file: OpenFile, known: KnownPath | null): Promise<Prepared | Opened> {
    const { path, take } = met;
    const name = basename(path);
    if (take === 'bytes' && !(await file.looksLikeReport())) {
      return { entry: without(path, 'skipped', problem('PATH_SKIPPED', { path })) };
    }
    if (file.stamp.size > largestFile) {
      const why = problem('FILE_TOO_LARGE', { file: name, bytes: file.stamp.size, limit: largestFile });
      return { entry: without(path, 'limit_exceeded', why) };
    }
    const bytes = await file.bytes();
    const archive = archiveOf(bytes);
    return archive ? { archive, stamp: file.stamp } : this.#content(path, name, bytes, file.stamp, known);
  }

  /** A file of an archive is known by its own path, and is as it was while the archive is. */
  async *#unfolded(path: string, { archive, stamp }: Opened): AsyncGenerator<Prepared> {
    let changed = false;
    for (const met of unfold(archive, { path, file: basename(path) })) {
      if ('problem' in met) {
        const state: LedgerEntry['state'] = met.state === 'ok' && !changed ? 'unchanged' : met.state;
        changed ||= state !== 'unchanged' && state !== 'skipped';
        yield { entry: without(met.path, state, met.problem) };
        continue;
      }
      const prepared = await this.#held(met, { ...stamp, size: met.size });
      changed ||= !('entry' in prepared && prepared.entry.state === 'unchanged');
      yield prepared;
    }
  }

  async #held(held: Held, stamp: Stamp): Promise<Prepared> {
    const { path, file } = held;
    const known = await this.#store.pathKnown(path);
    if (known && this.#sound(known) && sameStamp(known.stamp, stamp)) return { entry: unchanged(path, known) };
    try {
      return await this.#content(path, file, held.unpack(), stamp, known);
    } catch (error) {
      if (!(error instanceof ParseFailure)) throw error;
      return { entry: without(path, error.state, error.problem(file)) };
    }
  }

  async #content(
    path: string,
    name: string,
    bytes: Uint8Array,
    stamp: Stamp,
    known: KnownPath | null,
  ): Promise<Prepared> {
    const content: Content = { sha256: createHash('sha256').update(bytes).digest('hex'), stamp };
    const here = known?.sha256 === content.sha256;
    const again = here ? 'unchanged' : 'duplicate';
    const shared = this.#underWay.get(content.sha256);
    if (shared) return { path, content, report: shared, again };
    const stored = here ? known : await this.#store.contentKnown(content.sha256);
    if (stored && this.#sound(stored)) return { entry: { path, state: again, problem: null, content, report: null } };
    const report = this.#analyze(bytes, name);
    this.#underWay.set(content.sha256, report);
    report.catch(() => {});
    return { path, content, report, again: null };
  }

  /** A report was stored: from now on the store knows it. One that failed is kept, so that its copies fail with it at once. */
  done({ sha256, state }: Report): void {
    if (readable(state)) this.#underWay.delete(sha256);
  }

  /** What failed or was judged by other rules is read again each time it is met: a retry needs no command of its own. */
  #sound({ state, rules }: KnownContent): boolean {
    return readable(state) && rules === this.#rules;
  }
}

export const readable = (state: State): boolean => state === 'ok' || state === 'ok_partial';

function without(path: string, state: LedgerEntry['state'], why: Problem): LedgerEntry {
  return { path, state, problem: why, content: null, report: null };
}

function unchanged(path: string, { sha256, stamp }: KnownPath): LedgerEntry {
  return { path, state: 'unchanged', problem: null, content: { sha256, stamp }, report: null };
}
