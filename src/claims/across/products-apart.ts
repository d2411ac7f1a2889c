import type { ProductRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import type { TimeTrack } from '../../model/times.js';
import { around } from './alike/around.js';
import { Names, ofTimes } from './alike/likeness.js';
import { isMet, nearMiss } from './alike/near-miss.js';
import { PrintedSpans } from './printed-spans.js';

/** Log-odds by hand. */
const odds = {
  start: -5,
  shared: 1.2,
  mostShared: 4,
  printed: 3,
  error: Math.log(0.02),
  worth: Math.log(0.5),
} as const;

/** Figures either way of a price among which the others are looked for. */
const mostAround = 40;
const money = 'money CNY';
/** How often a span goes into what is paid: once, by months, by quarters. */
const rounds: Readonly<Record<string, readonly number[]>> = {
  'duration month': [1, 12],
  'duration quarter': [1, 4],
  'duration year': [1],
};

/** A price, what it is paid for and what that comes to, told in different sentences, where one slip parts the total from the product. */
export function productsApart(
  statements: readonly Statement[],
  lengths: readonly TimeTrack[],
  year: number,
): ProductRelation[] {
  const names = new Names(statements);
  const spans = new PrintedSpans(lengths);
  const prose = statements.filter(({ sort, value }) => sort === 'level' && value > 0);
  const prices = prose.filter(({ measure, cell }) => measure.includes('/') && !cell);
  return prices.flatMap((price): ProductRelation[] => {
    const [dimension, ...each] = price.measure.split('/');
    const things = each.filter((it) => !it.startsWith('duration'));
    const paces = each.filter((it) => it.startsWith('duration'));
    if (dimension !== money || things.length !== 1 || paces.length > 1) return [];
    const near = around(prose, price.at, mostAround);
    const counts = near.filter((it) => it.measure === things[0] && ofTimes(it, price, year) >= -1);
    const totals = near.filter((it) => it.measure === dimension && ofTimes(it, price, year) >= -1);
    const days = paces[0] === 'duration day' ? near.filter((it) => it.measure === 'duration day') : [];
    let best: { logOdds: number; total: Statement; factors: Statement[]; times: number } | null = null;
    const pace = paces[0] ?? 'duration year';
    for (const count of counts) {
      for (const total of totals) {
        const printed = paces.length > 0 ? spans.between(price, total, pace) : null;
        const often = [
          ...(printed === null ? (rounds[pace] ?? []) : [printed]).map((times) => ({ times, by: [] as Statement[] })),
          ...days.map((day) => ({ times: 1, by: [day] })),
        ];
        for (const { times, by } of often) {
          const factors = [price, count, ...by];
          const computed = factors.reduce((product, it) => product * it.value, times);
          const slack =
            computed *
            factors.reduce((sum, it) => sum + Math.max(it.half, it === price ? it.step / 2 : 0) / it.value, 0);
          if (isMet(total, computed, slack)) return [];
          const miss = nearMiss(total, computed, slack);
          const isOne = factors.every((it) => it.sentence === total.sentence);
          if (miss === null || (isOne && printed === null)) continue;
          const shared = names.shared(total.terms, price.context) + names.shared(count.terms, price.context);
          const said = printed === null ? 0 : odds.printed;
          const logOdds = odds.start + odds.shared * Math.min(shared, odds.mostShared) + miss + said + odds.error + 1;
          if (!best || logOdds > best.logOdds) best = { logOdds, total, factors, times };
        }
      }
    }
    if (!best || best.logOdds < odds.worth) return [];
    return [
      {
        kind: 'product',
        check: 'unit-price',
        doubt: null,
        total: best.total.figure,
        factors: best.factors.map((it) => it.figure),
        times: best.times,
        most: 'review',
      },
    ];
  });
}
