import type { Relation } from '../../model/relation.js';
import { comparable } from './linear.js';
import { adds } from './totals.js';
import { has, isEntry, type Line, type Sheet } from './sheet.js';

interface Bound {
  readonly lesser: Line;
  readonly greater: Line;
}

/** Labels of two lines without what tells the limit from what it holds down: both are of the same debt. */
const sameThing = (a: Line, b: Line): boolean => {
  const [x, y] = [a, b].map((it) => it.label.split('/').at(-1) ?? '');
  return x !== undefined && x === y && a.label !== b.label;
};

/** What a line may not pass: the limit of the same thing, the line that it is part of, the points that may be scored. */
function boundsOf(sheet: Sheet): Bound[] {
  const lines = sheet.lines.filter((it) => it.role === 'amount' && it.slots.some(isEntry));
  return lines.flatMap((line, i): Bound[] => {
    if (line.ofWhich) {
      // rows of which one is marked so go on with others that are not
      if (sheet.way === 'across') return [];
      const whole = lines.slice(0, i).findLast((it) => !it.ofWhich && !it.total);
      return whole && i > 0 && lines.indexOf(whole) === i - 1 ? [{ lesser: line, greater: whole }] : [];
    }
    if (has(line, 'score') && !has(line, 'weight')) {
      const weights = lines.filter((it) => has(it, 'weight') && !has(it, 'score'));
      return weights.length === 1 && weights[0] ? [{ lesser: line, greater: weights[0] }] : [];
    }
    if (has(line, 'held') && !has(line, 'limit')) {
      const limits = lines.filter((it) => has(it, 'limit') && !has(it, 'held'));
      const own = limits.filter((it) => sameThing(it, line));
      const [only] = own.length === 1 ? own : own.length === 0 && limits.length === 1 ? limits : [];
      return only ? [{ lesser: line, greater: only }] : [];
    }
    return [];
  });
}

const least = 2;

/** Figures beyond what bounds them, where every other place of the two lines keeps within. */
export function boundsIn(sheet: Sheet): Relation[] {
  if (sheet.lines.length > 400) return [];
  return boundsOf(sheet).flatMap(({ lesser, greater }): Relation[] => {
    const pairs = sheet.places.flatMap((across, place) => {
      if (sheet.way === 'across' && !adds(across)) return [];
      const [a, b] = [lesser.slots[place], greater.slots[place]];
      return isEntry(a) && isEntry(b) && comparable(a, b) && b.value > 0 ? [{ a, b }] : [];
    });
    const beyond = pairs.filter(({ a, b }) => a.value - a.half > b.value + b.half);
    if (beyond.length > 1 || pairs.length - beyond.length < least) return [];
    return pairs.map(({ a, b }) => ({
      kind: 'at-most',
      check: 'table-bound',
      doubt: null,
      lesser: a.figure,
      greater: b.figure,
      most: 'warning',
    }));
  });
}
