import type { WordsRelation } from '../../../model/relation.js';
import { quote } from '../quote.js';
import type { Count, Lexicon } from './lexicon.js';
import type { ListFinder } from './listed.js';
import type { Paragraph } from './paragraph.js';

/** A rest this much off counts something else. */
const farthest = 2;
/** How many characters before a count may say what is left out. */
const reach = 60;

const nounOf = (text: string, { end }: Count): string => /^\p{sc=Han}{0,2}/u.exec(text.slice(end))?.[0] ?? '';

/** Whether two counts are of the same things, as far as both name them. */
const areAlike = (text: string, a: Count, b: Count): boolean => {
  const [one, other] = [nounOf(text, a), nounOf(text, b)];
  return a.counter === b.counter && (one === other || one.length < 2 || other.length < 2);
};

function restClaim(it: Paragraph, at: number, lexicon: Lexicon, lists: ListFinder): WordsRelation | null {
  const rest = it.counts[at];
  if (!rest) return null;
  const left = lexicon.leftOut(it.text.slice(Math.max(0, rest.start - reach), rest.start));
  if (!left) return null;
  const from = Math.max(0, rest.start - reach) + left.start;
  const names = lists.namesIn(left.names);
  // what is left out was named as one of all before
  if (!names.names.every((name) => it.text.slice(0, from).includes(name))) return null;
  const wholes = it.counts.slice(0, at).filter((one) => one.end <= from && areAlike(it.text, one, rest));
  const [whole, ...more] = new Map(wholes.map((one) => [one.value, one])).values();
  if (!whole || more.length > 0 || whole.value <= rest.value) return null;
  const [most, least] = [whole.value - names.least, whole.value - names.most];
  const holds = rest.value <= most && rest.value >= least;
  if (!holds && Math.abs(rest.value - most) > farthest) return null;
  const { block, heading } = it.placed;
  const words = quote(block, rest.start, rest.end, heading);
  const against = [
    quote(block, whole.start, whole.end, heading),
    quote(block, from, from + left.names.length, heading),
  ];
  return {
    kind: 'words',
    check: 'rest-count',
    doubt: null,
    words,
    holds,
    wanted: String(most),
    against,
    most: 'review',
  };
}

/** Counts of what is left of things that were counted before, without some that are named: 五个方向…除西安外的其他三个方向. */
export const excludedCounts = (
  paragraphs: readonly Paragraph[],
  lexicon: Lexicon,
  lists: ListFinder,
): WordsRelation[] => paragraphs.flatMap((it) => it.counts.flatMap((_, at) => restClaim(it, at, lexicon, lists) ?? []));
