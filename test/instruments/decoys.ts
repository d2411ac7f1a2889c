import type { Document } from '../../src/model/document.js';
import type { Figure, Finding, Outcome, Report, Severity } from '../../src/model/report.js';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { confirmedFigures, isPassed } from './judged.js';
import { figurePlace, scrambledDocument } from './scramble.js';
import { wordless } from './wordless.js';

/**
 * What gouji says of a document and of decoys of it, all three over the same figures.
 * - `true`: as it is printed.
 * - `scrambled`: other digits in every figure, the words kept. Nothing in it is true, so whatever passes agrees by chance: how much less it is
 *   than of the true report is how much a passed relation is worth. What is alarmed on is claimed by the words alone: a reader who believes
 *   them although nothing in the document closes alarms here; one who asks first whether the form ever closes does not.
 * - `wordless`: the same digits, and words that say nothing. Nobody claims anything here, so that every alarm is read into the layout.
 */
export const sides = ['true', 'scrambled', 'wordless'] as const;
export type Side = (typeof sides)[number];

/**
 * What is said over scrambled figures. A relation or a finding counts that holds two of them at least: one alone is held against a rule or a
 * list of names, which stands as it did. Bounds (at most, more than) hold by chance every other time, and fail as often: they are left out.
 */
export interface Said {
  readonly passed: readonly Outcome[];
  readonly judged: number;
  /** Figures that some relation confirms, of how many: in running text and in cells. */
  readonly confirmed: { readonly prose: number; readonly cells: number };
  readonly figures: { readonly prose: number; readonly cells: number };
  readonly findings: readonly Finding[];
}
export interface Decoyed {
  readonly file: string;
  readonly said: Readonly<Record<Side, Said>>;
}

const bounds: ReadonlySet<string | undefined> = new Set(['at-most', 'order']);
const isEquation = (check: string): boolean => !bounds.has(defaultRulebook().checks.get(check)?.kind);

function saidOf(report: Report, places: ReadonlySet<string>): Said {
  const changed = report.figures.filter((it) => places.has(figurePlace(it)));
  const ids = new Set(changed.map((it) => it.id));
  const several = (figures: readonly (string | null)[]): boolean =>
    new Set(figures.filter((id) => id !== null && ids.has(id))).size >= 2;
  const over = report.outcomes.filter((it) => isEquation(it.check) && several(it.figures));
  const confirmed = confirmedFigures({ ...report, outcomes: over });
  const tally = (figures: readonly Figure[]): { prose: number; cells: number } => {
    const cells = figures.filter((it) => it.table !== null).length;
    return { prose: figures.length - cells, cells };
  };
  return {
    passed: over.filter((it) => isPassed(it.status)),
    judged: over.filter((it) => isPassed(it.status) || it.status === 'failed' || it.status === 'ambiguous').length,
    confirmed: tally(changed.filter((it) => confirmed.has(it.id))),
    figures: tally(changed),
    findings: report.findings.filter((it) => isEquation(it.rule) && several(it.evidence.map((own) => own.figure))),
  };
}

/** @param draw which digits the decoys have, see `scrambledDocument` */
export function decoyed(file: string, document: Document, draw = 0): Decoyed {
  const read = (it: Document): Report => examine(it, { file, sha256: '0'.repeat(64) }, defaultRulebook());
  const report = read(document);
  const decoy = scrambledDocument(document, report, draw);
  return {
    file,
    said: {
      true: saidOf(report, decoy.places),
      scrambled: saidOf(read(decoy.document), decoy.places),
      wordless: saidOf(read(wordless(decoy.document)), decoy.places),
    },
  };
}

export const alarms = ({ findings }: Said, severity: Severity): number =>
  findings.filter((it) => it.severity === severity).length;
