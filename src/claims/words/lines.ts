import type { Placed } from '../../model/reading.js';
import type { WordsRelation, Exhibit } from '../../model/relation.js';
import { quote } from './quote.js';

/** A paragraph and its text in simplified characters. */
export interface Line {
  readonly placed: Placed;
  readonly text: string;
}

/** Words at their place in a line. */
export interface Said {
  readonly line: Line;
  readonly start: number;
  readonly name: string;
}

export const exhibit = ({ line: { placed }, start, name }: Said): Exhibit =>
  quote(placed.block, start, start + name.length, placed.heading);

/** A name that is printed where another one belongs. */
export const misnamed = (check: string, wrong: Said, right: Said): WordsRelation => ({
  kind: 'words',
  check,
  doubt: null,
  words: exhibit(wrong),
  holds: false,
  wanted: right.name,
  against: [exhibit(right)],
});

/** Names that were followed without a fault have passed: one speaks for all. */
export function orHolds(
  check: string,
  found: readonly WordsRelation[],
  [followed]: readonly Said[],
): readonly WordsRelation[] {
  if (found.length > 0 || !followed) return found;
  return [{ kind: 'words', check, doubt: null, words: exhibit(followed), holds: true, wanted: '', against: [] }];
}
