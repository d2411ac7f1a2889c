import { facetNames, type DeskDocument, type FacetName, type Facets } from '../model/desk.js';
import type { ReviewEvent } from '../model/review.js';
import type { FindingGlance } from '../store/glance.js';
import type { DocumentSummary, Store } from '../store/store.js';
import type { Chosen } from './query.js';

export const deskDocument = (it: DocumentSummary): DeskDocument => ({
  sha256: it.sha256,
  title: it.title ?? it.file,
  path: it.path ?? it.missing?.path ?? null,
  organisation: it.organisation,
  year: it.reportYear,
  kind: it.reportKind,
  state: it.state,
});

const valueOf: Readonly<Record<FacetName, (it: FindingGlance) => string>> = {
  status: (it) => it.status,
  severity: (it) => it.severity,
  rule: (it) => it.rule,
  year: (it) => String(it.document.reportYear ?? ''),
  organisation: (it) => it.document.organisation ?? '',
  kind: (it) => it.document.reportKind ?? '',
  state: (it) => it.document.state,
  document: (it) => it.document.sha256,
};

/** A column of a list: each value once, and of each row which value it has. */
class Column {
  readonly values: string[] = [];
  readonly codes: number[] = [];
  readonly #known = new Map<string, number>();

  set(row: number, value: string): void {
    const code = this.#known.get(value) ?? this.values.push(value) - 1;
    this.#known.set(value, code);
    this.codes[row] = code;
  }

  /** Of each code whether it is among the values; null where any will do. */
  allowing(values: readonly string[]): Uint8Array | null {
    if (values.length === 0) return null;
    const allowed = new Uint8Array(this.values.length);
    for (const value of values) {
      const code = this.#known.get(value);
      if (code !== undefined) allowed[code] = 1;
    }
    return allowed;
  }
}

interface Tally {
  readonly findings: number;
  readonly open: number;
}

interface Listing {
  readonly rows: readonly number[];
  readonly facets: Facets;
}

/** How many values of one facet are told: those that are chosen and the most frequent others. */
const mostValues = 200;
const remembered = 24;

/** Every finding that lists show, at one moment, with columns to choose by. */
class Snapshot {
  readonly findings: readonly FindingGlance[];
  readonly documents: readonly DocumentSummary[];
  readonly #statuses: FindingGlance['status'][];
  readonly #columns: Readonly<Record<FacetName, Column>>;
  readonly #words: string[];
  readonly #listings = new Map<string, Listing>();
  #tally: ReadonlyMap<string, Tally> | null = null;

  constructor(findings: readonly FindingGlance[], documents: readonly DocumentSummary[]) {
    this.findings = findings;
    this.documents = documents;
    this.#statuses = findings.map((it) => it.status);
    this.#columns = Object.fromEntries(facetNames.map((name) => [name, new Column()])) as Record<FacetName, Column>;
    findings.forEach((it, row) => facetNames.forEach((name) => this.#columns[name].set(row, valueOf[name](it))));
    this.#words = findings.map((it) =>
      `#${it.number} ${it.rule} ${it.message}\n${it.document.title ?? ''}\n${it.document.path ?? ''}`.toLowerCase(),
    );
  }

  /** Rows that have one of the values of every facet and all of the words, in order; each facet is counted without its own choice. */
  list(chosen: Chosen): Listing {
    const key = JSON.stringify(chosen);
    const known = this.#listings.get(key);
    if (known) return known;
    const listing = this.#chosenBy(chosen);
    if (this.#listings.size >= remembered) this.#listings.clear();
    this.#listings.set(key, listing);
    return listing;
  }

  #chosenBy({ facets, words }: Chosen): Listing {
    const columns = facetNames.map((name) => this.#columns[name]);
    const allowed = facetNames.map((name, at) => columns[at]?.allowing(facets[name]) ?? null);
    const counts = columns.map(({ values }) => new Uint32Array(values.length));
    const count = (at: number, row: number): void => {
      const [own, code] = [counts[at], columns[at]?.codes[row]];
      if (own && code !== undefined) own[code] = (own[code] ?? 0) + 1;
    };
    const rows: number[] = [];
    for (let row = 0; row < this.findings.length; row++) {
      if (!words.every((word) => this.#words[row]?.includes(word))) continue;
      let [failing, fails] = [-1, 0];
      for (let at = 0; at < allowed.length && fails < 2; at++)
        if (allowed[at]?.[columns[at]?.codes[row] ?? 0] === 0) [failing, fails] = [at, fails + 1];
      if (fails === 1) count(failing, row);
      if (fails > 0) continue;
      rows.push(row);
      for (let at = 0; at < columns.length; at++) count(at, row);
    }
    const counted = facetNames.map((name, at) => {
      const all = (columns[at]?.values ?? []).map((value, code) => ({ value, count: counts[at]?.[code] ?? 0 }));
      const shown = all.filter((it) => it.count > 0 || facets[name].includes(it.value));
      const ordered = shown.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return [name, ordered.filter((it, place) => place < mostValues || facets[name].includes(it.value))] as const;
    });
    return { rows, facets: Object.fromEntries(counted) as unknown as Facets };
  }

  status(row: number): FindingGlance['status'] {
    return this.#statuses[row] ?? 'open';
  }

  /** Of each document that has any, by sha256, how many of its findings are listed and how many are open. */
  tally(): ReadonlyMap<string, Tally> {
    if (this.#tally) return this.#tally;
    const tally = new Map<string, { findings: number; open: number }>();
    this.findings.forEach(({ document }, row) => {
      const own = tally.get(document.sha256) ?? { findings: 0, open: 0 };
      own.findings++;
      if (this.status(row) === 'open' || this.status(row) === 'reopened') own.open++;
      tally.set(document.sha256, own);
    });
    return (this.#tally = tally);
  }

  /** Puts a decision in, so that whoever took it sees it at once. */
  take(event: ReviewEvent): void {
    this.findings.forEach((it, row) => {
      if (it.number !== event.number && !(it.finding === event.finding && it.document.sha256 === event.document))
        return;
      this.#statuses[row] = event.to;
      this.#columns.status.set(row, event.to);
    });
    this.#listings.clear();
    this.#tally = null;
  }
}

/** Rows that are read before others get their turn. */
const atOnce = 500;
/** Milliseconds that a request waits for a new list; a larger list is shown as it was while the new one is made. */
const patience = 150;
/** Milliseconds between two lists while an import goes on. */
const pause = 2000;

/** The list of all findings, kept in memory and made anew after the database has changed. */
export class Overview {
  readonly #store: Store;
  #snapshot: Snapshot | null = null;
  #generation = -1;
  #loading: Promise<Snapshot> | null = null;
  #took = 0;
  #loadedAt = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  get generation(): number {
    return this.#generation;
  }

  async current(): Promise<Snapshot> {
    const generation = await this.#store.generation();
    const snapshot = this.#snapshot;
    if (snapshot && generation === this.#generation) return snapshot;
    if (snapshot && this.#took > patience) {
      if (Date.now() - this.#loadedAt > pause) this.#load(generation).catch(() => {});
      return snapshot;
    }
    return this.#load(generation);
  }

  take(event: ReviewEvent): void {
    this.#snapshot?.take(event);
  }

  #load(generation: number): Promise<Snapshot> {
    this.#loading ??= this.#read(generation).finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #read(generation: number): Promise<Snapshot> {
    const start = Date.now();
    const findings: FindingGlance[] = [];
    const documents: DocumentSummary[] = [];
    const turn = (count: number): Promise<void> | undefined =>
      count % atOnce === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
    for await (const it of this.#store.glances()) await turn(findings.push(it));
    for await (const it of this.#store.held()) await turn(documents.push(it));
    this.#snapshot = new Snapshot(findings, documents);
    [this.#generation, this.#took, this.#loadedAt] = [generation, Date.now() - start, Date.now()];
    return this.#snapshot;
  }
}
