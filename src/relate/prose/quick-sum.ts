import { decimal, shift, type Decimal } from '../../model/decimal.js';
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

/** A figure in whole numbers; null where it is inexact or too fine. */
function wholeOf(figure: Figure): Whole | null {
  const cached = known.get(figure);
  if (cached !== undefined) return cached;
  const it = printed(figure);
  const [value, half] = it ? [whole(it.value), whole(it.half)] : [null, null];
  const found = value === null || half === null ? null : { value, half };
  known.set(figure, found);
  return found;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** How many units of its last printed place a figure is: how unlikely it is to be met by chance. */
export function unitsOf(figure: Figure): number {
  const it = wholeOf(figure);
  const step = figure.step === null ? null : whole(decimal(figure.step));
  return it && step !== null && step > 0n ? Number(magnitude(it.value) / step) : 0;
}

/** A figure that is added, or taken away. */
export interface Weighted {
  readonly figure: Figure;
  readonly weight: 1 | -1;
}

const signed = ({ weight }: Weighted, value: bigint): bigint => (weight === -1 ? -value : value);

/** Sums of the first n of a list for every n, so that any stretch of it is one subtraction. */
export class RunningSums {
  readonly #values: bigint[] = [0n];
  readonly #halves: bigint[] = [0n];

  constructor(items: readonly Weighted[]) {
    for (const [i, item] of items.entries()) {
      const it = wholeOf(item.figure);
      if (!it) break;
      this.#values.push((this.#values[i] ?? 0n) + signed(item, it.value));
      this.#halves.push((this.#halves[i] ?? 0n) + it.half);
    }
  }

  /** How many items of the list are whole numbers, before the first that is not. */
  get length(): number {
    return this.#values.length - 1;
  }

  /** False when the first `head` items and those from `from` to `to` certainly do not make the total, whatever their rounding. */
  mayMake(total: Weighted, head: number, from: number, to: number): boolean {
    const it = wholeOf(total.figure);
    if (!it) return false;
    const stretch = (sums: readonly bigint[]): bigint => (sums[head] ?? 0n) + (sums[to] ?? 0n) - (sums[from] ?? 0n);
    return magnitude(signed(total, it.value) - stretch(this.#values)) <= it.half + stretch(this.#halves);
  }
}
