import type { Fragment } from './fragments.js';
import { rowOf, type Row } from './lines.js';
import { textOfFragments } from './print.js';

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

/** A number, a dash for none, a year, or a range (5-10, 2.40%-7.68%). */
const figure =
  /^(?:[-+−(（]?[¥￥$]?\d[\d,]*(?:\.\d+)?[%‰]?[)）]?|[-—–]{1,2}|\d{4}[AE年]?|\d{1,3}(?:\.\d+)?%?[-—–~～]\d{1,3}(?:\.\d+)?%?)$/;

/** Words that may follow a figure as the label of the next column; a unit does not. */
const label =
  /^(?!(?:[元万亿次月日名家辆台件条份]|项(?!目)|人(?!员)|年(?![初末度])|个(?!人)|户(?!籍)|处(?![置理])))\p{Script=Han}{2}/u;

/** Gap in em that parts two columns; between two figures a space is enough, after a figure half an em. */
const columnGap = 0.9;
const figureGap = 0.35;
const afterFigureGap = 0.5;
/** Two whole amounts cannot be one: a hair between them parts them, and the first from its label. */
const amountGap = 0.15;

/** An amount that nothing but its label need stand beside: a share or a count may stand in any line of text. */
const amount = /^[-+−(（]?[¥￥$]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})[)）]?$/;

/** Fragments of a figure at most: sign, brackets, digits that were drawn in pieces. */
const mostFigureParts = 12;

/** True when the fragment at `i` is an amount and the next one is too, at a distance. */
function besideAmount(fragments: readonly Fragment[], i: number): boolean {
  const [it, next] = [fragments[i], fragments[i + 1]];
  return (
    it !== undefined &&
    next !== undefined &&
    amount.test(it.text) &&
    amount.test(next.text) &&
    next.left - it.right > amountGap * it.size
  );
}

function segmentsOf({ fragments }: Row): Segment[] {
  const parts: Fragment[][] = [];
  /** Text of the open part; null once it is too long for a figure. */
  let said: string | null = '';
  let right = -Infinity;
  fragments.forEach((it, i) => {
    const open = parts[parts.length - 1];
    const gap = (it.left - right) / it.size;
    const after = said !== null && figure.test(said);
    const figures = after && figure.test(it.text);
    const amounts = besideAmount(fragments, i) || besideAmount(fragments, i - 1);
    const least = amounts ? amountGap : figures ? figureGap : after ? afterFigureGap : columnGap;
    const parted = it.spaced && (figures || (after && label.test(it.text)));
    if (open && gap < least && !parted) {
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
  return { ...rowOf(fragments), text, figure: figure.test(text.replace(/\s+/g, '')) };
}

export function segmented(row: Row): SegmentedRow {
  const segments = segmentsOf(row);
  return { row, segments, figures: segments.filter((it) => it.figure).length };
}

/** True for a line that can be a row of a table: figures side by side, or words with an amount behind them at a distance. */
export function holdsFigures({ segments, figures }: SegmentedRow): boolean {
  if (figures >= 2) return true;
  const last = segments[segments.length - 1];
  return figures === 1 && segments.length >= 2 && amount.test(last?.text.replace(/\s+/g, '') ?? '');
}

/** True when a line names years side by side, as a header does. */
export const namesYears = ({ segments }: SegmentedRow): boolean =>
  segments.filter((it) => it.figure).every((it) => /^(?:19|20)\d{2}年?$/.test(it.text.replace(/\s+/g, '')));
