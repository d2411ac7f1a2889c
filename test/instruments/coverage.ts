import type { Document } from '../../src/model/document.js';
import type { Figure, Report } from '../../src/model/report.js';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { decidedFigures, isMeasured, judgedFigures } from './judged.js';

/** How many figures there are, over how many a relation was judged, and over how many one passed or failed. */
export interface Count {
  figures: number;
  judged: number;
  decided: number;
}
/** Figures of running text and of table cells, by kind of figure. */
export interface Coverage {
  readonly prose: Readonly<Record<string, Count>>;
  readonly cells: Readonly<Record<string, Count>>;
}
export interface DocumentCoverage {
  readonly file: string;
  /** An id of rules/kinds.yaml; null where the report does not show what it is. */
  readonly reportKind: string | null;
  readonly coverage: Coverage;
}

const places = ['prose', 'cells'] as const;
const placeOf = ({ table }: Figure): (typeof places)[number] => (table === null ? 'prose' : 'cells');

/** Which share of a report's measured figures some judged relation touches: what of it gouji has an opinion on. */
function coverageOf(report: Report): Coverage {
  const [judged, decided] = [judgedFigures(report), decidedFigures(report)];
  const found: Record<(typeof places)[number], Record<string, Count>> = { prose: {}, cells: {} };
  for (const figure of report.figures.filter(isMeasured)) {
    const count = (found[placeOf(figure)][figure.kind] ??= { figures: 0, judged: 0, decided: 0 });
    count.figures++;
    if (judged.has(figure.id)) count.judged++;
    if (decided.has(figure.id)) count.decided++;
  }
  return found;
}

export function documentCoverage(file: string, document: Document): DocumentCoverage {
  const report = examine(document, { file, sha256: '0'.repeat(64) }, defaultRulebook());
  return { file, reportKind: report.reportKind, coverage: coverageOf(report) };
}

/** Counts added up. */
const total = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, it) => ({
      figures: sum.figures + it.figures,
      judged: sum.judged + it.judged,
      decided: sum.decided + it.decided,
    }),
    { figures: 0, judged: 0, decided: 0 },
  );

/** All figures of one place, or those of one kind. */
export const countOf = (coverages: readonly Coverage[], place: (typeof places)[number], kind?: string): Count =>
  total(coverages.flatMap((it) => (kind === undefined ? Object.values(it[place]) : (it[place][kind] ?? []))));
