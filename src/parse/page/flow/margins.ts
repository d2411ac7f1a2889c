import { groupedBy } from '../../../model/grouped.js';
import type { Line } from '../lines/text-lines.js';

export interface Leading {
  readonly pitch: number;
  readonly size: number;
}

/** Where the lines of a column begin and end when they are full, and how far apart they stand. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  /** Points from one line of running text to the next, and their usual size; null where too few lines tell. */
  readonly leading: Leading | null;
  /** True when full lines all end at one place. */
  readonly justified: boolean;
  /** False where no line need be full: all are short for their page, and few end at one place. */
  readonly sure: boolean;
}

/** Points that count as one place. */
const bucket = 3;

/** The place where most values lie, counting neighbours; null for none. */
function mode(values: readonly number[]): { readonly at: number; readonly count: number } | null {
  const counts = new Map<number, number>();
  for (const value of values) {
    const key = Math.round(value / bucket);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let best: { at: number; count: number } | null = null;
  for (const [key, own] of counts) {
    const count = own + 0.5 * ((counts.get(key - 1) ?? 0) + (counts.get(key + 1) ?? 0));
    if (!best || count > best.count || (count === best.count && key * bucket > best.at))
      best = { at: key * bucket, count };
  }
  if (!best) return null;
  const { at, count } = best;
  const near = values.filter((it) => Math.abs(it - at) <= bucket);
  return { at: near.reduce((sum, it) => sum + it, 0) / near.length, count };
}

/** Full lines with another below from which is told how text is set. */
const fewestPairs = 4;
/** Share of full lines that end at the same place where text is justified, within so many points. */
const mostJustified = 0.9;
const exactly = 1;
/** Em from the margin within which a line whose next character did not fit ends. */
const nearlyFull = 1.6;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** How running text is set, by the full lines whose neighbour below begins at the margin. */
function setting(lines: readonly Line[], left: number, right: number): Pick<Margins, 'leading' | 'justified'> {
  const pairs: { readonly last: Line; readonly pitch: number }[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [last, next] = [lines[i - 1], lines[i]];
    if (!last || !next || last.page !== next.page || Math.abs(last.size - next.size) > 0.5) continue;
    if (last.right > right - nearlyFull * last.size && next.left < left + 0.5 * next.size && next.top > last.top)
      pairs.push({ last, pitch: next.top - last.top });
  }
  if (pairs.length < fewestPairs) return { leading: null, justified: false };
  const size = median(pairs.map(({ last }) => last.size));
  const alike = pairs.filter(({ last }) => Math.abs(last.size - size) < 0.5);
  const exact = pairs.filter(({ last }) => last.right > right - exactly);
  return {
    leading: { pitch: median(alike.map(({ pitch }) => pitch)), size },
    justified: exact.length > mostJustified * pairs.length,
  };
}

/** Lines that show where full ones end however short they are, and the share of its page that one takes else. */
const fewestFull = 5;
const leastMeasure = 0.5;
const leastInColumn = 0.25;

/** True when a measure may be that of full lines. */
function isMeasure(width: number, support: number, { frameWidth, column }: Line): boolean {
  if (column < 0 || support >= fewestFull) return true;
  return width > (column === 0 ? leastMeasure : leastInColumn) * frameWidth;
}

function marginsOf(lines: readonly Line[]): (Margins & { readonly support: number }) | null {
  const widest = lines.reduce((most, it) => Math.max(most, it.right - it.left), 0);
  const long = lines.filter((it) => it.right - it.left > widest * 0.7 && it.right - it.left > 8 * it.size);
  const right = mode(long.map((it) => it.right));
  if (!right) return null;
  const full = long.filter((it) => it.right > right.at - 2 * it.size);
  const left = mode(full.map((it) => it.left));
  // in a text of one-line paragraphs every line is indented; the outermost line shows the margin
  const outermost = full.reduce((least, it) => Math.min(least, it.left), Infinity);
  const leftmost = Math.min(left?.at ?? outermost, outermost + bucket);
  const [first] = full;
  const sure = first === undefined || isMeasure(right.at - leftmost, right.count, first);
  return { left: leftmost, right: right.at, ...setting(lines, leftmost, right.at), support: right.count, sure };
}

const pageKey = (line: Line): string => `${line.page}:${Math.round(line.frameWidth)}:${line.column}`;
const sizeKey = (line: Line): string => `${Math.round(line.frameWidth)}:${line.column}`;

/** From where to where lines reach that are all too short to tell of margins. */
const extentOf = (lines: readonly Line[]): Margins => ({
  left: lines.reduce((least, it) => Math.min(least, it.left), Infinity),
  right: lines.reduce((most, it) => Math.max(most, it.right), -Infinity),
  leading: null,
  justified: false,
  sure: lines.some((it) => it.column < 0),
});

/** Margins of the column that each line stands in: those of its page where it has lines enough, else those of the document. */
export function marginsFor(lines: readonly Line[]): (line: Line) => Margins {
  const onPage = groupedBy(lines, pageKey);
  const byPage = new Map([...onPage].map(([key, group]) => [key, marginsOf(group)]));
  const bySize = new Map([...groupedBy(lines, sizeKey)].map(([key, group]) => [key, marginsOf(group)]));
  return (line) => {
    const own = byPage.get(pageKey(line));
    const usual = bySize.get(sizeKey(line));
    if (own && (own.support >= fewestFull || !usual)) return own;
    return usual ?? own ?? extentOf(onPage.get(pageKey(line)) ?? [line]);
  };
}
