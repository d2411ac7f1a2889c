import { computed } from '@preact/signals';
import type { FindingDetail } from '../model/desk.js';
import { evidenceAt, finding, report } from './chosen.js';

/** What a mark says: an operand of the chosen finding by its place among the evidence, from 1; 0 for any other figure. */
export interface Mark {
  readonly place: number;
  readonly suspect: boolean;
  /** Looked at just now. */
  readonly current: boolean;
}

const plain: Mark = { place: 0, suspect: false, current: false };

/** The figure that would make it come out if it read differently, or else the one that the finding names first. */
export function suspectOf({ finding: { hypothesis, belief, evidence } }: FindingDetail): string | null {
  return (
    hypothesis?.figure ?? (belief?.mends.length === 1 ? (belief.mends[0] ?? null) : null) ?? evidence[0]?.figure ?? null
  );
}

const byFigure = computed((): ReadonlyMap<string, Mark> => {
  const detail = finding.value;
  if (!detail || detail.document.sha256 !== report.value?.document.sha256) return new Map();
  const suspect = suspectOf(detail);
  const marks = new Map<string, Mark>();
  detail.finding.evidence.forEach(({ figure, document }, at) => {
    if (figure === null || document !== null || marks.has(figure)) return;
    marks.set(figure, { place: at + 1, suspect: figure === suspect, current: at === evidenceAt.value });
  });
  return marks;
});

export const markOf = (figure: string): Mark => byFigure.value.get(figure) ?? plain;

/** Its class and label: strength tells by border and number, never by colour alone. */
export const markClass = ({ place, suspect, current }: Mark): string =>
  ['mark', place > 0 && 'operand', suspect && 'suspect', current && 'current'].filter(Boolean).join(' ');
