import type { Spot } from '../../model/description.js';
import { isRate, likeness } from './places.js';

/** How a claim stands in its text, whatever its kind: kinds of which there are few examples learn from all others. */
export interface Standing {
  /** Whether the words of the claimant call for a claim of this kind. */
  readonly calls: boolean;
  /** Whether the sentence puts its figures as claims of this kind are put. */
  readonly says: boolean;
}

const few = (count: number): string => (count > 3 ? '4+' : String(count));

/** Figures between a claimant and its operands that could be operands as well. */
function skipped(spots: readonly Spot[], claimant: Spot, operands: readonly Spot[]): number {
  const first = operands.reduce((at, it) => Math.min(at, it.at), claimant.at);
  const last = operands.reduce((at, it) => Math.max(at, it.at), claimant.at);
  const kinds = new Set(operands.map((it) => it.dimension));
  let count = 0;
  for (let at = first; at <= last; at++) {
    const it = spots[at];
    if (it && it !== claimant && kinds.has(it.dimension) && !operands.includes(it)) count++;
  }
  return count;
}

export function standingFeatures(
  spots: readonly Spot[],
  claimant: Spot,
  operands: readonly Spot[],
  { calls, says }: Standing,
): string[] {
  const away = operands.reduce((far, it) => Math.max(far, Math.abs(it.sentence - claimant.sentence)), 0);
  const over = few(skipped(spots, claimant, operands));
  const behind = operands.filter((it) => it.at > claimant.at).length;
  const names = new Set(operands.map((it) => likeness(it.terms, claimant.ownTerms)));
  const named = ['same', 'some', 'none'].find((it) => names.has(it)) ?? 'mute';
  const how = `${calls ? 'called' : 'uncalled'} ${says ? 'said' : 'unsaid'}`;
  return [
    `any ${how}`,
    `any ${how} skips ${over}`,
    `any skips ${over}`,
    `any sentences ${Math.min(2, away)}`,
    `any ${how} sentences ${Math.min(2, away)}`,
    ...(behind > 0 ? [`any behind ${behind === operands.length ? 'all' : 'some'}`] : []),
    `any named ${named}`,
    ...([claimant, ...operands].some((it) => it.bare) ? ['any bare'] : []),
    ...(isRate(claimant) ? [`any rate ${how}`] : []),
  ];
}
