import { figuresOf } from '../model/figures-of.js';
import type { Relation } from '../model/relation.js';

/** Two ways to the same figures are one relation; the first found stays. */
export function unique(relations: readonly Relation[]): Relation[] {
  const seen = new Set<string>();
  return relations.filter((relation) => {
    if (relation.kind === 'words') return true;
    const key = [
      relation.kind,
      ...figuresOf(relation)
        .map((it) => it.id)
        .sort(),
    ].join(' ');
    return seen.size < seen.add(key).size;
  });
}
