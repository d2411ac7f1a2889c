import type { Relation } from '../../model/relation.js';
import { fits, type Frame } from './frame.js';
import { sumFrame, type Term } from './linear.js';
import { isPromising } from './screen.js';
import { has, isEntry, type Line, type Sheet } from './sheet.js';

/** Lines without those that are only part of the one before them. */
const whole = (lines: readonly Line[]): Line[] => lines.filter((it) => !it.ofWhich);
const until = (lines: readonly Line[], holds: (line: Line) => boolean): Line[] => {
  const end = lines.findIndex(holds);
  return lines.slice(0, end < 0 ? lines.length : end);
};

/** Going away from a total: subtotals stand for the lines that they total, whose own side they stand at. */
function outer(lines: readonly Line[], line: Line): Line[] {
  const found: Line[] = [];
  let skipping = false;
  for (const it of lines) {
    if (it.total && it.words.head === 'total' && it.label === line.label) break;
    if (it.total) {
      found.push(it);
      skipping = true;
    } else if (!skipping) found.push(it);
  }
  return found;
}

const highest = (lines: readonly Line[]): Line[] => {
  const levels = lines.flatMap((it) => it.level ?? []);
  const least = levels.reduce((a, b) => Math.min(a, b), Infinity);
  return levels.length * 2 < lines.length ? [] : lines.filter((it) => it.level === least);
};

/** A set of lines that a total may add up, and by what rule it was chosen: totals of one table follow the same. */
export interface Addends {
  readonly lines: readonly Line[];
  readonly rule: number;
}

/** The sets of lines that a total may add up, those that its place says first. */
export function setsOf(lines: readonly Line[], line: Line): Addends[] {
  const at = lines.indexOf(line);
  const above = lines.slice(0, at).reverse();
  const below = lines.slice(at + 1);
  const sets = [above, below].flatMap((side) => {
    const segment = until(side, (it) => it.total);
    return [
      whole(segment),
      segment,
      whole(outer(side, line)),
      side.filter((it) => it.total).slice(0, 2),
      side.filter((it) => it.total),
      highest(side.filter((it) => !it.total)),
      highest(segment),
      whole(side.filter((it) => !it.total)),
      line.group === '' ? [] : until(side, (it) => !it.group.startsWith(line.group)),
    ];
  });
  const seen = new Set<string>();
  const found = sets.map((set, rule): Addends => ({ lines: set, rule }));
  return found.filter(({ lines: set }) => {
    const key = set.map((it) => it.at).join(' ');
    return set.length >= 2 && !seen.has(key) && seen.add(key);
  });
}

/** What is taken off: lines that say so, or all from the first such line on. */
export function waysToAdd(set: readonly Line[]): Term[][] {
  const own = set.map((line): Term => ({ line, weight: has(line, 'less') ? -1 : 1 }));
  const first = Math.min(...set.filter((it) => has(it, 'less')).map((it) => it.at));
  const more = set.filter((it) => it.at > first && !has(it, 'less'));
  const after = set.map((line): Term => ({ line, weight: line.at >= first ? -1 : 1 }));
  return more.length > 0 ? [own, after] : [own];
}
const notAdded: ReadonlySet<string | null> = new Set(['average', 'price', 'rate', 'growth', 'index']);
/** Whether the figures of a place may be added: amounts, and shares of one whole. */
export const adds = (place: Omit<Line, 'slots'>): boolean =>
  place.role === 'amount'
    ? !notAdded.has(place.words.head) && !has(place, 'extreme')
    : place.role === 'rate' && has(place, 'share', 'weight') && !has(place, 'growth');

/** So many rows with parts of their own are told apart from these, in so many ways. */
const mostNests = { heads: 6, ways: 256 };

/**
 * Sets of lines without what some of them are made of: after 其中 stand one part or more, and only the sums show where the next whole
 * begins (机关, 其中：公安, 法院, 事业单位).
 */
function nestedSets(lines: readonly Line[], line: Line): Line[][] {
  const at = lines.indexOf(line);
  return [lines.slice(0, at), lines.slice(at + 1)].flatMap((side) => {
    const heads = side.flatMap((it, i) => (it.ofWhich ? [i] : []));
    if (heads.length === 0 || heads.length > mostNests.heads || side.some((it) => it.total)) return [];
    const groups = heads.map((from, i) => side.slice(from, heads[i + 1] ?? side.length));
    // the last line before the next 其中 is what it is of
    const most = groups.map((it, i) => (i + 1 < groups.length ? it.length - 1 : it.length));
    if (most.some((it) => it < 1) || most.reduce((a, b) => a * b, 1) > mostNests.ways) return [];
    const ways = groups.reduce<Line[][]>(
      (known, group, i) =>
        known.flatMap((kept) => Array.from({ length: most[i] ?? 0 }, (_, n) => [...kept, ...group.slice(n + 1)])),
      [side.slice(0, heads[0])],
    );
    return ways.filter((it) => it.length >= 2);
  });
}

/** Nothing stands in the sheet but the lines that a total at its end, or its beginning, adds up. */
function isFlat(lines: readonly Line[], line: Line, terms: readonly Term[]): boolean {
  const atEnd = line === lines[0] || line === lines.at(-1);
  return atEnd && terms.length === lines.length - 1 && terms.every((it) => !it.line.total && !it.line.ofWhich);
}

/** Totals times lines: each total may add up any of them. */
const mostAdded = 200_000;

/** A total row adds the rows of its table, a total column the columns of its row. */
export const asTotal = ({ way }: Sheet, relation: Relation): Relation =>
  relation.kind === 'sum' ? { ...relation, check: way === 'across' ? 'table-total' : 'table-row-total' } : relation;

const priors = { said: -1.5, flat: 2 };

/** Totals by their names: which lines they add up is shown by the places where it holds. */
export function totalFrames(sheet: Sheet): Frame[] {
  const lines = sheet.lines.filter((it) => it.role === 'amount' && it.slots.some(isEntry));
  const totals = lines.filter((it) => it.total);
  if (totals.length * lines.length > mostAdded) return [];
  const frameOf = (line: Line, terms: readonly Term[], prior: number, rule: number | null): Frame => {
    const frame = sumFrame(sheet, line, terms, prior);
    return {
      ...frame,
      named: true,
      relation: (it, holds) => asTotal(sheet, frame.relation(it, holds)),
      ...(prior === priors.flat && { said: true }),
      ...(rule !== null && { rule }),
      at: (place) => {
        const across = sheet.places[place];
        const it = across && adds(across) ? frame.at(place) : null;
        return it && it.claimant.figure.kind === 'percent' && it.claimant.value !== 100 && !fits(it) ? null : it;
      },
    };
  };
  return totals.flatMap((line) => {
    const ways = setsOf(lines, line).flatMap((set) => waysToAdd(set.lines).map((terms) => ({ terms, rule: set.rule })));
    const nested = nestedSets(lines, line).map((set) => set.map((it): Term => ({ line: it, weight: 1 })));
    return [
      ...ways.map(({ terms, rule }) => {
        const flat = sheet.way === 'across' && !sheet.excerpt && isFlat(lines, line, terms);
        return frameOf(line, terms, flat ? priors.flat : priors.said, rule);
      }),
      ...nested
        .filter((terms) => isPromising(line, terms, 1))
        .map((terms) => frameOf(line, terms, priors.said - Math.log(nested.length), null)),
    ];
  });
}
