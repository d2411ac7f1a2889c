import { decimal, shift, toShortText, toText } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { TableColumn } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import { scalePower } from '../../model/scale.js';
import { dense, numberIn } from './grid.js';

/** What a bare number in a cell measures, and where that was said. */
export interface CellUnit {
  readonly kind: 'money' | 'count' | 'percent' | 'number' | 'score';
  readonly unitText: string;
  readonly unit: string | null;
  /** Powers of ten from the printed number to the base unit. */
  readonly power: number;
  readonly from: Figure['unitFrom'];
}

const inBrackets = /[（(]([^（()）]{1,6})[）)]/g;
const counted = /^(?:人次|批次|人|个|件|辆|户|台|次|条|项|家|名|期|篇|处|套|份)$/;

function unitNamed(name: string, from: Figure['unitFrom']): CellUnit | null {
  if (name === '%' || name === '％') return { kind: 'percent', unitText: '%', unit: '%', power: 0, from };
  const money = /^([十百千万亿]*)(元|美元|港元|欧元)$/.exec(name);
  if (money) {
    const [, scale = '', currency = '元'] = money;
    const power = scalePower(scale);
    const unit = { 元: 'CNY', 美元: 'USD', 港元: 'HKD', 欧元: 'EUR' }[currency] ?? 'CNY';
    return { kind: 'money', unitText: name, unit, power, from };
  }
  if (name === '分') return { kind: 'score', unitText: '分', unit: '分', power: 0, from };
  return counted.test(name) ? { kind: 'count', unitText: name, unit: name, power: 0, from } : null;
}

function unitInBrackets(text: string, from: Figure['unitFrom']): CellUnit | null {
  if (!/[（(]/.test(text)) return null;
  for (const match of text.matchAll(inBrackets)) {
    const unit = unitNamed(match[1] ?? '', from);
    if (unit) return unit;
  }
  return null;
}

const notMoney =
  /人数|数量|个数|次数|人次|批次|保有量|户数|件数|面积|分值|权重|得分|评分|扣分|序号|年度指标|指标值|完成值/;

/** The unit of a bare number: from the row's words, else the column's heading, else the caption; a rate column is in percent. */
export function cellUnit(
  column: TableColumn,
  rowLabel: string,
  captionUnit: string | null,
  rowUnit: string | null,
): CellUnit {
  const heading = column.path.join('');
  const none: CellUnit = { kind: 'number', unitText: '', unit: null, power: 0, from: 'none' };
  const own = unitInBrackets(rowLabel, 'header') ?? unitInBrackets(heading, 'header');
  if (own) return own;
  if (column.role === 'rate') return { kind: 'percent', unitText: '%', unit: '%', power: 0, from: 'header' };
  if (/分值|得分|权重|评分|扣分/.test(heading))
    return { kind: 'score', unitText: '分', unit: '分', power: 0, from: 'header' };
  if (rowUnit !== null && /^数量|工程量$/.test(column.path.at(-1) ?? '')) return unitNamed(rowUnit, 'header') ?? none;
  if (captionUnit === null || notMoney.test(heading) || notMoney.test(rowLabel)) return none;
  return unitNamed(captionUnit, 'caption') ?? none;
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
