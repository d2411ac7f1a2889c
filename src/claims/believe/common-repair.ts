import type { Spot } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import { fitOf } from '../fit.js';
import { meet, type Interval } from '../interval.js';
import type { Broken } from './believe.js';

/** The claims of a figure of which none holds, each with its odds if nothing else explains its figures. */
export interface Failing {
  readonly spot: Spot;
  readonly claims: readonly [Broken, ...Broken[]];
  /** Whether so much else speaks for the same mistake that nothing that comes out explains it. */
  readonly vouched?: boolean;
}

/** What the odds of a claim are raised by at most where the slip that mends it mends others too. */
const mostRaised = 1000;
/** From which on they outweigh what comes out all the same. */
const vouches = 20;
/** Claims that are likelier to come out by chance vouch for nothing. */
const mostByChance = 0.05;

interface Claim {
  readonly failing: Failing;
  readonly claim: Broken;
}

/** What one mistake would explain: the likeliest claims of different figures, or of one figure by different ones. */
interface Cause {
  readonly at: number;
  readonly claims: readonly Claim[];
}

const areApart = (a: Broken, b: Broken): boolean =>
  a.candidate.operands.every((it) => !b.candidate.operands.includes(it));

/** Claims that one slip in one figure would mend. */
function slipsOver(all: readonly Claim[]): Cause[] {
  const found = new Map<string, { readonly at: number; readonly claims: Claim[] }>();
  for (const it of all)
    for (const { spot, value } of it.claim.mendedBy) {
      const key = `${spot.at} ${value.toPrecision(9)}`;
      const cause = found.get(key) ?? { at: spot.at, claims: [] };
      found.set(key, cause);
      const same = cause.claims.findIndex(
        ({ failing, claim }) => failing.spot === it.failing.spot && !areApart(claim, it.claim),
      );
      if (same === -1) cause.claims.push(it);
      else if ((cause.claims[same]?.claim.odds ?? 0) < it.claim.odds) cause.claims[same] = it;
    }
  return [...found.values()];
}

/** Claims of one figure that come to the same, which is not what it states. */
function sameResults(all: readonly Claim[]): Cause[] {
  const telling = all.filter(({ claim }) => claim.chance <= mostByChance);
  return [...groupedBy(telling, ({ failing }) => failing.spot)].flatMap(([{ at }, claims]) =>
    claims.flatMap((a, i) =>
      claims
        .slice(i + 1)
        .filter((b) => areApart(a.claim, b.claim) && meet(madeBy(a), madeBy(b)))
        .map((b): Cause => ({ at, claims: [a, b] })),
    ),
  );
}

const madeBy = ({ claim }: Claim): Interval => fitOf(claim.candidate).computed;

/** By how much the others of a cause raise the odds of one of its claims: as likely as they are meant, over their coming out by chance. */
const raisedBy = ({ claims }: Cause, own: Claim): number =>
  claims
    .filter((it) => it !== own)
    .reduce((all, { claim: { prior, chance } }) => Math.min(mostRaised, all * (1 - prior + prior / chance)), 1);

const weightOf = (cause: Cause): number =>
  cause.claims.reduce((all, it) => all + Math.log(raisedBy(cause, it) * it.claim.odds), 0);

/**
 * Where one mistake would explain what several figures claim, it is that mistake: each of them claims what it mends and nothing else.
 * The likeliest such mistake is taken first.
 */
export function mendedTogether(failing: readonly Failing[]): Failing[] {
  const all = failing.flatMap((it) => it.claims.map((claim): Claim => ({ failing: it, claim })));
  const causes = [...slipsOver(all), ...sameResults(all)].filter(({ claims }) => claims.length > 1);
  const taken = new Map<Failing, Failing>();
  for (const cause of causes.sort((a, b) => weightOf(b) - weightOf(a) || a.at - b.at)) {
    if (cause.claims.some((it) => taken.has(it.failing))) continue;
    for (const it of cause.claims) {
      const raised = raisedBy(cause, it);
      if (raised > 1)
        taken.set(it.failing, {
          spot: it.failing.spot,
          claims: [{ ...it.claim, odds: it.claim.odds * raised }],
          vouched: raised >= vouches,
        });
    }
  }
  return failing.map((it) => taken.get(it) ?? it);
}
