import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { formulaCandidate } from './formulas.js';
import { directionOf, has, isAmount, isChange, isRate, unitsInOne } from './places.js';
import { standingFeatures } from './standing.js';

const most = 7;
const reach = 16;

/** The nearest levels before a rate, of each measure, in their order. */
function levelsBefore(spots: readonly Spot[], rate: Spot): Spot[][] {
  const groups = new Map<string, Spot[]>();
  for (let at = rate.at - 1; at >= 0 && rate.at - at <= reach; at--) {
    const it = spots[at];
    if (!it || rate.sentence - it.sentence > 1) break;
    if (!isAmount(it) || isChange(it) || it.value <= 0) continue;
    const group = groups.get(it.measure) ?? [];
    if (group.length < most) groups.set(it.measure, [it, ...group]);
  }
  return [...groups.values()].filter((it) => it.length >= 2);
}

/** Shares of several figures in one, and of one in several that make the whole. */
export function groupShares(spots: readonly Spot[], rate: Spot): Claimant[] {
  if (!isRate(rate) || rate.figure.kind !== 'percent' || rate.value <= 0 || directionOf(rate) !== 0) return [];
  const shared = has(rate, 'clause', 'share', 'rate', 'of');
  const candidateOf = (parts: readonly Spot[], all: readonly Spot[], kind: string): Candidate =>
    formulaCandidate(
      rate,
      { over: parts.map((it) => ({ of: [it], times: unitsInOne(rate) })), under: all.map((it) => ({ of: [it] })) },
      {
        shape: 'group-share',
        check: 'share-of-total',
        unsaid: true,
        features: [
          `group-share ${kind}`,
          `group-share ${kind} ${shared ? 'called' : 'uncalled'}`,
          ...standingFeatures(spots, rate, [...new Set([...parts, ...all])], { calls: shared, says: false }),
        ],
      },
    );
  const candidates = levelsBefore(spots, rate).flatMap((levels): Candidate[] => {
    const found: Candidate[] = [];
    for (let from = 0; from < levels.length; from++) {
      for (let to = from + 2; to <= levels.length; to++) {
        const run = levels.slice(from, to);
        const sum = run.reduce((total, it) => total + it.value, 0);
        // one part of the several that make the whole
        for (const part of run) found.push(candidateOf([part], run, 'of several'));
        if (run.length > 3) continue;
        for (const all of levels)
          if (!run.includes(all) && all.value >= sum) found.push(candidateOf(run, [all], 'several of'));
      }
    }
    return found;
  });
  return candidates.length > 0
    ? [{ spot: rate, candidates, features: ['none group-share', `none group-share ${shared}`] }]
    : [];
}
