import { absolute, decimal, toText } from '../../../model/decimal.js';
import { isPassed } from '../../../model/decided.js';
import type { Relation, Verdict } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';

const keyOf = ({ value }: Pick<Figure, 'value'>, difference: string): string => `${value} ${difference}`;

/** Claims that figures fulfil by arithmetic alone: what is merely less or more than another is not confirmed by it. */
const confirming: ReadonlySet<Relation['kind']> = new Set(['sum', 'share', 'growth', 'product', 'computed']);

/** What was found of a document by other ways. */
export class Known {
  readonly #judged = new Set<string>();
  readonly #confirmed = new Set<string>();
  readonly #differences = new Set<string>();

  constructor(told: readonly Verdict[]) {
    for (const { relation, status, figures, residual } of told) {
      if (isPassed({ status }) && confirming.has(relation.kind)) for (const it of figures) this.#confirmed.add(it.id);
      if (status === 'insufficient_data' || status === 'not_applicable') continue;
      for (const it of figures) this.#judged.add(it.id);
      if (status !== 'failed' || residual === null) continue;
      const difference = toText(absolute(decimal(residual)));
      for (const it of figures) this.#differences.add(keyOf(it, difference));
    }
  }

  /** Whether a figure is part of any claim that was judged. */
  isJudged = ({ id }: Figure): boolean => this.#judged.has(id);

  /** Whether it is what other figures make, or makes another with them. */
  isConfirmed = ({ id }: Figure): boolean => this.#confirmed.has(id);

  /** Whether a number was found wrong by just so much. */
  differsBy = (it: Figure, difference: string): boolean => this.#differences.has(keyOf(it, difference));
}
