import type { Spot } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import { has, isAmount, isChange } from './places.js';

/** Parts of a part that are looked through. */
const most = 6;

const known = new WeakMap<readonly Spot[], ReadonlyMap<Spot, Spot>>();

/** The figures right behind a level that it is made of: they add up to it. */
function partsBehind(levels: readonly Spot[], at: number): readonly Spot[] {
  const whole = levels[at];
  if (!whole) return [];
  let [sum, half] = [0, whole.half];
  for (let count = 1; count <= most; count++) {
    const it = levels[at + count];
    if (!it || it.sentence !== whole.sentence || it.value <= 0) return [];
    sum += it.value;
    half += it.half;
    const near = Math.abs(sum - whole.value) <= half + 1e-9 * whole.value;
    if (count >= 2 && near) return levels.slice(at + 1, at + 1 + count);
    if (sum > whole.value + half) return [];
  }
  return [];
}

/** The figures behind 其中, as far as the list goes. */
function listedBehind(levels: readonly Spot[], at: number): readonly Spot[] {
  const first = levels[at + 1];
  if (!first || first.sentence !== levels[at]?.sentence || !has(first, 'lead', 'ofwhich')) return [];
  const end = levels.findIndex((it, i) => i > at + 1 && (it.clause !== first.clause || it.phrase !== first.phrase));
  return levels.slice(at + 1, end === -1 ? undefined : end);
}

/**
 * By figure, the level before it that it is a part of: 决算131.2万元，含购置48万元、运行83.2万元. Who adds up levels passes over what
 * they are made of.
 */
export function foldsOf(spots: readonly Spot[]): ReadonlyMap<Spot, Spot> {
  const cached = known.get(spots);
  if (cached) return cached;
  const folds = new Map<Spot, Spot>();
  const byMeasure = groupedBy(
    spots.filter((it) => isAmount(it) && !isChange(it)),
    (it) => it.measure,
  );
  for (const levels of byMeasure.values())
    levels.forEach((whole, at) => {
      if (folds.has(whole)) return;
      const made = partsBehind(levels, at);
      for (const it of made.length > 0 ? made : listedBehind(levels, at)) folds.set(it, whole);
    });
  known.set(spots, folds);
  return folds;
}
