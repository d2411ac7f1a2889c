import { printed } from '../../model/printed.js';
import type { Reading } from '../../model/reading.js';
import type { Fact, Figure } from '../../model/report.js';

/** A figure whose fact is known and whose value is one exact number. */
export interface Stated {
  readonly figure: Figure;
  readonly fact: Fact;
  /** Position among the document's figures. */
  readonly at: number;
}

export function statedFacts(reading: Reading): Stated[] {
  return reading.figures.flatMap((figure, at) =>
    figure.fact && printed(figure) ? [{ figure, fact: figure.fact, at }] : [],
  );
}
