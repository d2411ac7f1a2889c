import type { TableColumn } from '../../model/reading.js';
import type { CellUnitRules } from '../../rulebook/cell-units.js';
import type { CellUnit } from './cell-figure.js';

/** Where the last of the words ends in a text; of equals the longest word. */
function lastEnd(text: string, words: readonly string[]): number {
  return words.reduce((last, word) => {
    const at = text.lastIndexOf(word);
    return at < 0 ? last : Math.max(last, at + word.length + word.length / 100);
  }, -1);
}

/** The money in which prices are printed, or other amounts: 元 and 万元 of 单位：万元、元. */
function moneyFor(text: string, units: readonly CellUnit[], rules: CellUnitRules): CellUnit | undefined {
  const money = units.filter(({ kind }) => kind === 'money').sort((a, b) => a.power - b.power);
  return rules.prices.test(text) ? money[0] : money.at(-1);
}

/** The unit of which a heading or the name of a row speaks. */
function spokenOf(text: string, units: readonly CellUnit[], rules: CellUnitRules): CellUnit | null {
  let found: { readonly unit: CellUnit; readonly end: number } | null = null;
  for (const { units: names, words } of rules.measures) {
    const listed = units.filter(({ unit }) => unit !== null && names.includes(unit));
    const unit = listed[0]?.kind === 'money' ? moneyFor(text, listed, rules) : listed[0];
    const end = unit ? lastEnd(text, words) : -1;
    if (unit && end > (found?.end ?? -1)) found = { unit, end };
  }
  return found?.unit ?? null;
}

/**
 * In which of the units that its table's caption lists a column's numbers are: that of which its own heading speaks, or those above it, or
 * its row; else the only one that is no share. Null where nothing tells.
 */
export function unitOfColumn(
  { path, role }: TableColumn,
  row: string,
  units: readonly CellUnit[],
  rules: CellUnitRules,
): CellUnit | null {
  const [only, ...more] = units;
  if (more.length === 0) return only ?? null;
  const amounts = units.filter(({ kind }) => kind !== 'percent');
  if (role === 'rate') return units.find(({ kind }) => kind === 'percent') ?? null;
  for (const text of [...path].reverse().concat(row)) {
    const unit = spokenOf(text, units, rules);
    if (unit) return unit;
  }
  return amounts.length === 1 ? (amounts[0] ?? null) : null;
}
