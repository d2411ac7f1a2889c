import type { Stretch } from '../../../model/document.js';
import type { Fragment } from './fragments.js';
import { withRaisedDigits } from './raised-digits.js';

/** Text together with where it was printed. */
export interface Printed {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

const latin = /[A-Za-z0-9]/;
const latinEdge = /[A-Za-z0-9.,;:!?)%'"\-+(/&]/;
/** A raised or lowered digit stands close to what it follows, and ends a word as a digit does. */
const latinEnd = /[A-Za-z0-9.,;:!?)%'"\-+(/&⁰¹²³⁴-⁹₀-₉]/;
const letter = /[A-Za-z]/;

/** Joins printed pieces in reading order, `between` saying what stands between two of them. */
export function join(
  pieces: readonly Printed[],
  between: (before: string, after: string, index: number) => string,
): Printed {
  let text = '';
  let before = '';
  const stretches: Stretch[] = [];
  pieces.forEach((piece, i) => {
    if (piece.text === '') return;
    // the piece before, not all text so far: looking at the end of a long text again and again takes quadratic time
    if (before !== '') text += between(before, piece.text, i);
    const shift = text.length;
    text += piece.text;
    before = piece.text;
    for (const it of piece.stretches) stretches.push({ ...it, start: it.start + shift, end: it.end + shift });
  });
  return { text, stretches };
}

/** Chinese runs on over a line end; words of Latin letters need their space, a number that was broken needs none. */
function overLineEnd(before: string, after: string): string {
  const [last, first] = [before.slice(-1), after.charAt(0)];
  if (letter.test(last) && latin.test(first)) return ' ';
  if (/[0-9,;:]/.test(last) && letter.test(first)) return ' ';
  return '';
}

/** Lines of one paragraph or cell as one text. */
export const joinLines = (lines: readonly Printed[]): Printed => join(lines, overLineEnd);

const printed = (fragment: Fragment): Printed => ({
  text: fragment.text,
  stretches: [{ start: 0, end: fragment.text.length, page: fragment.page, box: fragment.box }],
});

/** Gap in em from which two pieces on one line stand apart on purpose. */
const apart = 1.9;

const gapBefore = (fragments: readonly Fragment[], i: number): number => {
  const [before, after] = [fragments[i - 1], fragments[i]];
  return before && after ? (after.left - before.right) / Math.max(before.size, after.size) : 0;
};

/** True for text that was spread to fill a width: single characters with a gap before nearly each (`合  计`, `2 0 2 4 年`). */
function spread(fragments: readonly Fragment[]): boolean {
  if (fragments.length < 2) return false;
  // digits far apart are figures side by side
  if (fragments.some((it, i) => /^\d/.test(it.text) && gapBefore(fragments, i) > 0.8)) return false;
  const separate = fragments.filter((it, i) => i > 0 && (it.spaced || gapBefore(fragments, i) > 0.15)).length;
  const single = fragments.filter((it) => [...it.text].length === 1).length;
  return single >= fragments.length * 0.8 && separate >= (fragments.length - 1) * 0.6;
}

/** What stands between fragment `i` of a line and the one before; `tight` when the line was spread to fill a width. */
function betweenFragments(fragments: readonly Fragment[], i: number, tight: boolean): string {
  const [before, after] = [fragments[i - 1], fragments[i]];
  if (tight || !before || !after) return '';
  const gap = gapBefore(fragments, i);
  if (gap >= apart) return ' ';
  if (!after.spaced && gap < 0.18) return '';
  return latinEnd.test(before.text.slice(-1)) && latinEdge.test(after.text.charAt(0)) ? ' ' : '';
}

/** Fragments of one line, ordered from left to right, as one text. */
export function joinFragments(fragments: readonly Fragment[]): Printed {
  const tight = spread(fragments);
  const written = withRaisedDigits(fragments);
  return join(written.map(printed), (_, __, i) => betweenFragments(written, i, tight));
}

/** The same text, without its places. */
export function textOfFragments(fragments: readonly Fragment[]): string {
  const tight = spread(fragments);
  let text = '';
  for (let i = 0; i < fragments.length; i++) {
    const it = fragments[i]?.text ?? '';
    text += text === '' ? it : betweenFragments(fragments, i, tight) + it;
  }
  return text;
}
