import type { Spot } from '../../model/description.js';
import { has, isChange, likeness, tagOf } from './places.js';

/** Levels of a claimant's group before it, the nearest first, and those right behind it. */
interface Neighbours {
  readonly before: readonly Spot[];
  readonly behind: readonly Spot[];
}

function neighbours(claimant: Spot, group: readonly Spot[]): Neighbours {
  const levels = group.filter((it) => !isChange(it));
  return { before: levels.filter((it) => it.at < claimant.at), behind: levels.filter((it) => it.at > claimant.at) };
}

/** Whether others are held against it by the word behind it: 与上年13.5万元相比. */
const isComparedWith = (spot: Spot): boolean =>
  has(spot, 'tail', 'against') && !has(spot, 'tail', 'prior', 'plan', 'up', 'down', 'exceed', 'below');

/** Whether a figure's words say that it is what something is compared with. */
export const isPrior = (spot: Spot): boolean =>
  isComparedWith(spot) ||
  has(spot, 'lead', 'prior', 'opening') ||
  has(spot, 'before', 'prior') ||
  (has(spot, 'lead', 'compare') && !has(spot, 'lead', 'current'));
/** Whether a figure's words say that it was planned, or is a limit. */
export const isPlan = (spot: Spot): boolean =>
  has(spot, 'lead', 'plan', 'limit') || has(spot, 'before', 'plan', 'limit');

/** Whether the claimant names nothing of its own, or what the other figure is. */
function subject(claimant: Spot, of: Spot): 'mute' | 'like' | 'other' {
  const it = likeness(claimant.ownTerms, of.terms);
  return it === 'mute' ? 'mute' : it === 'none' ? 'other' : 'like';
}

/**
 * The way in which a sentence says that a change, a gap or a growth lies between two levels, where it does: what is now (`a`) and
 * what was, was planned or is passed (`b`).
 */
export function comparison(claimant: Spot, a: Spot, b: Spot, group: readonly Spot[]): string | null {
  if (isChange(a) || isChange(b)) return null;
  const { before, behind } = neighbours(claimant, group);
  const [first, second] = before;
  const told = (name: string): string => `${name} ${subject(claimant, a)}`;
  if (b === first && b.clause === claimant.clause && a === second && a.sentence === claimant.sentence) {
    if (tagOf(b) === 'to' || (has(a, 'lead', 'from') && has(b, 'near', 'to'))) return null;
    return told(isPrior(b) || isPlan(b) ? 'base in clause' : 'level in clause');
  }
  if (a === first && b === second && a.sentence === claimant.sentence && b.sentence === a.sentence) {
    if (has(b, 'lead', 'from') && has(a, 'lead', 'to')) return told('from to');
    if (has(a, 'near', 'to') && (isPrior(b) || has(b, 'lead', 'from'))) return told('from to');
    if (isPrior(b) && !isPrior(a)) return told('prior, now');
    if (isPlan(b) && !isPlan(a)) return told('plan, done');
    return told('two before');
  }
  // a limit between what was and what is is passed over
  const now = before.find((it) => it !== b && !isPlan(it) && it.bare === a.bare);
  if (
    b === first &&
    a === now &&
    isPrior(b) &&
    !isPrior(a) &&
    a.sentence === b.sentence &&
    b.sentence === claimant.sentence
  )
    return told('now, prior');
  // 缴费率91.2%。上年同期缴费率88.6%，提高…: of one name in the sentence before
  const isNext = a.sentence + 1 === b.sentence && b.sentence === claimant.sentence;
  if (b === first && a === now && isNext && isPrior(b) && !isPrior(a) && likeness(a.terms, b.terms) === 'same')
    return told('now, prior');
  // 较洪峰回落: what stands behind the word of comparison names the level that was
  if (a === now && a !== b && has(claimant, 'lead', 'compare') && isNamed(claimant, b) && !isNamed(claimant, a))
    return told('now, named');
  if (b === first && a === second && b.sentence === claimant.sentence && a.sentence === b.sentence) {
    if (isPlan(b) && !isPlan(a)) return told('done, plan');
    return told('two before turned');
  }
  if (a === first && b === behind[0] && b.sentence === claimant.sentence && a.sentence === claimant.sentence) {
    if (isPrior(b)) return told('prior behind');
  }
  if (a === behind[0] && b === first && a.clause === claimant.clause + 1 && has(a, 'near', 'to'))
    return told('change to');
  return null;
}

const isNamed = (claimant: Spot, level: Spot): boolean => {
  const shared = likeness(claimant.ownTerms, level.terms);
  return shared === 'same' || shared === 'some';
};

/** Constructions that leave open neither what is compared nor with what. */
const plain = /^(?:from to|prior, now|now, prior|base in clause) (?:mute|like)$|^now, named/;

/** Whether a comparison of two levels is put so that a change between them can hardly be meant of others. */
export const isPlain = (construction: string | null): boolean => construction !== null && plain.test(construction);

/** The way in which a sentence says that a rate is of two levels, where it does: the part (`a`) and the whole (`b`). */
export function portion(claimant: Spot, a: Spot, b: Spot, group: readonly Spot[]): string | null {
  const { before, behind } = neighbours(claimant, group);
  const [first, second] = before;
  const same = a.sentence === claimant.sentence && b.sentence === claimant.sentence;
  if (b === first && b.clause === claimant.clause && has(claimant, 'lead', 'of') && a === second)
    return 'of level in clause';
  const named = subject(claimant, b);
  const fits = a.value <= b.value ? '' : ' larger';
  if (a === first && a.sentence === claimant.sentence) {
    const larger = before.find((it) => it !== a && it.value >= a.value);
    if (b === larger) {
      const divided = has(a, 'lead', 'ofwhich') || has(a, 'before', 'ofwhich') ? ' ofwhich' : '';
      const total = has(b, 'clause', 'total') ? ' total' : '';
      return `part before, ${named} whole${divided}${total}${same ? '' : ' far'}`;
    }
    if (named === 'like' && b.value >= a.value) return 'part before, named farther whole';
  }
  if (
    same &&
    before.filter((it) => it.sentence === claimant.sentence).length === 2 &&
    ((a === first && b === second) || (a === second && b === first))
  ) {
    if (isPlan(b) && !isPlan(a)) return `done of plan${fits}`;
    return `the only two${fits}`;
  }
  if (same && a === second && b === first) return `two before${fits}`;
  if (a === behind[0] && b === first && a.clause === claimant.clause) return 'part behind';
  return null;
}

/** The way in which a sentence says that a rate is of a change (`a`) over a level (`b`), where it does. */
export function overChange(claimant: Spot, a: Spot, b: Spot, group: readonly Spot[]): string | null {
  const nearest = group.find((it) => isChange(it) && it.at < claimant.at);
  if (a !== nearest || a.sentence !== claimant.sentence) return null;
  const close = claimant.clause - a.clause <= 1 ? 'close' : 'loose';
  const { before } = neighbours(claimant, group);
  const role = isPrior(b) || has(b, 'lead', 'from') ? 'prior' : isPlan(b) ? 'plan' : 'level';
  const rank = before.indexOf(b);
  if (rank < 0 || rank > 1) return null;
  return `change ${close} ${role} ${rank + 1} ${subject(claimant, a)}`;
}
