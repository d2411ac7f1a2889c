import type { BeliefTold } from '../../model/belief.js';
import type { Spot, Zone } from '../../model/description.js';
import { keyOf } from '../propose/places.js';
import type { Weights } from './believe.js';
import { reasonsOf } from './reasons.js';
import type { Settled } from './settle.js';

const mostWords = 12;
const mostRivals = 3;
const mostMends = 4;
/** Thousandths from which a rival is worth telling. */
const leastShare = 10;

/** Where words stand that say how a figure hangs together with others, the nearest first; what is behind it speaks of what claims. */
const before: readonly Zone[] = ['near', 'lead', 'clause', 'before'];
const around: readonly Zone[] = [...before, 'tail'];

function wordsOf(claimant: Spot, operands: readonly Spot[]): BeliefTold['words'] {
  const found = new Map<string, BeliefTold['words'][number]>();
  for (const { figure, words } of [claimant, ...operands])
    for (const zone of figure === claimant.figure ? around : before)
      for (const [of, text] of words[zone]) {
        const key = `${of} ${text}`;
        if (!found.has(key)) found.set(key, { figure: figure.id, class: of, text });
      }
  return [...found.values()].slice(0, mostWords);
}

const thousandths = (share: number): number => Math.min(1000, Math.round(share * 1000));

function rivalsOf({ spot, candidate, among }: Settled): BeliefTold['rivals'] {
  const nameOf = ({ shape, operands }: Settled['candidate']): string => `${shape} ${keyOf([spot, ...operands])}`;
  const told = new Set([nameOf(candidate)]);
  return among.weighed
    .toSorted((a, b) => b.prior - a.prior)
    .filter((it) => thousandths(it.prior) >= leastShare && told.size < told.add(nameOf(it.candidate)).size)
    .slice(0, mostRivals)
    .map(({ candidate: { shape, operands }, prior, fit }) => ({
      shape,
      figures: operands.map((it) => it.figure.id),
      share: thousandths(prior),
      holds: fit !== 'no',
    }));
}

/** Why a claim is believed to be meant and wrong, as a Report tells it: rounded, so that it is the same on every machine. */
export function toldOf(settled: Settled, weights: Weights): BeliefTold {
  const { spot, candidate, odds, prior, among, mendedBy } = settled;
  return {
    odds: String(Number(odds.toPrecision(2))),
    prior: thousandths(prior),
    none: thousandths(among.none),
    words: wordsOf(spot, candidate.operands),
    reasons: reasonsOf(candidate, among.claimant, weights),
    rivals: rivalsOf(settled),
    mends: [...new Set(mendedBy.map((it) => it.spot.figure.id))].slice(0, mostMends),
  };
}
