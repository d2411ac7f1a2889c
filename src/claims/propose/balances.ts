import type { Spot } from '../../model/description.js';
import type { Relation } from '../../model/relation.js';
import type { Candidate, Claimant } from '../candidate.js';
import { intervalOf, negated, sum, type Interval } from '../interval.js';
import { directionOf, has, isAmount, nearness } from './places.js';
import { standingFeatures } from './standing.js';

const most = 8;
/** Figures before what is left that are asked. */
const reach = 16;

type Sign = 1 | -1;

/** The sign with which a figure goes into what is left, by its words; null where they do not say. */
function signOf(spot: Spot): Sign | null {
  for (const zone of ['near', 'lead'] as const) {
    const adds = has(spot, zone, 'opening', 'inflow', 'up');
    const takes = has(spot, zone, 'outflow', 'down', 'actual');
    if (adds !== takes) return adds ? 1 : -1;
  }
  return null;
}

/** What went in and out before something was left; the first is what there was, unless its words say otherwise. */
interface Flow {
  readonly operands: readonly Spot[];
  readonly signs: readonly Sign[];
}

/** The flows that end right before a figure, each one longer than the one before; those with a figure of no sign are none. */
function flowsBefore(spots: readonly Spot[], left: Spot): Flow[] {
  const members: Spot[] = [];
  const flows: Flow[] = [];
  for (let at = left.at - 1; at >= 0 && left.at - at <= reach && members.length < most; at--) {
    const spot = spots[at];
    if (!spot || left.sentence - spot.sentence > 3) break;
    if (!isAmount(spot) || spot.measure !== left.measure || spot.depth > left.depth) continue;
    members.unshift(spot);
    const signs = members.map((it, i) => signOf(it) ?? (i === 0 ? 1 : null));
    const known = signs.filter((it) => it !== null);
    if (members.length < 2 || known.length < members.length || !known.includes(-1)) continue;
    // where more went out than there was, the list began earlier
    if (members.reduce((total, it, i) => total + it.value * (known[i] ?? 1), 0) > 0)
      flows.push({ operands: [...members], signs: known });
  }
  return flows;
}

function featuresOf(spots: readonly Spot[], left: Spot, { operands }: Flow): string[] {
  const [first, last] = [operands[0] ?? left, operands.at(-1) ?? left];
  const begins = (['opening', 'inflow'] as const).find((it) => has(first, 'clause', it)) ?? 'other';
  const said = (['closing', 'net', 'remain', 'total', 'adjusted'] as const).filter((it) => has(left, 'lead', it));
  return [
    'balance',
    `balance members ${Math.min(5, operands.length)}`,
    `balance first ${begins}`,
    `balance last ${nearness(last, left)}`,
    ...said.map((it) => `balance left ${it}`),
    ...(operands.some((it) => directionOf(it) !== 0) ? ['balance moves'] : []),
    ...standingFeatures(spots, left, operands, { calls: said.length > 0, says: begins !== 'other' }),
  ];
}

const relationOf = (left: Spot, { operands, signs }: Flow): Relation => ({
  kind: 'sum',
  check: 'roll-forward',
  doubt: null,
  total: left.figure,
  terms: operands.map(({ figure }, i) => ({ figure, weight: signs[i] ?? 1 })),
  complete: true,
});

/** Only what is said to be left, of what is said to have come in and gone out, is wrong where it does not come out. */
const isSaid = (left: Spot, { operands }: Flow): boolean =>
  has(left, 'lead', 'closing', 'remain', 'adjusted') &&
  operands.some((it) => has(it, 'lead', 'outflow', 'down')) &&
  operands.some((it) => has(it, 'lead', 'opening', 'inflow', 'plan', 'prior'));

function candidateOf(spots: readonly Spot[], left: Spot, flow: Flow): Candidate {
  const signed = (it: Interval, i: number): Interval => (flow.signs[i] === -1 ? negated(it) : it);
  return {
    shape: 'balance',
    unsaid: !isSaid(left, flow),
    operands: flow.operands,
    stated: intervalOf(left),
    compute: (all) => sum(all.map(signed)),
    features: featuresOf(spots, left, flow),
    relation: () => relationOf(left, flow),
  };
}

/** What is left: opening plus what came in minus what went out, over the figures before it. */
export function balances(spots: readonly Spot[], left: Spot): Claimant[] {
  if (!isAmount(left) || !has(left, 'lead', 'closing', 'net', 'remain', 'total', 'adjusted')) return [];
  const candidates = flowsBefore(spots, left).map((flow) => candidateOf(spots, left, flow));
  return candidates.length > 0 ? [{ spot: left, candidates, features: ['none balance'] }] : [];
}
