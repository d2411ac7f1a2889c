import { createHash } from 'node:crypto';
import { lstat, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { problem, type Problem } from '../../model/problem.js';
import type { Report, State } from '../../model/report.js';
import type { KnownContent, KnownPath, LedgerEntry, Store } from '../../store/store.js';
import { Unreadable, largestFile, sameStamp, stampOf, withFile, type OpenFile } from './read-file.js';
import { reasonOf, type Met } from './walk.js';

export type Analyze = (bytes: Uint8Array, fileName: string) => Promise<Report>;
type Content = NonNullable<LedgerEntry['content']>;

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

  /** Never rejects because of the file; only the store's faults come through. */
  async prepare(met: Met): Promise<Prepared> {
    if ('state' in met) return { entry: without(met.path, met.state, met.problem) };
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

  async #opened(met: Extract<Met, { take: string }>, file: OpenFile, known: KnownPath | null): Promise<Prepared> {
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
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return this.#content(path, name, bytes, { sha256, stamp: file.stamp }, known);
  }

  async #content(
    path: string,
    name: string,
    bytes: Buffer,
    content: Content,
    known: KnownPath | null,
  ): Promise<Prepared> {
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
