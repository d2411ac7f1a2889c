import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { formulaCandidate, type Formula } from './formulas.js';
import { has, inParallel, isAmount, isRate } from './places.js';
import { standingFeatures } from './standing.js';

/** Figures that an average may be of, and how far away they begin. */
const most = 8;
const reach = 24;
/** Figures passed over right beside the average. */
const mostSkipped = 3;

type Wanted = (spot: Spot) => boolean;

/** The nearest figures before an average of which it may be the average, the nearest last. */
function before(spots: readonly Spot[], mean: Spot, wanted: Wanted): Spot[] {
  const found: Spot[] = [];
  for (let at = mean.at - 1; at >= 0 && mean.at - at <= reach && found.length < most + mostSkipped; at--) {
    const it = spots[at];
    if (!it || mean.sentence - it.sentence > 2) break;
    if (wanted(it)) found.unshift(it);
  }
  return found;
}

interface Mean {
  readonly formula: Formula;
  readonly features: readonly string[];
  readonly says: boolean;
}

function* plainMeans(list: readonly Spot[]): Generator<Mean> {
  for (let skip = 0; skip <= mostSkipped; skip++) {
    for (let count = 2; count <= most && count + skip <= list.length; count++) {
      const of = list.slice(list.length - skip - count, list.length - skip);
      const parallel = inParallel(of);
      const all = count + skip === list.length;
      yield {
        formula: { over: of.map((it) => ({ of: [it], times: 1 / count })) },
        features: [
          'mean plain',
          `mean of ${count > 3 ? 'many' : count} ${all ? 'all' : 'some'}`,
          `mean skips ${skip}`,
          ...(parallel ? ['mean parallel'] : []),
          ...(parallel && all && skip === 0 ? ['mean plain all'] : []),
        ],
        says: parallel && all && skip === 0,
      };
    }
  }
}

/** Averages of values by as many weights: both lists end with what is nearest, in two lists or in pairs. */
function* weightedMeans(values: readonly Spot[], weights: readonly Spot[]): Generator<Mean> {
  for (let count = 2; count <= 4 && count <= Math.min(values.length, weights.length); count++) {
    const [of, by] = [values.slice(-count), weights.slice(-count)];
    const paired = of.every((it, i) => Math.abs(it.at - (by[i]?.at ?? 0)) === 1);
    const ways = count === values.length && count === weights.length ? 'all' : 'some';
    yield {
      formula: {
        over: of.map((it, i) => ({ of: [it, by[i] ?? it] })),
        under: by.map((it) => ({ of: [it] })),
      },
      features: [
        'mean weighted',
        ...(ways === 'all' ? ['mean weighted all'] : []),
        `mean weighted ${paired ? 'pairs' : 'lists'} ${ways}`,
      ],
      says: ways === 'all',
    };
  }
}

/** Averages of the figures before them, each counting once or by its weight. */
export function means(spots: readonly Spot[], mean: Spot): Claimant[] {
  const isOne = isAmount(mean) || isRate(mean) || mean.figure.kind === 'number';
  if (!isOne || !has(mean, 'lead', 'average', 'yearly', 'total', 'weighted') || mean.value <= 0) return [];
  const values = before(spots, mean, (it) => it.dimension === mean.dimension);
  const calls = has(mean, 'lead', 'average', 'yearly', 'weighted');
  const candidateOf = ({ formula, features, says }: Mean): Candidate => {
    const operands = [...new Set(formula.over.flatMap(({ of }) => of))];
    return formulaCandidate(mean, formula, {
      shape: 'mean',
      check: 'stated-average',
      unsaid: !calls,
      features: ['mean', ...features, ...standingFeatures(spots, mean, operands, { calls, says })],
    });
  };
  const byMeasure = new Map<string, Spot[]>();
  for (const it of before(spots, mean, (spot) => spot.dimension !== mean.dimension && spot.figure.kind !== 'date'))
    byMeasure.set(it.dimension, [...(byMeasure.get(it.dimension) ?? []), it]);
  const found = [
    ...(calls ? [...plainMeans(values)] : []),
    ...[...byMeasure.values()].flatMap((weights) => [...weightedMeans(values, weights)]),
  ];
  const candidates = found.map(candidateOf);
  return candidates.length > 0
    ? [{ spot: mean, candidates, features: ['none mean', `none mean ${calls ? 'called' : 'uncalled'}`] }]
    : [];
}
