import type { Language } from '../model/catalogue.js';
import type { Finding } from '../model/report.js';
import { standing, type Review, type ReviewStatus } from '../model/review.js';
import { findingArithmetic } from './finding-arithmetic.js';

/** Of which document a finding is, as far as a list shows it. */
export interface FindingSource {
  readonly sha256: string;
  readonly file: string;
  readonly path: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly reportYear: number | null;
}

/** A finding and its document flat, in the order of the CSV's columns. */
export interface FindingRow {
  readonly severity: Finding['severity'];
  readonly rule: string;
  readonly message: string;
  readonly arithmetic: string;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly path: string;
  readonly page: number | null;
  readonly quote: string;
  readonly context: string;
  readonly finding: string;
  readonly subject: string;
  readonly sha256: string;
  readonly status: ReviewStatus;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly reason: string;
}

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
] as const satisfies readonly (keyof FindingRow)[];

/** Page, quote and context are those of the first piece of evidence. `message` is in the reader's language. */
export function findingRow(
  source: FindingSource,
  finding: Finding,
  message: string,
  language: Language,
  review: Review,
): FindingRow {
  const last = standing(review.events).findLast(({ action }) => action !== 'comment');
  const first = finding.evidence[0];
  return {
    severity: finding.severity,
    rule: finding.rule,
    message,
    arithmetic: findingArithmetic(finding, language),
    title: source.title,
    organisation: source.organisation,
    year: source.reportYear,
    path: source.path ?? source.file,
    page: first?.page ?? null,
    quote: first?.text ?? '',
    context: first?.context ?? '',
    finding: finding.id,
    subject: finding.subject,
    sha256: source.sha256,
    status: review.status,
    decidedBy: last?.by ?? '',
    decidedAt: last?.at ?? '',
    reason: last?.reason ?? '',
  };
}
