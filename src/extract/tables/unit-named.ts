import { decimal, shift, toShortText } from '../../model/decimal.js';
import { remembering } from '../../model/remembering.js';
import { recognizeQuantities } from '../../recognize/recognize.js';
import type { CellUnit } from './cell-figure.js';

const measured = new Set(['money', 'count', 'percent', 'score', 'dimension']);
/** Names of units are short; forms hold other words in the same places. */
const longest = 12;

const read = remembering((name: string): CellUnit | null => {
  const [one, ...more] = recognizeQuantities(`单位：${name}\n1`);
  const unit = one?.unit == null ? recognizeQuantities(`1${name}`)[0] : one;
  const whole = one?.unit == null ? unit?.end === name.length + 1 : more.length === 0;
  if (!unit || !whole || !measured.has(unit.kind)) return null;
  const power = unit.value.length - 1;
  if (unit.value !== toShortText(shift(decimal('1'), power))) return null;
  const kind = unit.kind as CellUnit['kind'];
  // what the amount is for is a part of the unit as printed: 元/公里
  const unitText = name.includes('/') ? name : unit.unitText;
  return { kind, unitText, unit: unit.unit, power, from: 'caption' };
});

/** The unit that words are the name of (万元, 千公顷, 港币千元), as rules/units.yaml knows it; null where they name none. */
export const unitNamed = (name: string): CellUnit | null => (name === '' || name.length > longest ? null : read(name));
