import type { Language } from '../model/catalogue.js';
import type { Finding } from '../model/report.js';
import { standing, type Review, type ReviewStatus } from '../model/review.js';
import type { FindingPlace } from './finding-place.js';
import { findingArithmetic } from './finding-arithmetic.js';

/** A finding of a document as far as a list shows it. */
export interface ListedFinding {
  readonly number: number;
  readonly document: {
    readonly sha256: string;
    readonly file: string;
    readonly path: string | null;
    /** Where it lay before it was gone. */
    readonly missing: { readonly path: string } | null;
    readonly title: string | null;
    readonly organisation: string | null;
    readonly reportKind: string | null;
    readonly reportYear: number | null;
    readonly reportSubject: string | null;
  };
  readonly finding: Finding;
  readonly at: FindingPlace;
  readonly also: readonly { readonly sha256: string; readonly path: string | null }[];
  readonly review: Review;
}

/** The columns of the CSV, in order: earlier ones stay where they are. */
export const findingColumns = [
  'severity',
  'rule',
  'message',
  'arithmetic',
  'title',
  'organisation',
  'year',
  'path',
  'page',
  'quote',
  'context',
  'finding',
  'subject',
  'sha256',
  'status',
  'decidedBy',
  'decidedAt',
  'reason',
  'number',
  'kind',
  'reportSubject',
  'heading',
  'table',
  'row',
  'column',
  'also',
] as const;

/** A finding and its document flat. */
export interface FindingRow extends Readonly<Record<(typeof findingColumns)[number], string | number | null>> {
  readonly number: number;
  readonly severity: Finding['severity'];
  readonly rule: string;
  readonly message: string;
  readonly arithmetic: string;
  readonly title: string | null;
  readonly path: string;
  readonly status: ReviewStatus;
  readonly reason: string;
  /** For a list that shows it in words. */
  readonly place: FindingPlace;
}

/** Page, quote and context are those of the first piece of evidence, as are heading, table, row and column, which count from 1. */
export function findingRow(listed: ListedFinding, message: string, language: Language): FindingRow {
  const { document, finding, at, review } = listed;
  const last = standing(review.events).findLast(({ action }) => action !== 'comment');
  const first = finding.evidence[0];
  return {
    severity: finding.severity,
    rule: finding.rule,
    message,
    arithmetic: findingArithmetic(finding, language),
    title: document.title,
    organisation: document.organisation,
    year: document.reportYear,
    path: document.path ?? document.missing?.path ?? document.file,
    page: first?.page ?? null,
    quote: first?.text ?? '',
    context: first?.context ?? '',
    finding: finding.id,
    subject: finding.subject,
    sha256: document.sha256,
    status: review.status,
    decidedBy: last?.by ?? '',
    decidedAt: last?.at ?? '',
    reason: last?.reason ?? '',
    number: listed.number,
    kind: document.reportKind,
    reportSubject: document.reportSubject,
    heading: at.headings.join(' › '),
    table: at.table && (at.table.title ?? at.table.number),
    row: at.table && at.table.row + 1,
    column: at.table && at.table.col + 1,
    also: listed.also.map((it) => it.path ?? it.sha256).join('\n'),
    place: at,
  };
}
