import type { Relation } from '../../model/relation.js';
import { minus, over, times, type Interval } from '../interval.js';
import type { Frame, Said } from './frame.js';
import { comparable } from './linear.js';
import { has, intervalAt, isEntry, type Entry, type Line, type Sheet, type Slot } from './sheet.js';

/** How a quotient is made of two figures. */
const forms = ['part', 'growth', 'fall', 'ratio'] as const;
type Form = (typeof forms)[number];

const computedOf = (form: Form, a: Entry, b: Entry, scale: number): Interval => {
  const [x, y] = [intervalAt(a), intervalAt(b)];
  if (form === 'growth') return times(over(minus(x, y), y), scale);
  if (form === 'fall') return times(over(minus(y, x), y), scale);
  return times(over(x, y), scale);
};

function relationOf(form: Form, { claimant, operands: [a, b] }: Said, holds: boolean, scale: number): Relation {
  const rate = claimant.figure;
  const base = { doubt: null } as const;
  const isPercent = rate.kind === 'percent' && rate.unit === '%';
  if (a && b && isPercent && form === 'part')
    return { ...base, kind: 'share', check: 'table-line-share', rate, part: a.figure, whole: b.figure };
  if (a && b && isPercent && (form === 'growth' || form === 'fall')) {
    const direction = form === 'growth' ? 'increase' : 'decrease';
    return {
      ...base,
      kind: 'growth',
      check: 'table-line-growth',
      rate,
      direction,
      current: a.figure,
      prior: b.figure,
      delta: null,
    };
  }
  return {
    ...base,
    kind: 'words',
    check: 'table-line-formula',
    words: rate,
    holds,
    wanted: a && b ? shownAs(claimant, computedOf(form, a, b, scale)) : '',
    against: [a, b].flatMap((it) => (it ? [it.figure] : [])),
  };
}

/** A computed value with the decimals of a printed one, in its printed unit. */
export function shownAs({ figure, value }: Entry, computed: Interval): string {
  const number = Number(figure.number ?? figure.value);
  const unit =
    value === 0 || number === 0
      ? Number(figure.step) * 10 ** (figure.number?.split('.')[1]?.length ?? 0)
      : value / number;
  const decimals = figure.number?.split('.')[1]?.length ?? 0;
  return ((computed[0] + computed[1]) / 2 / unit).toFixed(decimals);
}

function quotientAt(form: Form, line: Line, a: Line, b: Line, scale: number, place: number): Said | null {
  const [claimant, x, y] = [line.slots[place], a.slots[place], b.slots[place]];
  if (
    !isEntry(claimant) ||
    !isEntry(x) ||
    !isEntry(y) ||
    y.value <= 0 ||
    (form !== 'part' && form !== 'ratio' && !comparable(x, y))
  )
    return null;
  if (Math.abs(y.value) <= y.half || x.figure.kind === 'percent' || y.figure.kind === 'percent') return null;
  if (form === 'growth' && x.value < 0) return null;
  const operands = [x, y];
  const computed = computedOf(form, x, y, scale);
  return {
    claimant,
    operands,
    computed,
    telling:
      x.value !== 0 && claimant.value !== 0 && x.value !== y.value && y.value !== 1 && claimant.value !== x.value,
    blanks: 0,
  };
}

/** Of what scale a line is printed beside plain quotients: percent, per thousand, or another power of ten that its first places show. */
function scalesOf(line: Line, a: Line, b: Line, form: Form): number[] {
  for (let place = 0; place < line.slots.length; place++) {
    const it = quotientAt(form, line, a, b, 1, place);
    if (!it?.telling || it.claimant.value === 0) continue;
    const middle = (it.computed[0] + it.computed[1]) / 2;
    const ratio = it.claimant.value / middle;
    if (it.claimant.figure.kind === 'percent') return [it.claimant.figure.unit === '‰' ? 1000 : 100];
    if (!(Math.abs(ratio) > 1e-9)) continue;
    return [10 ** Math.round(Math.log10(Math.abs(ratio)))];
  }
  return [];
}

const digits = (line: Line): boolean =>
  line.slots.some((it) => isEntry(it) && (it.figure.kind === 'percent' || /\./.test(it.figure.number ?? '')));

function wordsFor(form: Form, line: Line, a: Line, b: Line): number {
  let said = 0;
  if (form === 'growth') {
    said += has(line, 'growth') ? 2.5 : -1.5;
    if (has(b, 'prior', 'opening')) said += 0.5;
  } else if (form === 'fall') said += has(line, 'rate', 'growth') ? 0.5 : -2;
  else said += has(line, 'share', 'rate', 'average', 'growth', 'price') ? 1.5 : -1;
  if (a.role === 'rate' || b.role === 'rate') said -= 2;
  return said - 0.2 * Math.min(10, Math.abs(line.at - a.at) + Math.abs(line.at - b.at));
}

const prior = -3.5;
const most = 30;

/** Rates, averages and growth of a line out of two others: by votes of the places. */
export function quotientFrames(sheet: Sheet): Frame[] {
  const lines = sheet.lines.filter((it) => it.role !== 'number' && it.slots.some(isEntry));
  if (lines.length > (sheet.way === 'down' ? most : 2 * most)) return [];
  return lines.flatMap((line): Frame[] => {
    const named = has(line, 'average', 'rate', 'share', 'growth', 'price');
    if (!named && line.role !== 'rate' && !digits(line)) return [];
    const others = lines.filter((it) => it !== line && Math.abs(it.at - line.at) <= 10);
    return others.flatMap((a) =>
      others.flatMap((b): Frame[] => {
        if (a === b) return [];
        const tried = line.role === 'rate' ? (['part', 'growth', 'fall'] as const) : (['part', 'growth'] as const);
        return tried.flatMap((form) => {
          if (form !== 'part' && line.role !== 'rate' && !has(line, 'growth')) return [];
          return scalesOf(line, a, b, form).map((scale): Frame => ({
            sheet,
            line,
            kind: 'quotient',
            named,
            open: has(line, 'comparable') || (form === 'growth' && sheet.otherBasis),
            prior: prior + wordsFor(form, line, a, b),
            at: (place) => quotientAt(form, line, a, b, scale, place),
            relation: (it, holds) => relationOf(form, it, holds, scale),
          }));
        });
      }),
    );
  });
}

const isHundred = (slot: Slot | undefined): boolean => isEntry(slot) && slot.value === 100;

/** Places of a line of shares by the whole that they are shares of: each 100 begins the next, or ends it where it stands below its parts. */
function sectionsOf({ slots }: Line): (place: number) => number {
  const shares = slots.flatMap((it, place) => (isEntry(it) ? [{ place, isWhole: isHundred(it) }] : []));
  const wholes = shares.filter(({ isWhole }) => isWhole).map(({ place }) => place);
  if (wholes.length < 2) return () => 0;
  const above = shares[0]?.isWhole === true;
  return (place) => wholes.filter((it) => (above ? it <= place : it < place)).length;
}

/** Shares of a line in one of its own figures: every figure of `a` over that at the place of the whole. */
export function shareFrames(sheet: Sheet): Frame[] {
  const lines = sheet.lines.filter((it) => it.role !== 'number' && it.slots.some(isEntry));
  if (lines.length > most) return [];
  return lines.flatMap((line): Frame[] => {
    if (line.role !== 'rate' && !has(line, 'share')) return [];
    const sectionOf = sectionsOf(line);
    const others = lines.filter((it) => it !== line && it.role === 'amount' && Math.abs(it.at - line.at) <= 8);
    return others.flatMap((a) => {
      const filled = a.slots.flatMap((it, place) => (isEntry(it) ? [{ place, value: it.value }] : []));
      const largest = filled.reduce<number | null>(
        (best, it) =>
          best === null || it.value > (filled.find((x) => x.place === best)?.value ?? 0) ? it.place : best,
        null,
      );
      const totals = filled.filter((it) => sheet.places[it.place]?.total).map((it) => it.place);
      const hundreds = filled.map(({ place }) => place).filter((it) => isHundred(line.slots[it]));
      const wholes = [
        ...new Set([...totals.slice(0, 6), ...hundreds.slice(0, 6), ...(largest === null ? [] : [largest])]),
      ];
      return wholes.map((whole): Frame => ({
        sheet,
        line,
        kind: 'quotient',
        prior: -1.5 - 0.2 * Math.abs(line.at - a.at) + (has(line, 'share') ? 1 : 0),
        at: (place) => {
          const [claimant, x, y] = [line.slots[place], a.slots[place], a.slots[whole]];
          if (place === whole || !isEntry(claimant) || !isEntry(x) || !isEntry(y) || y.value <= 0 || !comparable(x, y))
            return null;
          if (sectionOf(place) !== sectionOf(whole)) return null;
          const scale = claimant.figure.kind === 'percent' ? 100 : 1;
          return {
            claimant,
            operands: [x, y],
            computed: computedOf('part', x, y, scale),
            telling: x.value !== 0 && x.value !== y.value,
            blanks: 0,
          };
        },
        relation: (it, holds) => relationOf('part', it, holds, 1),
      }));
    });
  });
}

/** Places whose figures are tried for what a whole that is not printed must be. */
const mostTried = 12;

/** Shares of a whole that the table does not print: one of its own places tells it, the others vote. */
export function unprintedWholes(sheet: Sheet): Frame[] {
  const lines = sheet.lines.filter((it) => it.role !== 'number' && it.slots.some(isEntry));
  if (lines.length > most || sheet.way === 'across') return [];
  return lines.flatMap((line): Frame[] => {
    if (line.role !== 'rate' || !has(line, 'share') || has(line, 'growth')) return [];
    const sectionOf = sectionsOf(line);
    const others = lines.filter((it) => it.role === 'amount' && Math.abs(it.at - line.at) <= 4);
    return others.flatMap((a) => {
      const told = a.slots.flatMap((x, place) =>
        isEntry(x) && isEntry(line.slots[place]) && x.value > 0 ? [place] : [],
      );
      return told.slice(0, mostTried).flatMap((own): Frame[] => {
        const [x, rate] = [a.slots[own], line.slots[own]];
        if (!isEntry(x) || !isEntry(rate) || rate.value <= 0) return [];
        const whole = over(intervalAt(x), intervalAt(rate));
        return [
          {
            sheet,
            line,
            kind: 'quotient',
            prior: -4.5 - 0.2 * Math.abs(line.at - a.at),
            at: (place) => {
              const [claimant, part] = [line.slots[place], a.slots[place]];
              if (
                place === own ||
                sectionOf(place) !== sectionOf(own) ||
                !isEntry(claimant) ||
                !isEntry(part) ||
                part.value <= 0 ||
                !comparable(part, x)
              )
                return null;
              return {
                claimant,
                operands: [part],
                computed: over(intervalAt(part), whole),
                telling: part.value !== x.value,
                blanks: 0,
              };
            },
            relation: ({ claimant, operands, computed }, holds) => ({
              kind: 'words',
              check: 'table-line-formula',
              doubt: null,
              words: claimant.figure,
              holds,
              wanted: shownAs(claimant, computed),
              against: operands.map((it) => it.figure),
            }),
          },
        ];
      });
    });
  });
}
