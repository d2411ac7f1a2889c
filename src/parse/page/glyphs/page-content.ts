import { athwartFragments, fragmentsOf, type Fragment } from './fragments.js';
import type { Frame } from './frame.js';
import type { PageRuns } from './glyph-runs.js';
import type { Ruling } from './ruling.js';
import { turnedRuling } from './turned.js';

/** What stands on one page, whoever drew it, before it is laid out. */
export interface PageContent {
  readonly number: number;
  readonly frame: Frame;
  readonly fragments: readonly Fragment[];
  /** Text askew or at right angles to the rest. */
  readonly athwart: readonly Fragment[];
  readonly rulings: readonly Ruling[];
}

/** The content of a page by its runs of glyphs and its lines, which are placed on the page as shown. */
export function contentOf(number: number, { frame, runs, athwart }: PageRuns, lines: readonly Ruling[]): PageContent {
  const rulings = frame.turn === 0 ? lines : lines.map((it) => turnedRuling(frame, it));
  return {
    number,
    frame,
    fragments: fragmentsOf(runs, frame, number, rulings),
    athwart: athwartFragments(athwart, frame, number),
    rulings,
  };
}
