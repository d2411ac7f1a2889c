import { groupedBy } from '../../../model/grouped.js';
import type { WordsRelation } from '../../../model/relation.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Names } from '../../../rulebook/names.js';
import { misnamed, type Line, type Said } from '../lines.js';

/** A group that is told of so often is many. */
const mostNamed = 16;

/** 王建国等12名 and 王建军等12名: a person who leads a group of so many, named twice. */
export function persons(lines: readonly Line[], { persons: titles, surnames, group }: Names): WordsRelation[] {
  const leads = new RegExp(`([${surnames}]\\p{sc=Han}{2})(?:${anyOf(titles)})*?${group.source}`, 'gu');
  const found = lines.flatMap((line) =>
    [...line.text.matchAll(leads)].map((hit) => ({
      said: { line, start: hit.index, name: hit[1] ?? '' } satisfies Said,
      size: `${hit[2] ?? ''}${hit[3] ?? ''}`,
    })),
  );
  return [...groupedBy(found, (it) => it.size).values()].flatMap((all): WordsRelation[] => {
    const [first, ...others] = all.slice(0, mostNamed);
    const other = others.find((it) => first && differInOne(it.said.name, first.said.name));
    if (!first || !other || others.filter((it) => it.said.name === other.said.name).length > 1) return [];
    return [misnamed('name-drift', other.said, first.said)];
  });
}

/** Whether two names of one length have all characters but one in common. */
function differInOne(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let differing = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) differing++;
  return differing === 1;
}
