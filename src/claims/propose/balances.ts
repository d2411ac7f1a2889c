import type { Spot } from '../../model/description.js';
import type { Relation } from '../../model/relation.js';
import type { Candidate, Claimant } from '../candidate.js';
import { intervalOf, negated, sum, type Interval } from '../interval.js';
import { foldsOf } from './folds.js';
import { has, isAmount, nearness } from './places.js';
import { standingFeatures } from './standing.js';

/** Figures that one balance is over, the closing one aside. */
const most = 9;
/** Figures and sentences before what is left that are asked. */
const reach = 24;
const sentences = 3;
/** Ways of reading the signs of one list of figures that are tried. */
const mostWays = 16;

type Sign = 1 | -1;
/** How a figure goes into what is left; 0 where it stays out of it. */
type Part = Sign | 0;

/** Whether a figure is what there was at first. */
const opens = (spot: Spot): boolean => has(spot, 'clause', 'opening') || has(spot, 'before', 'opening');

/** Whether a figure is said to be what there is at last. */
const closes = (spot: Spot): boolean => has(spot, 'clause', 'closing') || has(spot, 'before', 'closing');

/** Whether what was left at an earlier time is what another figure goes on from, or a plan what was changed. */
const isOpeningOf = (spot: Spot, left: Spot): boolean => {
  if (has(spot, 'lead', 'inflow', 'outflow')) return has(spot, 'lead', 'opening');
  if (opens(spot) || (closes(spot) && closes(left) && !has(left, 'lead', 'opening', 'prior'))) return true;
  return has(left, 'lead', 'adjusted') && has(spot, 'lead', 'plan', 'total');
};

/** The sign with which a figure goes into what is left, by the nearest of its words that tell; null where none does. */
function signOf(spot: Spot): Sign | null {
  for (const zone of ['near', 'lead', 'clause', 'before'] as const) {
    const adds = has(spot, zone, 'opening', 'inflow', 'up');
    const takes = has(spot, zone, 'outflow', 'down', 'actual');
    if (adds !== takes) return adds ? 1 : -1;
  }
  return null;
}

/** Whether a figure is of another or is what others leave: it may repeat what went in and out already. */
const isAside = (spot: Spot): boolean => has(spot, 'lead', 'net', 'deficit', 'differ', 'remain', 'closing', 'total');

/** Whether a figure tells how far others lie apart: 比年初增加5万元; but not 上缴和分配5万元. */
const isHeldAgainst = (spot: Spot): boolean =>
  has(spot, 'lead', 'compare') && has(spot, 'lead', 'prior', 'up', 'down', 'exceed', 'below');

/** All ways in which a figure may go into what is left, the likeliest first. */
function partsOf(spot: Spot, isFirst: boolean): readonly Part[] {
  if (isFirst) return [1];
  if (has(spot, 'lead', 'ofwhich') || isHeldAgainst(spot)) return [0];
  const sign = signOf(spot);
  const ways: readonly Sign[] = sign === null ? [1, -1] : [sign];
  return isAside(spot) ? [0, ...ways] : ways;
}

/** What went in and out before something was left. */
interface Flow {
  readonly operands: readonly Spot[];
  readonly signs: readonly Sign[];
  /** Figures among them whose words do not say how they go in, and figures that were left out. */
  readonly unsigned: number;
  readonly aside: number;
  readonly opened: boolean;
}

/** Every reading of a list of figures that takes something away; none where there are too many to tell. */
function readings(members: readonly Spot[], opened: boolean): Flow[] {
  const parts = members.map((it, i) => partsOf(it, i === 0));
  if (parts.reduce((ways, it) => ways * it.length, 1) > mostWays) return [];
  let ways: readonly Part[][] = [[]];
  for (const some of parts) ways = ways.flatMap((way) => some.map((part) => [...way, part]));
  const unsigned = members.filter((it, i) => i > 0 && signOf(it) === null).length;
  return ways.flatMap((way): Flow[] => {
    const used = members.flatMap((spot, i) => (way[i] ? [{ spot, sign: way[i] }] : []));
    if (used.length < 2 || !used.some((it) => it.sign === -1)) return [];
    // where more went out than there was, the list began earlier
    if (used.reduce((total, { spot, sign }) => total + spot.value * sign, 0) <= 0) return [];
    const aside = members.length - used.length;
    return [{ operands: used.map((it) => it.spot), signs: used.map((it) => it.sign), unsigned, aside, opened }];
  });
}

/** The flows that end right before a figure: from what there was at first, or else those whose words tell all signs, each one longer than the one before. */
function flowsBefore(spots: readonly Spot[], left: Spot): Flow[] {
  const folds = foldsOf(spots);
  const members: Spot[] = [];
  const flows: Flow[] = [];
  for (let at = left.at - 1; at >= 0 && left.at - at <= reach && members.length < most; at--) {
    const spot = spots[at];
    if (!spot || left.sentence - spot.sentence > sentences) break;
    if (!isAmount(spot) || spot.measure !== left.measure || spot.depth > left.depth) continue;
    // what a flow is made of goes in with it
    if (folds.has(spot)) continue;
    members.unshift(spot);
    if (members.length < 2) continue;
    if (isOpeningOf(spot, left)) return [...flows, ...readings(members, true)];
    const [first] = members;
    const signs = members.map((it, i) => signOf(it) ?? (i === 0 ? 1 : null));
    // of two figures the second is what is taken off, if anything is
    if (first && signs[0] === 1 && (members.length === 2 || !signs.includes(null)))
      flows.push(...readings(members, false).filter((it) => it.aside === 0));
  }
  return flows;
}

const few = (count: number): string => (count > 2 ? '3+' : String(count));

function featuresOf(spots: readonly Spot[], left: Spot, { operands, opened, unsigned, aside }: Flow): string[] {
  const [first, last] = [operands[0] ?? left, operands.at(-1) ?? left];
  const begins = opened ? 'opening' : has(first, 'clause', 'inflow') ? 'inflow' : 'other';
  const said = (['closing', 'net', 'remain', 'total', 'adjusted'] as const).filter((it) => has(left, 'lead', it));
  const ends = said.includes('closing') ? 'lead' : closes(left) ? 'far' : 'not';
  return [
    'balance',
    `balance members ${Math.min(5, operands.length)}`,
    `balance first ${begins}`,
    `balance last ${nearness(last, left)}`,
    `balance first ${begins} closes ${ends}`,
    `balance first ${begins} closes ${ends} unsigned ${few(unsigned)}`,
    ...said.map((it) => `balance left ${it}`),
    ...(unsigned > 0 ? [`balance unsigned ${few(unsigned)}`] : []),
    ...(aside > 0 ? [`balance aside ${few(aside)}`] : []),
    ...(operands.some((it) => has(it, 'lead', 'up', 'down')) ? ['balance moves'] : []),
    ...standingFeatures(spots, left, operands, { calls: ends !== 'not' || said.length > 0, says: begins !== 'other' }),
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
const isSaid = (left: Spot, { operands, opened }: Flow): boolean =>
  opened
    ? closes(left) || has(left, 'lead', 'remain', 'adjusted')
    : has(left, 'lead', 'closing', 'remain', 'adjusted') &&
      operands.some((it) => has(it, 'lead', 'outflow', 'down')) &&
      operands.some((it) => has(it, 'lead', 'inflow', 'plan', 'prior'));

function candidateOf(spots: readonly Spot[], left: Spot, flow: Flow): Candidate {
  const signed = (it: Interval, i: number): Interval => (flow.signs[i] === -1 ? negated(it) : it);
  return {
    shape: 'balance',
    unsaid: !isSaid(left, flow),
    operands: flow.operands,
    stated: intervalOf(left),
    compute: (all) => sum(all.map(signed)),
    // what went out was added, or what came in taken away
    slips: (all) =>
      all
        .slice(1)
        .map((_, turned) => sum(all.map((it, i) => (i === turned + 1 ? negated(signed(it, i)) : signed(it, i))))),
    features: featuresOf(spots, left, flow),
    relation: () => relationOf(left, flow),
  };
}

/** What is left: opening plus what came in minus what went out, over the figures before it. */
export function balances(spots: readonly Spot[], left: Spot): Claimant[] {
  if (!isAmount(left)) return [];
  if (!closes(left) && !has(left, 'lead', 'net', 'remain', 'total', 'adjusted')) return [];
  const candidates = flowsBefore(spots, left).map((flow) => candidateOf(spots, left, flow));
  return candidates.length > 0 ? [{ spot: left, candidates, features: ['none balance'] }] : [];
}
