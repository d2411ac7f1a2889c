import { chanceOf } from '../believe/chance.js';
import type { Candidate, Claimant } from '../candidate.js';
import type { Spot } from '../../model/description.js';
import { fitOf } from '../fit.js';

/** What is met more easily says nothing of how other figures hang together. */
const mostByChance = 0.02;
/** Operands up to which each may be shared; longer lists only go along as a whole. */
const mostShared = 3;

/**
 * The ways in which another claim may stand like this one: each operand as far from its claimant, or the very same figure. Two
 * shares of one whole stand alike, and so do two years with their growth.
 */
function framesOf(spot: Spot, { shape, operands }: Candidate): string[] {
  const head = `${shape} ${spot.dimension} `;
  const relative = operands.map((it) => `r${it.at - spot.at}`);
  if (operands.length > mostShared) return [head + relative.join(' ')];
  let keys = [''];
  operands.forEach((it, i) => {
    keys = keys.flatMap((key) => [`${key} ${relative[i]}`, `${key} a${it.at}`]);
  });
  // all the same figures are no other claim
  return keys.slice(0, -1).map((key) => head + key);
}

/** Whether two runs have no figure in common. */
const areApart = (a: Candidate, b: Candidate): boolean => a.operands.every((it) => !b.operands.includes(it));

/** What it says of a run that its total is broken down in another way as well, and by as many words: 按性别…；按年龄…. */
const siblingFeatures = ({ operands: [first, ...more] }: Candidate): string[] => [
  'run again',
  `run again mark ${first?.mark ?? 'none'}`,
  `run again ${more.every((it) => it.phrase === first?.phrase) ? 'in one phrase' : 'apart'}`,
];

/**
 * Claims with what speaks for them in their paragraph: that others which stand like them come out, or do not. Numbers of a few digits
 * agree by chance; two sentences of one make do not.
 */
export function withFrames(claimants: readonly Claimant[]): Claimant[] {
  const holding = new Map<string, Set<Spot>>();
  /** By total, the runs that make it. */
  const brokenDown = new Map<Spot, Candidate[]>();
  for (const { spot, candidates } of claimants) {
    for (const it of candidates) {
      const { fit, computed } = fitOf(it);
      if (fit !== 'fits' || chanceOf(spot, it.stated, computed) > mostByChance) continue;
      if (it.shape === 'run') brokenDown.set(spot, [...(brokenDown.get(spot) ?? []), it]);
      for (const frame of framesOf(spot, it)) holding.set(frame, (holding.get(frame) ?? new Set()).add(spot));
    }
  }
  if (holding.size === 0) return [...claimants];
  const like = (spot: Spot, it: Candidate): number =>
    framesOf(spot, it).reduce((most, frame) => {
      const held = holding.get(frame);
      return Math.max(most, held ? held.size - (held.has(spot) ? 1 : 0) : 0);
    }, 0);
  return claimants.map(({ candidates, ...claimant }) => ({
    ...claimant,
    candidates: candidates.map((it) => {
      const others = like(claimant.spot, it);
      const again = it.shape === 'run' && brokenDown.get(claimant.spot)?.some((other) => areApart(it, other));
      if (others === 0 && !again) return it;
      const told = others > 0 ? ['frame', `frame ${Math.min(3, others)}`, `frame ${it.shape}`] : [];
      return { ...it, features: [...it.features, ...told, ...(again ? siblingFeatures(it) : [])] };
    }),
  }));
}
