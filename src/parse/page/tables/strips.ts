import { groupedBy } from '../../../model/grouped.js';
import type { Fragment } from '../glyphs/fragments.js';
import { isFigure, isYear } from '../lines/figures.js';
import { rowOf, rowsOf, type Row } from '../lines/lines.js';

// White space that runs down between columns without a line.

/** White space that parts two columns on every row, in em. */
const gap = 0.6;

export interface Strip {
  readonly from: number;
  readonly to: number;
}

/** The white strips that run down between all these fragments, of which there are at least two. */
export function whiteStrips(fragments: readonly Fragment[], least = gap): Strip[] {
  const found: Strip[] = [];
  let right = Infinity;
  for (const it of [...fragments].sort((a, b) => a.left - b.left)) {
    if (it.left - right > least * it.size) found.push({ from: right, to: it.left });
    right = Math.max(right === Infinity ? -Infinity : right, it.right);
  }
  return found;
}

const middleOfStrip = ({ from, to }: Strip): number => (from + to) / 2;

/** Middles of the white strips that run down between all these fragments. */
export const strips = (fragments: readonly Fragment[]): number[] =>
  whiteStrips(fragments).map((it) => middleOfStrip(it));

/** Headings, each as it was drawn. */
export const headingsIn = (header: readonly Fragment[]): Row[] =>
  rowsOf(header).flatMap(({ fragments }) => [...groupedBy(fragments, (it) => it.run).values()].map(rowOf));

/** Where a strip below a header is cut: in the middle of its widest part that no heading of a column reaches into. One that stands
 *  over all of the strip, or over nothing but the strip, heads the columns on both sides. */
export function besideHeadings(strip: Strip, headings: readonly Row[]): number {
  const reaching = headings.filter((it) => it.left < strip.from !== it.right > strip.to);
  let best: Strip | null = null;
  let { from } = strip;
  for (const { left, right } of [...reaching.sort((a, b) => a.left - b.left), { left: strip.to, right: strip.to }]) {
    const to = Math.min(left, strip.to);
    if (to > from && to - from > (best ? best.to - best.from : 0)) best = { from, to };
    from = Math.max(from, right);
  }
  return middleOfStrip(best ?? strip);
}

/** White space in em that parts two columns where a figure stands before it on so many lines, and words on both sides in the header. */
const narrowGap = 0.12;
const fewestBeside = 3;
/** Words behind figures begin within so many em of one place. */
const oneEdge = 0.25;

/** Narrow strips between columns that all but touch: all lines keep them free, and the header names what stands on both sides. */
export function narrowStrips(rows: readonly (readonly Fragment[])[], known: readonly number[]): number[] {
  const figures = rows.findIndex((row) => row.some((it) => isFigure(it.text) && !isYear(it.text)));
  const heads = rows.slice(0, Math.max(figures, 1));
  const body = rows.slice(heads.length);
  const lines = body.flatMap(rowsOf);
  const meet = ({ fragments }: Row, { from, to }: Strip): boolean =>
    fragments.some((it, i) => {
      const next = fragments[i + 1];
      if (!next || it.right > from || next.left < to || !/[\d.,)）%]$/.test(it.text)) return false;
      return /^[-−(（]?[\d.,]/.test(next.text) || next.left < to + oneEdge * next.size;
    });
  const found = whiteStrips(body.flat(), narrowGap)
    .filter((strip) => !known.some((x) => x >= strip.from && x <= strip.to))
    .filter((strip) => lines.filter((line) => meet(line, strip)).length >= fewestBeside)
    .map((strip) => besideHeadings(strip, headingsIn(heads.at(-1) ?? [])));
  const edges = [-Infinity, ...[...known, ...found].sort((a, b) => a - b), Infinity];
  const headed = (from: number, to: number): boolean =>
    heads.some((row) => row.some((it) => it.left > from && it.right < to));
  return found.filter((x) => {
    const at = edges.indexOf(x);
    return headed(edges[at - 1] ?? x, x) && headed(x, edges[at + 1] ?? x);
  });
}
