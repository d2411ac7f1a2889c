import type { Problem } from '../../model/problem.js';
import { schemaVersion, type Report } from '../../model/report.js';

/** The report of a file whose reading had to be ended from outside. */
export function failedReport(
  file: string,
  sha256: string,
  state: 'failed' | 'limit_exceeded',
  problem: Problem,
): Report {
  return {
    schemaVersion,
    file,
    sha256,
    format: null,
    state,
    problems: [problem],
    title: null,
    organisation: null,
    reportKind: null,
    reportYear: null,
    filledOn: null,
    identity: null,
    pages: null,
    headings: [],
    blocks: [],
    tables: [],
    figures: [],
    indicators: [],
    outcomes: [],
    findings: [],
  };
}
