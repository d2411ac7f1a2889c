import type { Placed } from '../../model/reading.js';
import type { Exhibit, WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

/** How many paragraphs from the beginning may be the cover, and how long its lines may be. */
const cover = 6;
const longestLine = 40;

/** What the cover says of the document: its level of government, or whether it is a department's. */
export interface CoverWord {
  readonly says: string;
  readonly exhibit: Exhibit;
}

/** The first line of the cover that `pattern` finds; its first group is what the line says, and `shown` the words quoted. */
export function onCover(
  paragraphs: readonly Placed[],
  pattern: RegExp,
  shown: (match: RegExpExecArray) => string,
): CoverWord | null {
  for (const { block, heading } of paragraphs.slice(0, cover)) {
    const line = block.text.replace(/\s+/g, '');
    const match = line.length <= longestLine ? pattern.exec(line) : null;
    if (!match?.[1]) continue;
    const words = shown(match);
    return { says: match[1], exhibit: quoted(block, Math.max(0, block.text.indexOf(words)), words, heading) };
  }
  return null;
}

/** What places in the text say of the document, which the cover may contradict. */
export interface Told {
  readonly check: string;
  /** Global; its first group is what the place says. */
  readonly pattern: RegExp;
  readonly contradicts: (says: string, own: string) => boolean;
  /** What would have to stand at the first contradicted place. */
  readonly wanted: (first: { readonly says: string; readonly words: Exhibit }) => string;
}

/** One claim for all places that speak as `pattern` does: the first that the cover contradicts leads, the others stand beside it. */
export function heldAgainstCover(paragraphs: readonly Placed[], own: CoverWord, told: Told): WordsRelation[] {
  const places = paragraphs.flatMap(({ block, heading }) =>
    [...block.text.matchAll(told.pattern)].map((match) => ({
      says: match[1] ?? '',
      words: quoted(block, match.index, match[0], heading),
    })),
  );
  const wrong = places.filter((it) => told.contradicts(it.says, own.says));
  const [first, ...others] = wrong.length > 0 ? wrong : places;
  if (!first) return [];
  const against = [own.exhibit, ...(wrong.length > 0 ? others.map((it) => it.words) : [])];
  return [wordsRelation(told.check, first.words, wrong.length === 0, { wanted: told.wanted(first), against })];
}
