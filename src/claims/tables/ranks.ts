import type { Relation } from '../../model/relation.js';
import { has, isEntry, type Entry, type Line, type Sheet } from './sheet.js';

interface Pair {
  readonly rank: Entry;
  readonly value: Entry;
}

/** What rank a value has among all, ties sharing the best; from the largest down or from the smallest up. */
function rankOf(value: number, all: readonly number[], descending: boolean): number {
  return 1 + all.filter((it) => (descending ? it > value : it < value)).length;
}

/** The rank that values dense in ties have: 1, 2, 2, 3. */
function denseRankOf(value: number, all: readonly number[], descending: boolean): number {
  return 1 + new Set(all.filter((it) => (descending ? it > value : it < value))).size;
}

/** Whether ties that something else parts share the ranks from the best on: 1, 2, 3, 4 where two have the second value. */
function isWithinTie({ rank, value }: Pair, all: readonly number[], descending: boolean): boolean {
  const best = rankOf(value.value, all, descending);
  const ties = all.filter((it) => it === value.value).length;
  return rank.value >= best && rank.value < best + ties;
}

const least = 4;

function pairsOf(sheet: Sheet, ranks: Line, values: Line): Pair[] {
  return sheet.places.flatMap((place, i): Pair[] => {
    const [rank, value] = [ranks.slots[i], values.slots[i]];
    return !place.total && isEntry(rank) && isEntry(value) ? [{ rank, value }] : [];
  });
}

/** Places whose rank the values do not give, once most of the others show that the ranks are of these values. */
function misplaced(pairs: readonly Pair[]): Pair[] | null {
  if (pairs.length < least || !pairs.some(({ rank }) => rank.value === 1)) return null;
  const all = pairs.map(({ value }) => value.value);
  const areParted = new Set(pairs.map(({ rank }) => rank.value)).size === pairs.length;
  const found = [true, false].flatMap((descending) => [
    ...[rankOf, denseRankOf].map((of) =>
      pairs.filter(({ rank, value }) => of(value.value, all, descending) !== rank.value),
    ),
    ...(areParted ? [pairs.filter((it) => !isWithinTie(it, all, descending))] : []),
  ]);
  const best = found.reduce((a, b) => (b.length < a.length ? b : a));
  return best.length <= Math.max(2, pairs.length / 4) ? best : null;
}

/** Ranks that contradict the values which they rank. */
export function ranksIn(sheet: Sheet): Relation[] {
  if (sheet.way !== 'down' || sheet.places.length > 2000) return [];
  const columns = sheet.lines.filter((it) => has(it, 'rank'));
  return columns.flatMap((ranks): Relation[] => {
    const tried = sheet.lines
      .filter((it) => it !== ranks && it.role !== 'number')
      .flatMap((values) => {
        const pairs = pairsOf(sheet, ranks, values);
        const wrong = misplaced(pairs);
        return wrong ? [{ values, pairs, wrong, far: Math.abs(values.at - ranks.at) }] : [];
      })
      .sort((a, b) => a.wrong.length - b.wrong.length || a.far - b.far);
    const [best] = tried;
    if (!best) return [];
    const others = (own: Pair): Pair[] => best.wrong.filter((it) => it !== own);
    return best.pairs.map((own): Relation => {
      const { rank, value } = own;
      const holds = !best.wrong.includes(own);
      const against = [value.figure, ...(holds ? [] : others(own).map((it) => it.value.figure))];
      return {
        kind: 'words',
        check: 'table-rank',
        doubt: null,
        words: rank.figure,
        holds,
        wanted: '',
        against,
        most: 'warning',
      };
    });
  });
}
