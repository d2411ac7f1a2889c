import type { Code } from './catalogue.js';
import type { Figure, Finding, Report, Severity, State } from './report.js';
import type { Review, ReviewEvent, ReviewStatus } from './review.js';

/** What `gouji serve` and its page say to each other, as JSON. Texts are already in the language that was asked for. */

/** By what lists are narrowed; each takes several values, of which one must hold. */
export const facetNames = ['status', 'severity', 'rule', 'year', 'organisation', 'kind', 'state', 'document'] as const;
export type FacetName = (typeof facetNames)[number];
/** How many rows of each value the rest of the filter leaves, the most frequent first. */
export type Facets = Readonly<Record<FacetName, readonly { readonly value: string; readonly count: number }[]>>;

export interface DeskDocument {
  readonly sha256: string;
  readonly title: string;
  readonly path: string | null;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly kind: string | null;
  readonly state: State;
}

export interface FindingLine {
  readonly number: number;
  readonly finding: string;
  readonly document: DeskDocument;
  readonly rule: string;
  readonly severity: Severity;
  readonly status: ReviewStatus;
  readonly message: string;
}

export interface FindingPage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly FindingLine[];
  readonly facets: Facets;
  /** Another one means that the list has changed. */
  readonly generation: number;
}

export interface ReportLine extends DeskDocument {
  readonly findings: number;
  readonly open: number;
}

export interface ReportPage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly ReportLine[];
  readonly facets: Facets;
}

export interface FindingDetail {
  readonly number: number;
  readonly document: DeskDocument;
  readonly finding: Finding;
  readonly message: string;
  readonly arithmetic: string;
  readonly hypothesis: string | null;
  /** Everything that `gouji explain` says of it. */
  readonly explained: string;
  readonly review: Review;
  /** The last event, to be sent back with a decision; 0 for none. */
  readonly seen: number;
}

export interface DocumentDetail {
  readonly document: DeskDocument;
  readonly format: Report['format'];
  readonly pages: number | null;
  readonly problems: readonly string[];
  readonly headings: Report['headings'];
  readonly blocks: Report['blocks'];
  readonly tables: Report['tables'];
  readonly figures: readonly Pick<
    Figure,
    'id' | 'text' | 'label' | 'value' | 'unit' | 'block' | 'start' | 'end' | 'page' | 'box' | 'table'
  >[];
  /** What was checked, and what could not be. */
  readonly coverage: string;
}

/** A node of a document as it is shown: text, or an element of a few allowed names, `mark` for a figure. */
export type ShownNode = string | ShownElement;
export interface ShownElement {
  readonly tag: string;
  readonly span?: readonly [cols: number, rows: number];
  /** Of a mark: the id of its figure. */
  readonly figure?: string;
  readonly children: readonly ShownNode[];
}

export const decidingActions = ['confirm', 'dismiss', 'reopen', 'comment', 'undo'] as const;
export interface DecisionAsked {
  readonly document: string;
  readonly finding: string;
  readonly action: (typeof decidingActions)[number];
  readonly reason: string | null;
  readonly by: string;
  readonly seen: number;
}
export interface DecisionTaken {
  readonly event: ReviewEvent;
}

/** Who is at the desk, and what the database is called. */
export interface DeskInfo {
  readonly by: string;
  readonly database: string;
  readonly language: 'zh' | 'en';
  readonly version: string;
}

export interface RunLine {
  readonly run: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly ended: string | null;
  readonly files: number | null;
  readonly left: number;
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly paths: readonly string[];
}
export interface RunFile {
  readonly path: string;
  readonly state: string;
  readonly code: Code | null;
  readonly message: string;
}

/** Why a request was not done. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}
