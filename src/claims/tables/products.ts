import { times, type Interval } from '../interval.js';
import type { Frame, Said } from './frame.js';
import { has, intervalAt, isEntry, type Entry, type Line, type Sheet } from './sheet.js';
import { shownAs } from './quotients.js';

const multiplied = (a: Interval, b: Interval): Interval => {
  const all = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return [Math.min(...all), Math.max(...all)];
};

/** A price is exact, what it is printed with is what is paid; a rate of exchange is cut off somewhere. */
const factorOf = (line: Line, it: Entry): Interval =>
  it.figure.kind === 'money' || (has(line, 'price') && it.half > 0.004) ? [it.value, it.value] : intervalAt(it);

function productAt(line: Line, factors: readonly Line[], scale: number, place: number): Said | null {
  const claimant = line.slots[place];
  if (!isEntry(claimant)) return null;
  const operands: Entry[] = [];
  let computed: Interval = [scale, scale];
  for (const factor of factors) {
    const it = factor.slots[place];
    if (!isEntry(it)) return null;
    operands.push(it);
    computed = multiplied(computed, factorOf(factor, it));
  }
  const telling =
    claimant.value !== 0 &&
    operands.every((it) => it.value !== 0 && it.value !== 1 && it.value !== claimant.value) &&
    !operands.some((it) => it.figure.kind === 'percent' && it.value === 100);
  return { claimant, operands, computed, telling, blanks: 0 };
}

/** Powers of ten for units, 12 for the months of a year, and the like. */
function isPlain(scale: number): boolean {
  const power = 10 ** Math.round(Math.log10(scale));
  if (Math.abs(scale / power - 1) < 1e-6) return true;
  return [12, 4, 2, 6, 3, 9].some((many) => {
    const rest = scale / many;
    return Math.abs(rest / 10 ** Math.round(Math.log10(rest)) - 1) < 1e-6;
  });
}

/** The constant by which the product of factors becomes the line, as two places at least show it. */
function scaleOf(line: Line, factors: readonly Line[]): number | null {
  const ratios: number[] = [];
  for (let place = 0; place < line.slots.length && ratios.length < 5; place++) {
    const it = productAt(line, factors, 1, place);
    if (!it?.telling) continue;
    const middle = (it.computed[0] + it.computed[1]) / 2;
    if (middle !== 0) ratios.push(it.claimant.value / middle);
  }
  // a rounded amount gives the constant roughly: plain ones near it are tried
  for (const ratio of ratios) {
    if (!(ratio > 0)) continue;
    const power = 10 ** Math.floor(Math.log10(ratio) + 1e-9);
    for (const many of [1, 1.2, 2, 3, 4, 6, 9, 10]) {
      const plain = many * power;
      const close = ratios.filter((it) => Math.abs(it / plain - 1) < 0.005).length;
      if (close >= 2 && close * 2 >= ratios.length && isPlain(plain)) return plain;
    }
  }
  return null;
}

const most = 24;
const prior = -4;

/** Amounts that are a price times a count, times months, weights times points: by votes of the places. */
export function productFrames(sheet: Sheet): Frame[] {
  if (sheet.way === 'across') return [];
  const lines = sheet.lines.filter((it) => it.role !== 'number' && it.slots.some(isEntry));
  if (lines.length > most) return [];
  return lines.flatMap((line): Frame[] => {
    if (line.role === 'rate') return [];
    const others = lines.filter((it) => it !== line && Math.abs(it.at - line.at) <= 8);
    const sets = others.flatMap((a, i) =>
      others.slice(i + 1).flatMap((b, j) => [[a, b], ...others.slice(i + j + 2).map((c) => [a, b, c])]),
    );
    return sets.flatMap((factors): Frame[] => {
      const scale = scaleOf(line, factors);
      if (scale === null) return [];
      const said =
        (has(line, 'money', 'total', 'score') ? 1 : 0) + (factors.some((it) => has(it, 'price', 'weight')) ? 1 : 0);
      return [
        {
          sheet,
          line,
          kind: 'product',
          prior: prior + said - 2 * (factors.length - 2) - (Number.isInteger(Math.log10(scale)) ? 0 : 1),
          at: (place) => (sheet.places[place]?.total ? null : productAt(line, factors, scale, place)),
          relation: ({ claimant, operands, computed }, holds) => ({
            kind: 'words',
            check: 'table-line-formula',
            doubt: null,
            words: claimant.figure,
            holds,
            wanted: shownAs(claimant, times(computed, 1)),
            against: operands.map((it) => it.figure),
          }),
        },
      ];
    });
  });
}
