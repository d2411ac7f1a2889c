import type { SumRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import { monthsOf } from './spans.js';
import { partsOfTotal } from './parts-of-total.js';

/** More parts of a year than it has months are none. */
const mostParts = 12;
/** Figures behind a whole among which its parts are looked for. */
const mostBehind = 40;

const isFlow = ({ sort, cell, value, when, apart, words }: Statement): boolean =>
  sort === 'level' && !cell && value > 0 && when.span !== 'end' && !apart.has('cumulative') && !words.has('closing');

/** What follows a figure in its paragraph or right behind it and fills the time that it tells, each on the one before. */
function tilesOf(whole: Statement, behind: readonly Statement[]): Statement[] | null {
  const months = monthsOf(whole.when, false);
  if (!months || months[0] === months[1]) return null;
  const parts: Statement[] = [];
  let next = months[0];
  for (const it of behind) {
    if (it.paragraph !== whole.paragraph || parts.length === mostParts) return null;
    if (it.measure !== whole.measure || it.depth !== whole.depth) continue;
    const own = isFlow(it) && it.when.span !== null ? monthsOf(it.when, false) : null;
    if (!own || it.when.year !== whole.when.year || own[0] !== next || own[1] > months[1]) return null;
    parts.push(it);
    next = own[1] + 1;
    if (next > months[1]) return parts.length > 1 ? parts : null;
  }
  return null;
}

/** Totals of a stretch of months that the stretches told right behind, which fill it without a gap, do not make. */
export function spanTiles(statements: readonly Statement[]): SumRelation[] {
  return statements.flatMap((whole): SumRelation[] => {
    if (!isFlow(whole) || whole.measure.includes('/')) return [];
    const parts = tilesOf(whole, statements.slice(whole.at + 1, whole.at + 1 + mostBehind));
    if (!parts || parts.some(({ value }) => value >= whole.value)) return [];
    return [partsOfTotal(whole, parts, 'review')];
  });
}
