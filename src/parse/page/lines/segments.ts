import { dense } from '../../../model/dense.js';
import type { Fragment } from '../glyphs/fragments.js';
import { isAmount, isColumnFigure, isCutBetween, isYear } from './figures.js';
import { rowOf, type Row } from './lines.js';
import { textOfFragments } from '../glyphs/print.js';

/** A stretch of a row between gaps that set columns apart. */
export interface Segment extends Row {
  readonly text: string;
  readonly figure: boolean;
}

/** A row with what stands in it side by side. */
export interface SegmentedRow {
  readonly row: Row;
  readonly segments: readonly Segment[];
  readonly figures: number;
}

/** Words that may follow a figure as the label of the next column; a unit does not. */
const label =
  /^(?!(?:[元万亿次月日名家辆台件条份]|项(?!目)|人(?!员)|年(?![初末度])|个(?!人)|户(?!籍)|处(?![置理])))\p{Script=Han}{2}/u;

/** Gap in em that parts two columns; between two figures a space is enough, after a figure half an em. */
const columnGap = 0.9;
const figureGap = 0.35;
const afterFigureGap = 0.5;
/** Two whole amounts cannot be one: a hair between them parts them, and the first from its label. */
const amountGap = 0.15;

/** Fragments of a figure at most: sign, brackets, digits that were drawn in pieces. */
const mostFigureParts = 12;

/** True when the fragment at `i` is an amount and the next one is too, at a distance. */
function besideAmount(fragments: readonly Fragment[], i: number): boolean {
  const [it, next] = [fragments[i], fragments[i + 1]];
  return (
    it !== undefined &&
    next !== undefined &&
    isAmount(it.text) &&
    isAmount(next.text) &&
    next.left - it.right > amountGap * it.size
  );
}

function segmentsOf({ fragments }: Row, begin: ReadonlySet<Fragment>): Segment[] {
  const parts: Fragment[][] = [];
  /** Text of the open part; null once it is too long for a figure. */
  let said: string | null = '';
  let right = -Infinity;
  fragments.forEach((it, i) => {
    const open = parts[parts.length - 1];
    const gap = (it.left - right) / it.size;
    const after = said !== null && isColumnFigure(said);
    const figures = after && isColumnFigure(it.text);
    const amounts = besideAmount(fragments, i) || besideAmount(fragments, i - 1);
    const least = amounts ? amountGap : figures ? figureGap : after ? afterFigureGap : columnGap;
    const parted = it.spaced && (figures || (after && label.test(it.text)));
    if (open && gap < least && !parted && !begin.has(it)) {
      open.push(it);
      said = said === null || open.length > mostFigureParts ? null : said + it.text;
    } else {
      parts.push([it]);
      said = it.text;
    }
    right = Math.max(right, it.right);
  });
  return parts.map(asSegment);
}

export function asSegment(fragments: readonly Fragment[]): Segment {
  const text = textOfFragments(fragments);
  return { ...rowOf(fragments), text, figure: isColumnFigure(dense(text)) };
}

const nothing: ReadonlySet<Fragment> = new Set();

/** Cuts a row at its gaps, and before each of the pieces that are known to `begin` a column. */
export function segmented(row: Row, begin = nothing): SegmentedRow {
  const segments = segmentsOf(row, begin);
  return { row, segments, figures: segments.filter((it) => it.figure).length };
}

/** True when a number begins in one line and ends in the next, under it. */
export const numberGoesOn = (above: SegmentedRow, below: SegmentedRow): boolean =>
  above.segments.some((it) =>
    below.segments.some(
      (next) =>
        Math.min(it.right, next.right) > Math.max(it.left, next.left) && isCutBetween(dense(it.text), dense(next.text)),
    ),
  );

/** True for a line that can be a row of a table: figures side by side, or words with an amount behind them at a distance. */
export function holdsFigures({ segments, figures }: SegmentedRow): boolean {
  if (figures >= 2) return true;
  const last = segments[segments.length - 1];
  return figures === 1 && segments.length >= 2 && isAmount(dense(last?.text ?? ''));
}

/** True when a line names years side by side, as a header does. */
export const namesYears = ({ segments }: SegmentedRow): boolean =>
  segments.filter((it) => it.figure).every((it) => isYear(dense(it.text)));
