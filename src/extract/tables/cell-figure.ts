import { decimal, shift, toShortText, toText } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { TableColumn } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { CellUnitRules } from '../../rulebook/cell-units.js';
import { dense, numberIn } from './grid.js';
import { unitOfColumn } from './listed-units.js';
import { unitNamed } from './unit-named.js';

/** What a bare number in a cell measures, and where that was said. */
export interface CellUnit {
  readonly kind: 'money' | 'count' | 'percent' | 'number' | 'score' | 'dimension';
  readonly unitText: string;
  readonly unit: string | null;
  /** Powers of ten from the printed number to the base unit. */
  readonly power: number;
  readonly from: Figure['unitFrom'];
}

const inBrackets = /[（(]([^（()）]{1,10})[）)]/g;

function unitInBrackets(text: string, { bracketed }: CellUnitRules): CellUnit | null {
  if (!/[（(]/.test(text)) return null;
  for (const [, name = ''] of text.matchAll(inBrackets)) {
    const unit = unitNamed(name);
    if (unit && (unit.kind !== 'count' || bracketed.has(name))) return { ...unit, from: 'header' };
  }
  return null;
}

/** What tells in which unit a cell's bare number is printed. */
export interface UnitCues {
  readonly column: TableColumn;
  /** The name of its row. */
  readonly row: string;
  /** The measure word that a column of units gives to its row. */
  readonly rowUnit: string | null;
  /** The units that its table's caption lists. */
  readonly listed: readonly CellUnit[];
}

/** The unit of a bare number: from the row's words, else the column's heading, else the caption; a rate column is in percent. */
export function cellUnit({ column, row, rowUnit, listed }: UnitCues, rules: CellUnitRules): CellUnit {
  const heading = column.path.join('');
  const none: CellUnit = { kind: 'number', unitText: '', unit: null, power: 0, from: 'none' };
  const own = unitInBrackets(row, rules) ?? unitInBrackets(heading, rules);
  if (own) return own;
  if (column.role === 'rate') return { kind: 'percent', unitText: '%', unit: '%', power: 0, from: 'header' };
  if (rules.marks.test(heading)) return { kind: 'score', unitText: '分', unit: '分', power: 0, from: 'header' };
  const ofRow = rowUnit === null || rules.not_by_row.test(column.path.at(-1) ?? '') ? null : unitNamed(rowUnit);
  if (ofRow) return { ...ofRow, from: 'header' };
  const unit = unitOfColumn(column, row, listed, rules);
  const isOther = rules.not_money.test(heading) || rules.not_money.test(row);
  return unit === null || (unit.kind === 'money' && isOther) ? none : unit;
}

/** A number with a sign of currency before it is in that, where its table says nothing of money. */
export function withSign(unit: CellUnit, text: string): CellUnit {
  const sign = unit.kind === 'number' ? /[¥￥]/.exec(text)?.[0] : undefined;
  return sign === undefined ? unit : { kind: 'money', unitText: sign, unit: 'CNY', power: 0, from: 'number' };
}

/** Reads a cell that holds a number and nothing else but the mark of a note, in the unit that its table gives it. */
export function cellQuantity(text: string, unit: CellUnit): Quantity | null {
  const { start, printed } = numberIn(text);
  const end = start + printed.length;
  const clean = dense(printed).replace(/[¥￥,]/g, '');
  const match = /^([(（]?)([-+−–]?)(\d+(?:\.\d+)?)[)）]?([%‰]?)$/.exec(clean);
  if (!match) return null;
  const [, bracket = '', minus = '', digits = '', sign = ''] = match;
  const negative = bracket !== '' || (minus !== '' && minus !== '+');
  const number = decimal(negative ? `-${digits}` : digits);
  const percent = sign !== '';
  const power = percent ? 0 : unit.power;
  const last = decimal(number.scale === 0 ? '1' : `0.${'0'.repeat(number.scale - 1)}1`);
  return {
    start,
    end,
    kind: percent ? 'percent' : unit.kind,
    value: toShortText(shift(number, power)),
    unit: percent ? sign : unit.unit,
    number: toText(number),
    unitText: percent ? sign : unit.unitText,
    step: toShortText(shift(last, power)),
    ...(bracket === '' ? {} : { sign: 'paren' as const }),
  };
}
