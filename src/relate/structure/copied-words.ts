import { dense } from '../../model/dense.js';
import type { Exhibit, WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';
import type { NarratedItem, Stretch } from './narrated-items.js';

/** A name this short stands in too many sentences to show what they speak of. */
const shortest = 4;
/** Words are copied from an item not farther above than this. */
const farthest = 3;

/** The earlier item whose words these are, when they name it and not the item that they stand at. */
function copiedFrom(own: NarratedItem, before: readonly NarratedItem[], pick: PartOf): NarratedItem | null {
  const words = dense(pick(own)?.text ?? '');
  const [, , item] = own.names;
  if (words === '' || words.includes(item)) return null;
  const source = before.findLast(({ names: [, , theirs] }) => theirs.length >= shortest && words.includes(theirs));
  if (!source || dense(pick(source)?.text ?? '') !== words) return null;
  const [, , theirs] = source.names;
  // of two names of which one stands in the other, words cannot show which they mean
  return item.includes(theirs) || theirs.includes(item) ? null : source;
}

type PartOf = (item: NarratedItem) => Stretch | null;
const parts: readonly PartOf[] = [(it) => it.reason, (it) => it.purpose];

const exhibit = ({ placed: { block, heading } }: NarratedItem, { start, text }: Stretch): Exhibit =>
  quoted(block, start, text, heading);

/** The figures nearest before words: they say to a reader which item and which change is meant. */
function figuresBefore({ passage }: NarratedItem, { start }: Stretch): Exhibit[] {
  const before = passage?.mentions.filter((it) => it.figure.end <= start) ?? [];
  return before.slice(-1).map((it) => it.figure);
}

function copied(own: NarratedItem, before: readonly NarratedItem[]): Exhibit[][] {
  return parts.flatMap((pick) => {
    const source = copiedFrom(own, before, pick);
    const [mine, theirs] = [pick(own), source && pick(source)];
    if (!source || !mine || !theirs) return [];
    return [[exhibit(own, mine), ...figuresBefore(own, mine), exhibit(source, theirs)]];
  });
}

/** Purposes and reasons that speak of an earlier item instead of their own: the paragraph was copied and not changed throughout. */
export function copiedWords(items: readonly NarratedItem[]): WordsRelation[] {
  return items.flatMap((own, at): WordsRelation[] => {
    const [words, ...against] = copied(own, items.slice(Math.max(0, at - farthest), at)).flat();
    if (words) return [wordsRelation('copied-words', words, false, { wanted: own.names[2], against })];
    const first = own.reason ?? own.purpose;
    return first ? [wordsRelation('copied-words', exhibit(own, first), true)] : [];
  });
}
