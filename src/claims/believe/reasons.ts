import type { BeliefTold, Reason } from '../../model/belief.js';
import type { Candidate, Claimant } from '../candidate.js';
import type { Weights } from './believe.js';

/** Of which kind a feature is, by its name: the first that fits. What fits none is told to nobody. */
const kinds: readonly [feature: RegExp, reason: Reason][] = [
  [/^none (run (first|last|apart)|\S+) (?!first|last|apart|skips)[a-z]/, 'words'],
  [/^frame/, 'alike'],
  [/ skips /, 'between'],
  [/ larger member$/, 'larger'],
  [/( units?|mixed each|one measure|two measures|^any bare)$/, 'units'],
  [/( depths?| bracketed)( |$)/, 'brackets'],
  [/ (far|sentences?) |^portion base |^balance last |^product [a-z]+ within /, 'distance'],
  [/^any (rate )?(un)?called /, 'words'],
  [/ (names?|named|called) [a-z]+(\/[a-z]+)?$| names only$| same name$/, 'names'],
  [/ at [a-z]\w*\/|^\S+ d?[pn]\d\/d?[pn]\d$|^any behind | (in|out of) order |^product (total|count) d?[pn]\d/, 'order'],
  [/ plainly$/, 'sentence'],
  [/ counted (as many|other)$|^product over a mean$/, 'members'],
  [/ members \S+$|^(mean|last-share|ratio) of /, 'members'],
  [/ says | (a|one|mixed) clauses?( each)?$|^run .*(parallel|frame)/, 'sentence'],
  [/^(conversion|mean|last-share|group-share|rate|portion rate) | net signed$| spelled$/, 'sentence'],
  [/ cue |^(run (apart )?(first|last)|product) total [a-z]+$|^balance (left|first) /, 'words'],
  [/^product (pace|counts|unsaid) |^(pace|portion) /, 'words'],
  [/^run (apart )?(first|last) [a-z]|^run (column|folded|marks|again|overlap|total)|^(any|product) of a /, 'list'],
  [/^\S+ [a-z]+\/[a-z]+$/, 'roles'],
];

/** What a feature counts, where that can be told to people. */
const counted = /^(?:any skips|frame|(?:run|balance) (?:[a-z ]+ )?members) (\d\S*)$/;

/** Thousandths of a log-odd below which nothing is worth telling. */
const least = 300;
const mostEach = 4;

const kindOf = (feature: string): Reason | undefined => kinds.find(([form]) => form.test(feature))?.[1];

/** What spoke for a candidate and against it: the weights of its features, those of a kind together, the strongest first. */
export function reasonsOf(candidate: Candidate, claimant: Claimant, weights: Weights): BeliefTold['reasons'] {
  const sums = new Map<Reason, number>();
  const counts = new Map<Reason, string>();
  const add = (features: readonly string[], sign: 1 | -1): void => {
    for (const it of features) {
      const reason = kindOf(it);
      if (!reason) continue;
      sums.set(reason, (sums.get(reason) ?? 0) + sign * (weights[it] ?? 0));
      const count = counted.exec(it)?.[1];
      if (count !== undefined) counts.set(reason, count);
    }
  };
  add(candidate.features, 1);
  // what speaks for nothing of the kind being meant
  add(claimant.features, -1);
  const strongest = [...sums]
    .filter(([, weight]) => Math.abs(weight) >= least)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const most = (wanted: (weight: number) => boolean): typeof strongest =>
    strongest.filter(([, weight]) => wanted(weight)).slice(0, mostEach);
  return [...most((it) => it > 0), ...most((it) => it < 0)].map(([reason, weight]) => {
    const count = counts.get(reason);
    return { reason, ...(count !== undefined && { count }), weight };
  });
}
