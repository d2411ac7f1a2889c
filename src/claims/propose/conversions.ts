import type { Spot } from '../../model/description.js';
import type { Claimant } from '../candidate.js';
import { formulaCandidate } from './formulas.js';
import { has, isAmount } from './places.js';
import { standingFeatures } from './standing.js';

/** An amount told again in another unit: 3,600亩（合240公顷）. */
export function conversions(spots: readonly Spot[], again: Spot): Claimant[] {
  const first = spots[again.at - 1];
  if (!first || !isAmount(first) || !isAmount(again)) return [];
  if (first.dimension !== again.dimension || first.sentence !== again.sentence || again.value <= 0) return [];
  if (first.figure.unitText === again.figure.unitText || again.each.length > 0) return [];
  const said = has(again, 'near', 'means');
  const candidate = formulaCandidate(
    again,
    { over: [{ of: [first] }] },
    {
      shape: 'conversion',
      check: 'converted-amount',
      unsaid: !said,
      features: [
        'conversion',
        `conversion ${said ? 'said' : 'not said'}`,
        `conversion ${again.depth > first.depth ? 'bracketed' : 'open'} ${said ? 'said' : 'not said'}`,
        ...standingFeatures(spots, again, [first], { calls: said, says: said }),
      ],
    },
  );
  return [{ spot: again, candidates: [candidate], features: ['none conversion', `none conversion ${said}`] }];
}
