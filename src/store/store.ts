import type { Problem } from '../model/problem.js';
import type { AccountList, Finding, Outcome, Report, Severity, State } from '../model/report.js';
import type { Review, ReviewAction, ReviewEvent, ReviewStatus } from '../model/review.js';
import type { Glances } from './glance.js';
import type { Ledger, RunHow, RunProcess } from './ledger.js';

/**
 * Every file seen in a run ends in exactly one of these: `skipped` is what a folder walk met and did not take, `moved` a known
 * content that lay elsewhere before, `wordless` a file that could be opened and in which no word was read, `missing` a known file
 * that is no more there.
 */
export type LedgerState = State | 'duplicate' | 'unchanged' | 'skipped' | 'moved' | 'wordless' | 'missing';

/** What a file system says of a file. Where all three are as they were, its bytes are taken to be as well. */
export interface Stamp {
  readonly size: number;
  /** Nanoseconds since 1970: last change of the bytes, and of the entry itself, which no program can set back. */
  readonly modified: bigint;
  readonly changed: bigint;
}

/** A check that had nothing to judge in a document. */
export interface Unchecked {
  readonly check: string;
  readonly status: 'not_applicable' | 'insufficient_data';
  /** A code: `otherKind`, `missing`, `noClaim` or `across`. */
  readonly reason: string;
  /** Ids of the metrics that it needs and the document does not state. */
  readonly missing: readonly string[];
}

/** What of a report lists show, and the ledger. */
export type ReportHead = Omit<
  Report,
  'headings' | 'blocks' | 'tables' | 'figures' | 'indicators' | 'outcomes' | 'findings'
>;

/** A report as `packReport` prepared it. */
export interface PackedReport {
  readonly head: ReportHead;
  /** Read once, inside the transaction. Those of a report in whose state nothing was read are left alone. */
  readonly parts: Iterable<Uint8Array>;
}

/** How much the reading of a file was allowed to cost. */
export interface Allowed {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The last attempt to read a content, which failed. What an earlier one read of it is kept. */
export interface FailedRead {
  readonly run: number;
  readonly state: Exclude<State, 'ok' | 'ok_partial'>;
  readonly problem: Problem;
  /** What it was tried by. */
  readonly rules: string;
  readonly allowed: Allowed;
}

/** What became of one file of a run. */
export interface LedgerEntry {
  /** Absolute, as shown: bytes that are no UTF-8 stand as `\xNN`. */
  readonly path: string;
  readonly state: LedgerState;
  /** The worst thing to say of it; null when there is nothing. */
  readonly problem: Problem | null;
  /** Null for a file whose bytes were never read. */
  readonly content: { readonly sha256: string; readonly stamp: Stamp } | null;
  /** To be stored with it, in the same transaction. Null when the content is stored already or cannot be. */
  readonly report: PackedReport | null;
  /** Processor time that its reading took; absent where it was not read. */
  readonly seconds?: number | undefined;
}

/** What the store knows of a content. `rules` names the rules that it was last judged by. */
export interface KnownContent {
  readonly sha256: string;
  readonly state: State;
  readonly rules: string;
  /** Null where the last attempt read it. */
  readonly failed: FailedRead | null;
  /** What is to be said of a content that was read and has no word; null of any other. */
  readonly wordless: Problem | null;
}

export interface KnownPath extends KnownContent {
  readonly stamp: Stamp;
}

/** Rules and version that a run judges with, and what it was asked to read. */
export interface RunStart {
  readonly paths: readonly string[];
  readonly rules: string;
  readonly version: string;
  /** ISO time. */
  readonly at: string;
  readonly allowed: Allowed;
  /** As it was asked to go about it, for people to read. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly process: RunProcess;
}

export interface RunEnd {
  readonly how: RunHow;
  readonly at: string;
}

/** A document as lists show it; `path` is the first in order of those that hold it now, null when none does. */
export interface DocumentSummary {
  readonly sha256: string;
  readonly file: string;
  readonly path: string | null;
  /** Where it lay last and since when it is gone, of a document that no path holds. */
  readonly missing: { readonly path: string; readonly since: string } | null;
  readonly state: State;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly reportKind: string | null;
  readonly reportYear: number | null;
  /** The project or matter that it is about; null for the whole of an organisation, and where it does not say. */
  readonly reportSubject: string | null;
  /** Which edition of its report it is; the first was read best and counts. `report` is that one's sha256. */
  readonly edition: number;
  readonly report: string;
  /** Why the document shows an earlier reading: the last attempt, in this run, ended with this code. Null where it does not. */
  readonly stale: { readonly code: string; readonly run: number } | null;
}

/** Where a finding's first quotation stands, for people to find it. */
export interface FindingAddress {
  /** Numbers and titles of the headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly page: number | null;
  /** The table, which of the document it is from 1, and row and column from 0; null outside tables. */
  readonly table: {
    readonly id: string;
    readonly number: number;
    readonly title: string | null;
    readonly row: number;
    readonly col: number;
  } | null;
}

export interface StoredFinding {
  /** Its own in this database, kept through re-import; the editions of a report share it. */
  readonly number: number;
  readonly document: DocumentSummary;
  readonly finding: Finding;
  readonly at: FindingAddress;
  /** Other documents held now, editions of the same report, that have it too, in order of edition. */
  readonly also: readonly { readonly sha256: string; readonly path: string | null }[];
  readonly review: Review;
}

export interface FindingFilter extends SearchFilter {
  readonly severities?: readonly Severity[];
  readonly rule?: string;
  readonly number?: number;
  /** The beginning of its id. */
  readonly id?: string;
  /** The sha256 of its document. */
  readonly document?: string;
  /** With those of documents that no path holds now. */
  readonly missing?: boolean;
  /** With those that lists leave out, which other editions of the report make needless; those of a `document` are all its own. */
  readonly repeated?: boolean;
  readonly statuses?: readonly ReviewStatus[];
  /** Only those that no run before the last met in any version of their report. */
  readonly fresh?: boolean;
}

/** What someone says of a finding of a document. */
export interface Decision {
  readonly sha256: string;
  readonly finding: string;
  readonly action: ReviewAction;
  readonly reason: string | null;
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  /** The last event that its author has seen, 0 for none; another one since makes it fail with REVIEW_CHANGED. */
  readonly seen?: number;
}

/** Documents of one organisation that changed since they were held against each other. */
export interface Uncompared {
  readonly organisation: string;
  /** Counts the changes. */
  readonly generation: number;
}

/** A document of an organisation as far as it is to be held against others. */
export interface Comparable {
  readonly sha256: string;
  readonly file: string;
  readonly path: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly year: number | null;
  /** The rules that it was last judged by. */
  readonly rules: string;
  /** It was read, and some path holds it now. */
  readonly held: boolean;
  /** What its stored comparison rests on; null where none is stored, empty where one is stored that has to be made again. */
  readonly basis: string | null;
  /** Why some of it could not be made. */
  readonly problems: readonly Problem[];
}

/** What holding a document against another came to; the findings are the document's. */
export interface StoredComparison {
  readonly other: string;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
}

/** All that came of holding one document against others. */
export interface ComparedDocument {
  readonly sha256: string;
  /** As `Comparable` has it. */
  readonly basis: string | null;
  readonly comparisons: readonly StoredComparison[];
  /** Why some of them could not be made. */
  readonly problems: readonly Problem[];
}

/** Reports of a year, an organisation, a kind. */
export interface SearchFilter {
  readonly year?: number;
  /** Part of the organisation's name. */
  readonly organisation?: string;
  /** An id of rules/kinds.yaml. */
  readonly reportKind?: string;
}

export interface DocumentFilter extends SearchFilter {
  /** With the other editions of a report. */
  readonly repeated?: boolean;
}

/** A block that holds all the words of a search. */
export interface SearchHit {
  readonly document: DocumentSummary;
  readonly block: string;
  readonly kind: Report['blocks'][number]['kind'];
  readonly page: number | null;
  /** Numbers and titles of the headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
  /** Where the words stand in `text`: UTF-16 offsets, end-exclusive, ascending. */
  readonly matches: readonly (readonly [start: number, end: number])[];
}

/** A metric by name; `unit` is what counts of it are shown in, whatever a report calls it (名, 人), null for any other. */
export interface StoredMetric {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
}

/** A code under one of its names; `since` and `until` are years, null where open. */
export interface StoredAccount {
  readonly list: AccountList;
  readonly code: string;
  readonly name: string;
  readonly since: number | null;
  readonly until: number | null;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * Where reports are kept. One method is one transaction and no transaction handle leaves this folder: that lets one interface
 * sit on a synchronous and an asynchronous driver. Every method rejects with a GoujiError of a STORE_ code when the store fails;
 * one that writes with STORE_MOVED or STORE_DELETED when the path no longer names the file that was opened.
 */
export interface Store extends Ledger, Glances {
  /** Where another process opens it for reading: `openStoreForReading`. */
  readonly path: string;
  startRun(start: RunStart): Promise<number>;
  /** The hash of the rules that the run begun last read by; null where there was none. */
  lastRules(): Promise<string | null>;
  /** Stores all of the entries, their documents and their paths, or nothing. Saving the same document twice changes nothing. */
  record(run: number, entries: readonly LedgerEntry[]): Promise<void>;
  endRun(run: number, end: RunEnd): Promise<void>;
  /** What the views show beside metric ids; replaces what was stored before. */
  nameMetrics(metrics: readonly StoredMetric[]): Promise<void>;
  /** What the codes of 政府收支分类科目 are called in which years; replaces those stored before. */
  nameAccounts(names: readonly StoredAccount[]): Promise<void>;

  /** Of a path that was gone, what it held last. */
  pathKnown(path: string): Promise<KnownPath | null>;
  contentKnown(sha256: string): Promise<KnownContent | null>;
  /** Equals the Report that was saved; null when the content is not stored. */
  loadReport(sha256: string): Promise<Report | null>;
  /** Documents that words name: an exact path, else the beginning of a sha256, else part of a title or file name. */
  findDocuments(words: string): Promise<readonly DocumentSummary[]>;
  /** Documents that were read and that some path holds now, by path; without `repeated` only the edition of each report that counts. */
  documents(filter: DocumentFilter): Promise<readonly DocumentSummary[]>;
  /**
   * Findings of the documents that some path holds now, by path and then in order of the document. Of what editions of one report
   * share, only those of the edition that was read best.
   */
  findings(filter: FindingFilter): AsyncIterable<StoredFinding>;
  /** Adds all of the decisions, or none. Rejects with FINDING_UNKNOWN, REVIEW_CHANGED and NOTHING_TO_UNDO. */
  decide(decisions: readonly Decision[]): Promise<readonly ReviewEvent[]>;
  /** Every event, in the order in which they were added. */
  decisions(): AsyncIterable<ReviewEvent>;

  /** Tells which report each document that changed is an edition of, and which of its editions counts. */
  settle(): Promise<void>;
  uncompared(): Promise<readonly Uncompared[]>;
  /** Every document of an organisation, those no longer held as well. */
  comparable(organisation: string): Promise<readonly Comparable[]>;
  /** Titles of a document's headings, in order. */
  headingTitles(sha256: string): Promise<readonly string[]>;
  /** Puts this in place of what was found between a document and others. Does nothing and says false when documents of the organisation changed since. */
  saveCompared(run: number, of: Uncompared, compared: ComparedDocument): Promise<boolean>;
  /** The documents of these organisations need not be compared again until one of them changes. */
  endComparing(of: readonly Uncompared[]): Promise<void>;
  /**
   * Blocks that hold all of the words, which white space separates: any other character is looked for as it is. Width, letter
   * case, spaces within a word and thousands commas make no difference. In order of documents as they were stored.
   */
  search(words: string, filter: SearchFilter): AsyncIterable<SearchHit>;
  /** Findings in the documents that a run met, each document once. */
  countFindings(run: number): Promise<SeverityCounts>;
  /** Findings that lists leave out though no other edition of their report has them: only a worse reading brought them about. */
  countWorseRead(): Promise<number>;
  /** What is wrong with the store, each in a few words; empty when all is well. Looks at everything. */
  verify(): Promise<readonly string[]>;
  /**
   * Has the documents that are not as they were stored read again by the next import of their files, and resolves with them.
   * Decisions stay. Rejects with STORE_CORRUPT, and changes nothing, where the database itself is damaged.
   */
  mend(): Promise<readonly DocumentSummary[]>;
  close(): Promise<void>;
}
