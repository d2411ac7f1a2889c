import { printed } from '../../../model/printed.js';
import type { EqualRelation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import type { Count, Lexicon } from './lexicon.js';
import type { Paragraph } from './paragraph.js';

/** How many paragraphs back the count may stand that another refers to. */
const farthest = 3;
/** And how many counts. */
const mostCounts = 96;

interface Placed {
  readonly paragraph: number;
  readonly count: Count;
  readonly noun: string;
}

const nounOf = ({ text }: Paragraph, { end }: Count): string => /^\p{sc=Han}{2}/u.exec(text.slice(end))?.[0] ?? '';

/** Counts that refer to one before of the same things: 三个模块…上述四个模块. Told where one number was given for them, and this was given for nothing. */
export function referredCounts(
  paragraphs: readonly Paragraph[],
  figureAt: (paragraph: Paragraph, count: Count) => Figure | null,
  { refersTo }: Lexicon,
): EqualRelation[] {
  const all = paragraphs.flatMap((it, paragraph) =>
    it.counts.map((count): Placed => ({ paragraph, count, noun: nounOf(it, count) })),
  );
  let from = 0;
  return all.flatMap((it, at): EqualRelation[] => {
    const { paragraph, count, noun } = it;
    while ((all[from]?.paragraph ?? 0) < paragraph - farthest) from++;
    const own = paragraphs[paragraph];
    if (!own || noun === '' || !refersTo(own.text.slice(0, count.start))) return [];
    const before = all.slice(Math.max(from, at - mostCounts), at);
    const same = before.filter((other) => other.count.counter === count.counter && other.noun === noun);
    const [other, ...more] = new Map(same.map((one) => [one.count.value, one])).values();
    if (!other || more.length > 0) return [];
    // 五个小区中三个已封顶…上述三个小区 counts some of them
    if (other.count.value !== count.value && before.some((one) => one.count.value === count.value)) return [];
    const source = paragraphs[other.paragraph];
    const [left, right] = [figureAt(own, count), source ? figureAt(source, other.count) : null];
    if (!left || !right || !printed(left) || !printed(right)) return [];
    return [{ kind: 'equal', check: 'referred-count', doubt: null, left, right, most: 'warning' }];
  });
}
