import { isCutBetween } from '../lines/figures.js';
import type { Margins } from './margins.js';
import type { Line } from '../lines/text-lines.js';

/** Where a line stands between the margins of its column, and what its ends say. */

/** Words by which a numbered heading, item or clause begins. */
export const itemMark =
  /^(?:第[一二三四五六七八九十百零\d]+[章节篇条款部]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[.．、](?!\d)|[.．]\d{1,2}(?![\d%]))|\d{1,2}[)）]|[（(]?(?:[ivx]{1,4}|[ⅰ-ⅻa-z])[)）]|\[\d{1,2}\]|[①-⑳]|[·•●■◆▪□☑√])/;
export const sentenceEnd = /[。！？；：!?;:…”』」）)]$/;

/** The first stretch of a line that a typesetter would not have broken: a word, a number, or a character with its punctuation. */
const unbreakable = /^[（《“‘【〈「『(〔[]*(?:[A-Za-z0-9.,%\-+/]+|.)[，。、；：？！）》”’】〉」』)〕\],.;:%]*/u;

function widthOf(text: string, size: number): number {
  let em = 0;
  for (const it of text) em += it < '\u0100' ? 0.53 : 1;
  return em * size;
}

/** What no line ends in on purpose. */
const openEnd = /[，、,（(《“‘]$/;

/** True when a line cannot have been ended on purpose: behind a comma, within a number. */
const isOpen = (line: Line, next: Line): boolean =>
  openEnd.test(line.text) || isCutBetween(/[\d.,]*$/.exec(line.text)?.[0] ?? '', /^[\d.,]*/.exec(next.text)?.[0] ?? '');

/** True when the first word of the next line would not have fitted on this one: then nobody ended it on purpose. */
export function isFull(line: Line, next: Line, margins: Margins): boolean {
  if (!margins.sure) return isOpen(line, next);
  const word = unbreakable.exec(next.text)?.[0] ?? '';
  return margins.right - line.right < widthOf(word, next.size) + 0.6 * line.size;
}

/** True for the last line of a paragraph that is nearly full by chance: where lines are set to one edge, it alone ends short of it. */
export const endsShort = (line: Line, { right, justified }: Margins): boolean =>
  justified && right - line.right > 0.25 * line.size;

/** Type so much larger than that of the running text is a title's, which may leave less than an indent on both sides. */
const titleSize = 1.15;

export function isCentred(line: Line, { left, right, leading }: Margins): boolean {
  const [before, after] = [line.left - left, right - line.right];
  const title = leading !== null && line.size > titleSize * leading.size;
  return before > (title ? 0.8 : 2.5) * line.size && Math.abs(before - after) < 1.6 * line.size;
}

/** True when as much is left on both sides of a line, or nothing. */
export const isBalanced = (line: Line, { left, right }: Margins): boolean =>
  Math.abs(line.left - left - (right - line.right)) < 1.6 * line.size;

/** Em from which a line stands at the right on purpose: a date, a signature, the unit of a table. */
export const farIndent = 8;

/** A short line at the right: who signs, above the date. */
export const isSignature = (line: Line, { left, right }: Margins): boolean =>
  line.left - left > farIndent * line.size && line.right - line.left < 0.45 * (right - left);

const chinese = /\p{Script=Han}/u;

/** Chinese in another face, or bold where the other is not. */
export const otherFace = (last: Line, next: Line): boolean =>
  chinese.test(last.text) && chinese.test(next.text) && (last.font !== next.font || last.bold !== next.bold);

/** True when the face changes just where the line ends, and each of the two lines keeps to its own. */
export const faceEnds = (last: Line, next: Line): boolean => otherFace(last, next) && last.endFont !== next.startFont;
