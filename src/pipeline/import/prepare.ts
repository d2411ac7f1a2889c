import { lstat, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { problem, type Problem } from '../../model/problem.js';
import type { Ledger } from '../../store/ledger.js';
import type { KnownContent, LedgerEntry, Stamp, Store } from '../../store/store.js';
import type { Hashed, ToRead } from '../read/read.js';
import type { KnownToRead, Packed, Reader } from '../read/reader-pool.js';
import type { Held, Unfolded } from '../unfold.js';
import { Absence, goneEntry } from './gone.js';
import { Unreadable, sameStamp, stampOf, withFile, type OpenFile } from './read-file.js';
import { readable, standingOf, type ReadBy } from './standing.js';
import { reasonOf, unreadable } from './unreadable.js';
import { passedBy, type Met } from './walk.js';

type Again = NonNullable<UnderWay['again']>;
type Content = NonNullable<LedgerEntry['content']>;
type Taken = Extract<Met, { take: string }>;
type Place = Omit<KnownToRead, 'sha256'>;

/** A file whose content is being read. */
export interface UnderWay {
  readonly path: string;
  readonly source: ToRead;
  readonly content: Content;
  readonly packed: Promise<Packed>;
  /** What to say of it instead of storing the report again, where another path of this run brought the same content. */
  readonly again: 'duplicate' | 'unchanged' | null;
}

/** What a file comes to: known at once, or when its content has been read. */
export type Prepared = { readonly entry: LedgerEntry } | UnderWay;

/** What the store is asked of files. */
export type Known = Pick<Store & Ledger, 'pathKnown' | 'contentKnown' | 'pathsOf'>;

export interface Wanted extends ReadBy {
  /** In bytes; a larger file is not read. */
  readonly largest: number;
  /** Of an archive that is not one of these, only its files among these. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** Places of a content that are looked at for one that it was moved from. */
const mostPlaces = 50;

/** Decides, file by file and in order, what there is to do; has files read only where the store does not know already. */
export class Preparer {
  readonly #store: Known;
  readonly #by: Wanted;
  readonly #reader: Reader;
  readonly #underWay = new Map<string, Promise<Packed>>();
  /** Contents that were read in this run, and are not read again whatever is asked. */
  readonly #read = new Set<string>();
  readonly #absence = new Absence(new Set());
  /** Where files that are gone are now. */
  readonly moved = new Map<string, string>();
  #notRetried = 0;

  constructor(store: Known, by: Wanted, reader: Reader) {
    this.#store = store;
    this.#by = by;
    this.#reader = reader;
  }

  /** Files that failed before, for reasons of their own, and were not read again. */
  get notRetried(): number {
    return this.#notRetried;
  }

  /** Never rejects because of a file; only the store's faults come through. */
  async prepare(met: Met): Promise<Prepared> {
    if ('state' in met) return { entry: without(met.path, met.state, met.problem) };
    const { path, at, take } = met;
    const known = await this.#store.pathKnown(path);
    try {
      const quick = stampOf(await (follows(met) ? stat : lstat)(at, { bigint: true }));
      const entry = known && sameStamp(known.stamp, quick) ? this.#standing(path, known, quick, 'unchanged') : null;
      return entry ?? (await withFile(at, follows(met), (file) => this.#opened(met, file, known)));
    } catch (error) {
      if (!(error instanceof Unreadable) && !(error instanceof Error && 'syscall' in error)) throw error;
      if (take === 'known' && this.#absence.of(path)) return { entry: goneEntry(path, null) };
      return { entry: unread(path, reasonOf(error)) };
    }
  }

  async #opened(met: Taken, file: OpenFile, known: KnownContent | null): Promise<Prepared> {
    const { path, at, take } = met;
    const name = basename(path);
    if (take === 'bytes' && !(await file.looksLikeReport())) {
      return { entry: without(path, 'skipped', passedBy(path)) };
    }
    const large = this.#tooLarge(path, name, file.stamp.size);
    if (large) return large;
    const mayBeArchive = await file.mayBeArchive();
    const place = { path: at, follow: follows(met), within: [], shown: path, file: name, mayBeArchive };
    return this.#content(place, { sha256: await file.sha256(), stamp: file.stamp }, known);
  }

  /** The files of what turns out to be an archive; null of anything else, which is not waited for. */
  async membersOf(prepared: UnderWay): Promise<readonly Unfolded[] | null> {
    if (!prepared.source.mayBeArchive) return null;
    const packed = await prepared.packed;
    if (!('members' in packed)) return null;
    this.done(prepared, packed);
    return packed.members;
  }

  /** The files of an archive, and at last the archive. A file of it is known by its own path, and is as it was while the archive is. */
  async *unfold({ path, source, content }: UnderWay, all: readonly Unfolded[]): AsyncGenerator<Prepared> {
    const { stamp } = content;
    const members = all.filter((met) => met === all.at(-1) || this.#isWanted(met.path));
    const hashes = await this.#hashes(path, source, members, stamp);
    if ('problem' in hashes) {
      yield { entry: without(path, hashes.state, hashes.problem) };
      return;
    }
    let changed = false;
    for (const met of members) {
      if ('problem' in met) {
        const state: LedgerEntry['state'] = met.state === 'ok' && !changed ? 'unchanged' : met.state;
        changed ||= state !== 'unchanged' && state !== 'skipped';
        // the archive itself comes last
        const whole = met === members.at(-1) ? content : null;
        yield { entry: { ...without(met.path, state, met.problem), content: whole } };
        continue;
      }
      const large = this.#tooLarge(met.path, met.file, met.size);
      const prepared = large ?? (await this.#held(met, source, { ...stamp, size: met.size }, hashes));
      changed ||= !('entry' in prepared && prepared.entry.state === 'unchanged');
      yield prepared;
    }
  }

  /** Of an archive that was asked for, all files are. */
  #isWanted(path: string): boolean {
    const { only } = this.#by;
    if (only === undefined || only.has(path)) return true;
    const parts = path.split('!/');
    return parts.some((_, at) => at > 0 && only.has(parts.slice(0, at).join('!/')));
  }

  #tooLarge(path: string, file: string, bytes: number): Prepared | null {
    const { largest } = this.#by;
    if (bytes <= largest) return null;
    return { entry: without(path, 'limit_exceeded', problem('FILE_TOO_LARGE', { file, bytes, limit: largest })) };
  }

  /** Of the members that are not known by their stamps. */
  async #hashes(
    path: string,
    { path: at, follow }: ToRead,
    members: readonly Unfolded[],
    stamp: Stamp,
  ): Promise<HashMap | Exclude<Awaited<ReturnType<Reader['hash']>>, readonly Hashed[]>> {
    const wanted: Held[] = [];
    for (const met of members) {
      if ('problem' in met) continue;
      const known = await this.#store.pathKnown(met.path);
      const same = known !== null && sameStamp(known.stamp, { ...stamp, size: met.size });
      if (!same || standingOf(known, this.#by) === null) wanted.push(met);
    }
    const name = basename(path);
    const hashed =
      wanted.length === 0 ? [] : await this.#reader.hash({ archive: { path: at, follow }, members: wanted }, name);
    if ('problem' in hashed) return hashed;
    return new Map(wanted.map((it, i) => [it, hashed[i]]));
  }

  async #held(held: Held, { path: at, follow }: ToRead, stamp: Stamp, hashes: HashMap): Promise<Prepared> {
    const { path, file, within } = held;
    const known = await this.#store.pathKnown(path);
    const hashed = hashes.get(held);
    if (!hashed) {
      const entry = known && this.#standing(path, known, stamp, 'unchanged');
      // what another importer did to it meanwhile is seen in the next run
      return entry ?? { entry: unread(path, 'changed while it was read') };
    }
    if ('problem' in hashed) return { entry: without(path, hashed.state, hashed.problem) };
    const place = { path: at, follow, within, shown: path, file, mayBeArchive: false };
    return this.#content(place, { sha256: hashed.sha256, stamp }, known);
  }

  async #content(place: Place, content: Content, known: KnownContent | null): Promise<Prepared> {
    const path = place.shown;
    const { sha256, stamp } = content;
    const here = known?.sha256 === sha256;
    const again = here ? 'unchanged' : 'duplicate';
    const pack = (): Promise<Packed> => this.#reader.pack({ ...place, sha256 });
    const shared = this.#underWay.get(sha256);
    if (shared) {
      // an archive's files have other paths there
      const packed = shared.then((it) => ('members' in it ? pack() : it));
      packed.catch(() => {});
      return { path, source: { ...place, sha256 }, content, packed, again };
    }
    const stored = here ? known : await this.#store.contentKnown(sha256);
    const entry = stored && this.#standing(path, stored, stamp, again);
    if (entry) return known === null ? this.#moved(entry, sha256) : entry;
    const packed = pack();
    this.#underWay.set(sha256, packed);
    packed.catch(() => {});
    return { path, source: { ...place, sha256 }, content, packed, again: null };
  }

  /** A content was stored: from now on the store knows it. One that failed is kept, so that its copies fail with it at once. */
  done({ content: { sha256 } }: UnderWay, packed: Packed): void {
    if (!('members' in packed)) this.#read.add(sha256);
    if (!('report' in packed) || readable(packed.report.head.state)) this.#underWay.delete(sha256);
  }

  /** A copy of what lay elsewhere and does so no more was moved. */
  async #moved(copy: { readonly entry: LedgerEntry }, sha256: string): Promise<Prepared> {
    const { path, state } = copy.entry;
    const places = await this.#store.pathsOf(sha256, mostPlaces);
    const from = places.find((it) => it !== path && !this.moved.has(it) && this.#absence.of(it));
    if (from === undefined) return copy;
    this.moved.set(from, path);
    return state === 'duplicate' ? { entry: { ...copy.entry, state: 'moved' } } : copy;
  }

  /** What to say of a content that need not be read again; null of one that must. */
  #standing(path: string, known: KnownContent, stamp: Stamp, again: Again): { readonly entry: LedgerEntry } | null {
    const standing = standingOf(known, this.#read.has(known.sha256) ? { ...this.#by, reprocess: 'changed' } : this.#by);
    if (standing === null) return null;
    const content = { sha256: known.sha256, stamp };
    if (standing === 'read') return { entry: { path, state: again, problem: null, content, report: null } };
    this.#notRetried++;
    return { entry: { path, state: standing.state, problem: standing.problem, content, report: null } };
  }
}

const follows = ({ take }: Taken): boolean => take === 'named' || take === 'known';

type HashMap = ReadonlyMap<Held, Hashed | undefined>;

export function without(path: string, state: LedgerEntry['state'], why: Problem): LedgerEntry {
  return { path, state, problem: why, content: null, report: null };
}

export const unread = (path: string, reason: string): LedgerEntry => without(path, 'failed', unreadable(path, reason));
