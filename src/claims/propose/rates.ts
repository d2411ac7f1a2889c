import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { minus, times, type Interval } from '../interval.js';
import { formulaCandidate, type Term } from './formulas.js';
import { around, directionOf, has, isChange, isRate, nearness } from './places.js';
import { standingFeatures } from './standing.js';

const one: Interval = [1, 1];
const hundred: Term = { of: [], times: 100 };
const isPercent = (it: Spot): boolean => isRate(it) && it.figure.kind === 'percent';

/** The last of the shares that make a hundred: what it states is what the others leave. */
function lastShares(spots: readonly Spot[], last: Spot): Claimant[] {
  const others: Spot[] = [];
  const candidates: Candidate[] = [];
  const shared = (it: Spot): boolean => has(it, 'clause', 'share', 'of') || has(it, 'before', 'share', 'grounds');
  for (let at = last.at - 1; at >= 0 && last.at - at <= 24 && others.length < 12; at--) {
    const it = spots[at];
    if (!it || last.sentence !== it.sentence) break;
    if (!isPercent(it) || it.figure.unit !== last.figure.unit || it.depth !== last.depth) continue;
    if (has(it, 'near', 'up', 'down', 'exceed', 'below')) break;
    others.unshift(it);
    const whole = others.reduce((sum, other) => sum + other.value, last.value);
    if (others.length < 2 || whole < 50 || whole > 150) continue;
    const between = last.at - it.at - others.length;
    const says = shared(it) && (between === 0 || between >= others.length);
    const next = spots[last.at + 1];
    const ends = !next || next.sentence !== last.sentence || !isPercent(next);
    const calls =
      ends && [last, ...others].every((other) => has(other, 'lead', 'share') || has(other, 'clause', 'share'));
    candidates.push(
      formulaCandidate(
        last,
        { over: [hundred, ...others.map((other) => ({ of: [other], times: -1 }))] },
        {
          shape: 'last-share',
          check: 'structure-total',
          features: [
            'last-share',
            `last-share ${ends ? 'ends' : 'goes on'} ${calls ? 'each' : shared(it) ? 'first' : 'none'}`,
            `last-share of ${Math.min(5, others.length)}`,
            ...(has(it, 'before', 'grounds', 'breakdown') || has(it, 'clause', 'grounds', 'breakdown')
              ? ['last-share opened']
              : []),
            ...standingFeatures(spots, last, others, { calls, says }),
          ],
        },
      ),
    );
  }
  return candidates.length > 0 ? [{ spot: last, candidates, features: ['none last-share'] }] : [];
}

/** Rates that two rates make: one within the other, one over the other, how far an index is from a hundred. */
function ofRates(spots: readonly Spot[], rate: Spot): Claimant[] {
  const found = around(
    spots,
    rate,
    (it) => isPercent(it) || (it.figure.kind === 'number' && it.value > 50 && it.value < 200),
  ).slice(0, 6);
  const direction = directionOf(rate);
  const sign = direction < 0 ? -1 : 1;
  const ways = found.flatMap((a): Candidate[] => {
    const far = nearness(a, rate);
    const index = a.figure.kind === 'number' || has(a, 'lead', 'index');
    const called = index && direction !== 0;
    const alone = formulaCandidate(
      rate,
      {
        over: index
          ? [
              { of: [a], times: sign },
              { of: [], times: -100 * sign },
            ]
          : [hundred, { of: [a], times: -1 }],
      },
      {
        shape: 'rate',
        check: 'stated-rate',
        unsaid: !called,
        features: [
          index ? 'rate index' : 'rate rest',
          ...(called && rate.at - a.at === 1 && rate.sentence === a.sentence ? ['rate index called'] : []),
          `rate index ${far} ${called}`,
          ...standingFeatures(spots, rate, [a], { calls: called, says: rate.at - a.at === 1 }),
        ],
      },
    );
    return [
      alone,
      ...found.flatMap((b): Candidate[] => {
        if (a === b || !isPercent(a) || !isPercent(b) || isChange(a) || b.value === 0) return [];
        const compared = direction !== 0 && a.at < rate.at && b.at < rate.at;
        const says =
          compared &&
          ((has(a, 'lead', 'to') && has(b, 'lead', 'from', 'prior')) ||
            has(b, 'lead', 'prior') ||
            has(b, 'before', 'prior'));
        const adjacent =
          a.sentence === rate.sentence &&
          b.sentence === rate.sentence &&
          Math.min(rate.at - a.at, rate.at - b.at) === 1 &&
          Math.abs(a.at - b.at) === 1;
        const computed = formulaCandidate(
          rate,
          {
            over: [
              { of: [a], times: 100 * sign },
              { of: [b], times: -100 * sign },
            ],
            under: [{ of: [b] }],
          },
          {
            shape: 'rate',
            check: 'growth-rate',
            unsaid: !says,
            // points printed as percent: the slip of those who subtract
            slips: ([p = one, q = one]) => [times(minus(p, q), sign)],
            slipsOften: 0.5,
            sure: says,
            features: [
              'rate growth',
              ...(says && adjacent ? ['rate growth said'] : []),
              `rate growth ${compared ? 'compared' : 'not'} ${has(a, 'lead', 'to') ? 'to' : 'a'} ${has(b, 'lead', 'prior', 'from') ? 'from' : 'b'}`,
              `rate growth far ${far}/${nearness(b, rate)}`,
              ...standingFeatures(spots, rate, [a, b], { calls: compared, says }),
            ],
          },
        );
        const growth: Candidate = {
          ...computed,
          relation: () => ({
            kind: 'growth',
            check: 'growth-rate',
            doubt: null,
            rate: rate.figure,
            direction: direction < 0 ? 'decrease' : 'increase',
            current: a.figure,
            prior: b.figure,
            delta: null,
          }),
        };
        if (a.at > b.at) return [growth];
        const within = formulaCandidate(
          rate,
          { over: [{ of: [a, b], times: 1 / 100 }] },
          {
            shape: 'rate',
            check: 'stated-rate',
            unsaid: !has(rate, 'clause', 'means'),
            features: [
              'rate within',
              `rate within ${has(rate, 'clause', 'means') ? 'said' : 'not said'}`,
              ...standingFeatures(spots, rate, [a, b], {
                calls: has(rate, 'clause', 'means'),
                says: rate.at - b.at === 1,
              }),
            ],
          },
        );
        return [growth, within];
      }),
    ];
  });
  return ways.length > 0 ? [{ spot: rate, candidates: ways, features: ['none rate', `none rate ${direction}`] }] : [];
}

/** Rates that other rates make. */
export function rates(spots: readonly Spot[], rate: Spot): Claimant[] {
  return isPercent(rate) ? [...lastShares(spots, rate), ...ofRates(spots, rate)] : [];
}
