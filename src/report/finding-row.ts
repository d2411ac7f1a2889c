import type { Finding } from '../model/report.js';

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
] as const satisfies readonly (keyof FindingRow)[];

/** Page, quote and context are those of the first piece of evidence. `message` is in the reader's language. */
export function findingRow(source: FindingSource, finding: Finding, message: string): FindingRow {
  const first = finding.evidence[0];
  return {
    severity: finding.severity,
    rule: finding.rule,
    message,
    arithmetic: finding.arithmetic,
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
  };
}
