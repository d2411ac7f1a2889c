import { shift, type Decimal } from '../../model/decimal.js';
import { printed } from '../../model/printed.js';
import type { Figure } from '../../model/report.js';

/** Amounts in 10⁻⁸ of the base unit, so that many ways to add them can be tried with whole numbers. */
const places = 8;

interface Whole {
  readonly value: bigint;
  readonly half: bigint;
}

const known = new WeakMap<Figure, Whole | null>();

function whole(value: Decimal): bigint | null {
  const moved = shift(value, places);
  return moved.scale === 0 ? moved.coefficient : null;
}

function wholeOf(figure: Figure): Whole | null {
  const cached = known.get(figure);
  if (cached !== undefined) return cached;
  const it = printed(figure);
  const [value, half] = it ? [whole(it.value), whole(it.half)] : [null, null];
  const found = value === null || half === null ? null : { value, half };
  known.set(figure, found);
  return found;
}

/** False when the parts certainly do not make the total, whatever their rounding; a figure too fine to say leaves it open. */
export function mayClose(total: Figure, parts: readonly Figure[]): boolean {
  const stated = wholeOf(total);
  if (!stated) return true;
  let [left, slack] = [stated.value, stated.half];
  for (const part of parts) {
    const it = wholeOf(part);
    if (!it) return true;
    left -= it.value;
    slack += it.half;
  }
  return (left < 0n ? -left : left) <= slack;
}
