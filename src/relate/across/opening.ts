import { dense } from '../../model/dense.js';
import { printed, sameMeasure } from '../../model/printed.js';
import { cellKey, type TableReading } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { labelOf } from '../facts/table-items.js';
import type { Claim, Side } from './claim.js';
import { agree } from './agreeing.js';

const check = 'opening-balance';

/** What was left at the end of a year, by what it is left of. A thing that stands with two values is not known. */
class Held {
  readonly figures = new Map<string, Figure>();
  readonly #twice = new Set<string>();

  add(key: string, figure: Figure): void {
    const known = this.figures.get(key);
    if (this.#twice.has(key)) return;
    if (known && !agree(known, figure)) {
      this.figures.delete(key);
      this.#twice.add(key);
    } else if (!known) this.figures.set(key, figure);
  }
}

type End = 'opening' | 'closing';
const says = ({ across }: Rulebook, end: End, label: string): boolean =>
  across[end].some((word) => dense(label).includes(word));

/** Rows of tables that carry something over: 上年结转政府信息公开申请数量 and 结转下年度继续办理, by column. */
function carriedIn({ reading, names: { rulebook } }: Side, end: End): ReadonlyMap<string, Figure> {
  const held = new Held();
  for (const table of reading.tables) {
    const named = table.rows.filter((row) => says(rulebook, end, row.label));
    const [only] = named;
    if (!only || named.length > 1 || !hasBoth(table, rulebook)) continue;
    for (const column of table.columns) {
      const figure = table.figures.get(cellKey(only.index, column.index));
      if (column.role !== 'amount' || !figure || !printed(figure)) continue;
      if (!says(rulebook, end, labelOf(table, only, column.index))) continue;
      held.add(`${kindOf(table)} ${column.path.map(dense).join('/')}`, figure);
    }
  }
  return held.figures;
}

/** A form that states both ends is the same form in both years. */
const hasBoth = (table: TableReading, rulebook: Rulebook): boolean =>
  (['opening', 'closing'] as const).every((end) => table.rows.some((row) => says(rulebook, end, row.label)));

/** Its title without years, so that two forms of one report are not mixed. */
const kindOf = ({ table }: TableReading): string => dense(table.title ?? '').replace(/(?:19|20)\d{2}年?度?/g, '');

/** 年初结转和结余 and 年末结转和结余 as facts of their year and fund. */
function factsOf({ facts, year }: Side, metric: string): ReadonlyMap<string, Figure> {
  const held = new Held();
  for (const { fact, figure } of facts) {
    if (fact.metric === metric && fact.period === String(year)) held.add(`${fact.fund}`, figure);
  }
  return held.figures;
}

function paired(opening: ReadonlyMap<string, Figure>, closing: ReadonlyMap<string, Figure>): Claim[] {
  return [...opening].flatMap(([key, left]): Claim[] => {
    const right = closing.get(key);
    if (!right || !sameMeasure(left, right)) return [];
    return [{ relation: { kind: 'equal', check, doubt: null, left, right }, asked: true }];
  });
}

/** What this year's report begins with against what last year's ended with. */
export const openingBalances = (now: Side, before: Side): Claim[] => [
  ...paired(carriedIn(now, 'opening'), carriedIn(before, 'closing')),
  ...paired(factsOf(now, 'carryover_open'), factsOf(before, 'carryover_close')),
];
