import type { Exhibit, WordsRelation } from '../../../model/relation.js';
import { regionOf } from '../../../model/document.js';
import type { TimeClass, TimePiece, TimeTrack } from '../../../model/times.js';

export const is = (piece: TimePiece | undefined, ...classes: readonly TimeClass[]): boolean =>
  piece?.is === 'word' && classes.some((it) => piece.classes.includes(it));

/** What is longer is a list that its file does not show as one: no sentence relates its dates. */
const mostPieces = 400;

type Sentences = readonly (readonly TimePiece[])[];
const cut = new WeakMap<TimeTrack, Sentences>();

/** The pieces of each sentence of a track, in order. */
export function sentencesOf(track: TimeTrack): Sentences {
  const known = cut.get(track);
  if (known) return known;
  const all: TimePiece[][] = [];
  for (const piece of track.pieces) (all[piece.sentence] ??= []).push(piece);
  const sentences = all.filter((it) => it !== undefined && it.length <= mostPieces);
  cut.set(track, sentences);
  return sentences;
}

/** Words of a paragraph as something to quote. */
export function quote({ block, heading }: TimeTrack, start: number, end: number): Exhibit {
  const { page, box } = regionOf(block.stretches, start, end);
  const text = block.text.slice(start, end);
  const at = { block: block.id, start, end, page: page ?? block.page, box: box && ([...box] as Exhibit['box']) };
  return { id: null, text, label: text, table: null, heading, ...at };
}

export const claim = (
  check: string,
  words: Exhibit,
  holds: boolean,
  more: Partial<Pick<WordsRelation, 'wanted' | 'against' | 'most'>> = {},
): WordsRelation => ({ kind: 'words', check, doubt: null, words, holds, wanted: '', against: [], ...more });

/** Of many small claims of one check those that fail; where all hold, one speaks for them. */
export function failingOrOne(relations: readonly WordsRelation[]): readonly WordsRelation[] {
  const failing = relations.filter((it) => !it.holds);
  return failing.length > 0 ? failing : relations.slice(0, 1);
}
