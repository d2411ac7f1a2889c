import type { Placed } from '../../model/reading.js';
import type { Doubt, WordsRelation } from '../../model/relation.js';
import type { Wording } from '../../rulebook/wording.js';
import { quoted, wordsRelation } from '../quoted.js';

/** Wording that a declared pattern calls wrong. A check whose pattern stands nowhere has passed. */
export function wrongPatterns(
  paragraphs: readonly Placed[],
  { patterns }: Wording,
  doubt: Doubt | null,
): WordsRelation[] {
  const [first] = paragraphs;
  if (!first) return [];
  return patterns.flatMap(({ check, wrong }): WordsRelation[] => {
    const every = new RegExp(wrong.source, 'gu');
    const found = paragraphs.flatMap(({ block, heading }) =>
      [...block.text.matchAll(every)].map((match) => {
        const words = match[1] ?? match[0];
        const at = match.index + match[0].lastIndexOf(words);
        return wordsRelation(check, quoted(block, at, words, heading), false, { doubt });
      }),
    );
    return found.length > 0 ? found : [wordsRelation(check, quoted(first.block, 0, ''), true)];
  });
}

/** One thing spelt in two ways: the rarer spelling against the commoner. */
export function spellingVariants(paragraphs: readonly Placed[], { variants }: Wording): WordsRelation[] {
  return variants.flatMap((spellings): WordsRelation[] => {
    const used = spellings
      .map((spelling) => {
        const places = paragraphs.filter(({ block }) => block.text.includes(spelling));
        return { spelling, places };
      })
      .filter((it) => it.places.length > 0)
      .sort((a, b) => a.places.length - b.places.length);
    const [rarer] = used;
    const commoner = used.at(-1);
    const [place] = rarer?.places ?? [];
    if (!rarer || !commoner || !place) return [];
    const at = place.block.text.indexOf(rarer.spelling);
    const words = quoted(place.block, at, rarer.spelling, place.heading);
    const [other] = commoner.places;
    const against = other
      ? [quoted(other.block, other.block.text.indexOf(commoner.spelling), commoner.spelling, other.heading)]
      : [];
    const holds = rarer === commoner;
    return [
      wordsRelation('spelling-variants', words, holds, { wanted: commoner.spelling, against: holds ? [] : against }),
    ];
  });
}
