import type { Spot } from '../../model/description.js';
import type { Interval } from '../interval.js';

/** A number as one slip of the hand would have it: another digit, two neighbours exchanged, a point or a unit moved. */
export interface Slip {
  readonly value: Interval;
  readonly kind: 'digit' | 'swap' | 'scale';
}

/** Units that are mistaken for each other, and a point that moved. */
const units = [1e-8, 1e-4, 1e4, 1e8];
const thousands = [1e-3, 1e3];
const points = [0.1, 10];

/** The side of a ratio that is not 1. */
function saidOf({ figure: { kind, value } }: Spot): string {
  const [first = '', second = ''] = kind === 'ratio' ? value.split(':') : [];
  return first === '1' ? second : first;
}

const known = new WeakMap<Spot, readonly Slip[]>();

/** Every number that one slip makes of what is printed. */
export function slipsOf(spot: Spot): readonly Slip[] {
  const cached = known.get(spot);
  if (cached) return cached;
  const slips: Slip[] = [];
  const digits = (spot.figure.number ?? saidOf(spot)).replaceAll(',', '');
  const number = Number(digits);
  const half = spot.half;
  if (/^\d+(\.\d+)?$/.test(digits) && number !== 0) {
    const unit = spot.value / number;
    const put = (text: string, kind: Slip['kind']): void => {
      const value = Number(text) * unit;
      // nobody means nothing where something is printed, and any rate is of nothing
      if (value !== 0) slips.push({ value: [value - half, value + half], kind });
    };
    for (let i = 0; i < digits.length; i++) {
      const digit = digits[i] ?? '';
      if (digit === '.') continue;
      for (const other of '0123456789')
        if (other !== digit) put(digits.slice(0, i) + other + digits.slice(i + 1), 'digit');
      const right = digits[i + 1] === '.' ? i + 2 : i + 1;
      const next = digits[right];
      if (next !== undefined && next !== digit) {
        put(digits.slice(0, i) + next + digits.slice(i + 1, right) + digit + digits.slice(right + 1), 'swap');
      }
    }
  }
  const scales = spot.figure.kind === 'percent' ? points : [...units, ...thousands, ...points];
  for (const scale of scales)
    slips.push({ value: [(spot.value - half) * scale, (spot.value + half) * scale], kind: 'scale' });
  known.set(spot, slips);
  return slips;
}
