import type { Spot } from '../../model/description.js';
import type { Broken } from './believe.js';

/** The claims of a figure of which none holds, each with its odds if nothing else explains its figures. */
export interface Failing {
  readonly spot: Spot;
  readonly claims: readonly [Broken, ...Broken[]];
}

/** What the odds of a claim are raised by where the slip that mends it mends another one too. */
const mendsMore = 10;

interface Repaired {
  readonly spot: Spot;
  /** The failing figures that it mends, with the likeliest of their claims that it mends. */
  readonly claims: ReadonlyMap<Spot, Broken>;
}

function repairsOf(failing: readonly Failing[]): Repaired[] {
  const found = new Map<string, { spot: Spot; claims: Map<Spot, Broken> }>();
  for (const { spot: claimant, claims } of failing) {
    for (const claim of claims) {
      for (const { spot, value } of claim.mendedBy) {
        const key = `${spot.at} ${value.toPrecision(9)}`;
        const known = found.get(key);
        if (!known) found.set(key, { spot, claims: new Map([[claimant, claim]]) });
        else if ((known.claims.get(claimant)?.odds ?? 0) < claim.odds) known.claims.set(claimant, claim);
      }
    }
  }
  return [...found.values()].filter(({ claims }) => claims.size > 1);
}

const weightOf = ({ claims }: Repaired): number =>
  [...claims.values()].reduce((all, { odds }) => all + Math.log(mendsMore * odds), 0);

/**
 * Where one slip in one figure would mend what several figures claim, it is that figure that is wrong: each of them claims what the
 * slip mends and nothing else. The likeliest such slip is taken first.
 */
export function mendedTogether(failing: readonly Failing[]): Failing[] {
  const taken = new Map<Spot, Broken>();
  const likeliest = repairsOf(failing).sort((a, b) => weightOf(b) - weightOf(a) || a.spot.at - b.spot.at);
  for (const { claims } of likeliest) {
    if ([...claims.keys()].some((it) => taken.has(it))) continue;
    for (const [spot, claim] of claims) taken.set(spot, { ...claim, odds: claim.odds * mendsMore });
  }
  return failing.map((it): Failing => {
    const claim = taken.get(it.spot);
    return claim ? { spot: it.spot, claims: [claim] } : it;
  });
}
