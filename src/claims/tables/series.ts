import { minus, over, plus, times, type Interval } from '../interval.js';
import type { Frame, Said } from './frame.js';
import { comparable } from './linear.js';
import { shownAs } from './quotients.js';
import { has, intervalAt, isEntry, type Entry, type Line, type Sheet } from './sheet.js';

/** The place before one that totals nothing, and prints the line. */
function previous(sheet: Sheet, line: Line, place: number): Entry | null {
  if (sheet.places[place]?.total) return null;
  const it = line.slots[place - 1];
  return place > 0 && !sheet.places[place - 1]?.total && isEntry(it) ? it : null;
}

type Step = (place: number) => Said | null;

const summed =
  (sheet: Sheet, line: Line, terms: readonly { line: Line; weight: 1 | -1 }[], from: Line, first: boolean): Step =>
  (place) => {
    const claimant = line.slots[place];
    if (!isEntry(claimant) || sheet.places[place]?.total) return null;
    const before = previous(sheet, from, place);
    if (!before && !(first && place === 0)) return null;
    const operands: Entry[] = before ? [before] : [];
    let computed: Interval = before ? intervalAt(before) : [0, 0];
    for (const { line: term, weight } of terms) {
      const it = term.slots[place];
      if (it === 'blank' || it === 'dash') continue;
      if (!isEntry(it) || !comparable(it, claimant)) return null;
      operands.push(it);
      computed = weight === 1 ? plus(computed, intervalAt(it)) : minus(computed, intervalAt(it));
    }
    if (operands.length === 0 || operands.some((it) => !comparable(it, claimant))) return null;
    return {
      claimant,
      operands,
      computed,
      telling: operands.filter((it) => it.value !== 0).length >= Math.min(2, terms.length + 1),
      blanks: 0,
    };
  };

function frame(sheet: Sheet, line: Line, prior: number, at: Step, weights: readonly (1 | -1)[]): Frame {
  return {
    sheet,
    line,
    kind: 'series',
    prior,
    at,
    relation: ({ claimant, operands }) => {
      const [only, ...more] = operands;
      if (only && more.length === 0)
        return { kind: 'equal', check: 'table-line-equal', doubt: null, left: claimant.figure, right: only.figure };
      const offset = weights.length - operands.length;
      return {
        kind: 'sum',
        check: 'table-line-sum',
        doubt: null,
        total: claimant.figure,
        terms: operands.map((it, i) => ({ figure: it.figure, weight: weights[i + offset] ?? 1 })),
        complete: true,
      };
    },
  };
}

const most = 16;
const priors = { cumulative: -3, balance: -5.5, chain: -4, growth: -3.5, change: -4.5 };

/** Running totals, balances that go on, openings that are the closing before, changes against the row before. */
export function seriesFrames(sheet: Sheet): Frame[] {
  const isFilled = (it: Line): boolean => it.slots.filter(isEntry).length >= 3;
  const lines = sheet.lines.filter(isFilled);
  const amounts = sheet.lines.filter((it) => it.role === 'amount' && it.slots.some(isEntry));
  if (sheet.lines.length > 400 || amounts.length > most || sheet.places.length < 3) return [];
  const frames: Frame[] = [];
  for (const line of amounts.filter(isFilled)) {
    for (const a of amounts) {
      if (a === line || Math.abs(a.at - line.at) > 6) continue;
      const said = has(line, 'cumulative') && !has(a, 'cumulative') ? 2 : 0;
      frames.push(
        frame(sheet, line, priors.cumulative + said, summed(sheet, line, [{ line: a, weight: 1 }], line, true), [1, 1]),
        frame(sheet, line, priors.change, changed(sheet, line, a), [1, -1]),
        frame(
          sheet,
          line,
          priors.chain + (has(line, 'opening') && has(a, 'closing') ? 2 : 0),
          chained(sheet, line, a),
          [1],
        ),
      );
      for (const b of amounts) {
        if (b === line || b === a || Math.abs(b.at - line.at) > 6) continue;
        const terms = [
          { line: a, weight: 1 as const },
          { line: b, weight: -1 as const },
        ];
        frames.push(frame(sheet, line, priors.balance, summed(sheet, line, terms, line, false), [1, 1, -1]));
      }
    }
  }
  for (const line of lines.filter((it) => it.role === 'rate' || has(it, 'growth')))
    for (const a of amounts) if (a !== line) frames.push(grown(sheet, line, a));
  return frames;
}

/** The figure before, where a table goes on from row to row: an opening is the closing of the row before. */
function chained(sheet: Sheet, line: Line, a: Line): Step {
  return (place) => {
    const [claimant, before] = [line.slots[place], previous(sheet, a, place)];
    if (!isEntry(claimant) || !before || !comparable(claimant, before)) return null;
    return { claimant, operands: [before], computed: intervalAt(before), telling: claimant.value !== 0, blanks: 0 };
  };
}

function changed(sheet: Sheet, line: Line, a: Line): Step {
  return (place) => {
    const [claimant, now, before] = [line.slots[place], a.slots[place], previous(sheet, a, place)];
    if (!isEntry(claimant) || !isEntry(now) || !before || !comparable(claimant, now)) return null;
    return {
      claimant,
      operands: [now, before],
      computed: minus(intervalAt(now), intervalAt(before)),
      telling: true,
      blanks: 0,
    };
  };
}

function grown(sheet: Sheet, line: Line, a: Line): Frame {
  const scale = line.slots.some((it) => isEntry(it) && it.figure.kind === 'percent') ? 100 : 1;
  return {
    sheet,
    line,
    kind: 'series',
    prior: priors.growth + (has(line, 'growth') ? 1.5 : 0),
    at: (place) => {
      const [claimant, now, before] = [line.slots[place], a.slots[place], previous(sheet, a, place)];
      if (!isEntry(claimant) || !isEntry(now) || !before || before.value <= 0 || !comparable(now, before)) return null;
      const computed = times(over(minus(intervalAt(now), intervalAt(before)), intervalAt(before)), scale);
      return { claimant, operands: [now, before], computed, telling: now.value !== before.value, blanks: 0 };
    },
    relation: ({ claimant, operands: [now, before], computed }, holds) =>
      claimant.figure.kind === 'percent' && now && before
        ? {
            kind: 'growth',
            check: 'table-line-growth',
            doubt: null,
            rate: claimant.figure,
            direction: 'increase',
            current: now.figure,
            prior: before.figure,
            delta: null,
          }
        : {
            kind: 'words',
            check: 'table-line-formula',
            doubt: null,
            words: claimant.figure,
            holds,
            wanted: shownAs(claimant, computed),
            against: [now, before].flatMap((it) => (it ? [it.figure] : [])),
          },
  };
}
