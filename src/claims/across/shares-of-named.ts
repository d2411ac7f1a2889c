import type { ShareRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import { around } from './alike/around.js';
import { ofTimes } from './alike/likeness.js';

/** Figures either way among which an operand is looked for. */
const mostAround = 300;
/** Pairs of characters that the name of an operand may have besides those that the share gives it. */
const mostBesides = 2;

/** The figures that a share's words name: all that they say is in the name, and little else. */
function named(levels: readonly Statement[], terms: ReadonlySet<string>, rate: Statement, year: number): Statement[] {
  return levels.filter((it) => {
    let shared = 0;
    for (const term of terms) if (it.terms.has(term)) shared++;
    return shared === terms.size && it.terms.size - shared <= mostBesides && ofTimes(it, rate, year) >= -1;
  });
}

const makes = (rate: Statement, part: Statement, whole: Statement): boolean => {
  const [low, high] = [
    (part.value - part.half) / (whole.value + whole.half),
    (part.value + part.half) / Math.max(1e-12, whole.value - whole.half),
  ];
  const slack = 2 * Math.max(rate.half, rate.step / 2);
  return 100 * low <= rate.value + slack && 100 * high >= rate.value - slack;
};

/** Shares whose two operands are told elsewhere under the very names that the share gives them. */
export function sharesOfNamed(statements: readonly Statement[], year: number): ShareRelation[] {
  const levels = statements.filter(({ sort, isBorrowed, value }) => sort === 'level' && !isBorrowed && value > 0);
  return statements.flatMap((rate): ShareRelation[] => {
    if (!rate.share || rate.sort !== 'rate' || rate.figure.unit !== '%') return [];
    const near = around(levels, rate.at, mostAround);
    const [parts, wholes] = [named(near, rate.share.part, rate, year), named(near, rate.share.whole, rate, year)];
    const pairs = parts.flatMap((part) =>
      wholes.flatMap((whole) => (part !== whole && part.measure === whole.measure ? [{ part, whole }] : [])),
    );
    const [first] = pairs;
    if (!first || pairs.some(({ part, whole }) => makes(rate, part, whole))) return [];
    const one = pairs.every(({ part, whole }) => part.value === first.part.value && whole.value === first.whole.value);
    if (!one || first.part.value > first.whole.value) return [];
    if (rate.sentence === first.part.sentence && rate.sentence === first.whole.sentence) return [];
    return [
      {
        kind: 'share',
        check: 'share-of-total',
        doubt: null,
        rate: rate.figure,
        part: first.part.figure,
        whole: first.whole.figure,
        most: 'review',
      },
    ];
  });
}
