import type { Ruling } from './ruling.js';

/** Dots of one line are this near to each other, in points. */
const mostApart = 4;
/** Dots of one line stand this near to its middle. */
const drift = 0.4;
/** Fewer dots in a row are bullets, or leaders between words. */
const fewestDots = 8;

type Place = readonly [x: number, y: number];

/** Rows of dots in one direction; `at` is the place across it. */
function linesAlong(axis: Ruling['axis'], dots: readonly Place[]): Ruling[] {
  const placed = dots.map(([x, y]) => (axis === 'across' ? { along: x, at: y } : { along: y, at: x }));
  placed.sort((a, b) => a.at - b.at || a.along - b.along);
  const lines: Ruling[] = [];
  let start = 0;
  while (start < placed.length) {
    const { at } = placed[start] ?? { at: 0 };
    let end = start;
    while (end < placed.length && (placed[end]?.at ?? Infinity) - at < drift) end++;
    const row = placed.slice(start, end).sort((a, b) => a.along - b.along);
    let from = 0;
    for (let i = 1; i <= row.length; i++) {
      const [before, next] = [row[i - 1], row[i]];
      if (before && next && next.along - before.along <= mostApart) continue;
      const first = row[from];
      if (first && before && i - from >= fewestDots) lines.push({ axis, at, from: first.along, to: before.along });
      from = i;
    }
    start = end;
  }
  return lines;
}

/** Lines that are drawn dot by dot, as browsers print a dotted border. */
export const dottedLines = (dots: readonly Place[]): Ruling[] => [
  ...linesAlong('across', dots),
  ...linesAlong('down', dots),
];
