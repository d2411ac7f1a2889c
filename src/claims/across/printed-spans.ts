import type { Statement } from '../../model/statement.js';
import type { Length, LengthUnit, TimeTrack } from '../../model/times.js';

/** By what a price is paid for: the unit of the lengths of time that it may be paid for. */
const unitOf: Readonly<Record<string, LengthUnit>> = {
  'duration day': 'day',
  'duration month': 'month',
  'duration quarter': 'quarter',
  'duration year': 'year',
};

/** Lengths of time that a text prints: 各续发6个月. */
export class PrintedSpans {
  readonly #byBlock = new Map<string, readonly Length[]>();

  constructor(times: readonly TimeTrack[]) {
    for (const { block, pieces } of times) {
      const lengths = pieces.filter((it): it is Length => it.is === 'length' && !it.approximate);
      if (lengths.length > 0) this.#byBlock.set(block.id, lengths);
    }
  }

  /** How often a price is paid, as its paragraph prints it between the price and what it comes to; null where it prints none or several. */
  between(price: Statement, total: Statement, pace: string): number | null {
    const [from, to] = [Math.min(price.figure.start, total.figure.start), Math.max(price.figure.end, total.figure.end)];
    const own = price.figure.block === total.figure.block ? (this.#byBlock.get(price.figure.block) ?? []) : [];
    const numbers = new Set(
      own.filter((it) => it.unit === unitOf[pace] && it.start >= from && it.end <= to).map((it) => it.number),
    );
    const [only] = numbers;
    return numbers.size === 1 && only !== undefined && Number.isInteger(only) ? only : null;
  }
}
