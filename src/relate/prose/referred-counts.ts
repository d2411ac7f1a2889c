import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

/** 上述9个服务站点: a count of what was counted before. */
const referring = /(?:上述|以上|前述)(?:这|的)?$/;
/** A note on items marked ▲ or *: what it counts are those items, wherever they stand. */
const marked = /^\s*[▲△*＊※#●◆★☆]/;
/** How many figures back the count that it refers to may stand. */
const farthest = 96;

/** Counts that refer back to a count of the same things; told wrong only where one number was given for them. */
export function referredCountsIn(passages: readonly Passage[]): EqualRelation[] {
  const mentions = passages.flatMap((it) => (marked.test(it.text) ? [] : it.mentions));
  return mentions.flatMap((it, at): EqualRelation[] => {
    if (!counts(it) || !referring.test(it.before)) return [];
    const name = it.figure.label;
    const earlier = mentions
      .slice(Math.max(0, at - farthest), at)
      .filter((m) => counts(m) && m.figure.unit === it.figure.unit && sameThings(m.figure.label, name))
      .map((m) => m.figure);
    const values = new Set(earlier.map((figure) => figure.value));
    const other = earlier.findLast((figure) => figure.value === it.figure.value) ?? earlier.at(-1);
    if (!other || (values.size > 1 && other.value !== it.figure.value)) return [];
    return [{ kind: 'equal', check: 'referred-count', doubt: null, left: it.figure, right: other }];
  });
}

const counts = (m: Mention): boolean => isLevel(m) && m.figure.kind === 'count' && printed(m.figure) !== null;
const sameThings = (label: string, name: string): boolean =>
  name.length >= 2 && (label === name || (name.length > 2 && label.endsWith(name)));
