import { folded, gap, type Chars } from './chars.js';
import { digitsEnd } from './digits.js';
import { plain, type Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { ch, chineseDigit, code, isDigit, isHan, scaleOf } from './numerals.js';

/** What may stand before 表 or 图 where they begin a word: 见表2, which 代表2人 and 电表2块 are not. */
const leading = new Set([...'见如据按由和及与或在至中将对详'].map(code));
const dateMarks = new Set([...'年月季'].map(code));

/** End of one or two digits or one Chinese digit at `i`, or `i`. */
function shortEnd({ codes, gaps }: Chars, i: number): number {
  if (isDigit(codes[i] ?? 0)) {
    const end = digitsEnd(codes, gaps, i);
    const grouped = codes[end] === ch.dot || codes[end] === ch.comma || codes[end] === ch.hyphen;
    return end - i > 2 || (grouped && isDigit(codes[end + 1] ?? 0)) ? i : end;
  }
  const alone = chineseDigit(codes[i] ?? 0) > 0 || codes[i] === ch.ten;
  return alone && chineseDigit(codes[i + 1] ?? 0) < 0 && scaleOf(codes[i + 1] ?? 0) === 0 ? i + 1 : i;
}

/** Whether a word for something numbered (表, 附件) ends right before `i`, as a word of its own. */
function isCaptioned(chars: Chars, i: number, lex: Lexicon): boolean {
  const { codes, gaps } = chars;
  const word = (gaps[i] ?? 0) <= gap.space ? lex.before.caption.longest(codes, i) : null;
  if (!word) return false;
  const before = codes[word.start - 1] ?? 0;
  const begins = word.start === 0 || (gaps[word.start] ?? 0) > gap.none || !isHan(before) || leading.has(before);
  return begins || i - word.start > 1;
}

/** The number of 表1项目支出 or 附件3人员名单, which counts nothing; 附件3份 does. */
export function captionNumber(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes } = chars;
  const end = shortEnd(chars, i);
  if (end === i || !isCaptioned(chars, i, lex)) return null;
  const next = codes[end] ?? 0;
  const follows = lex.units.end(codes, end) > end || scaleOf(next) > 0 || dateMarks.has(next);
  const sheet = lex.sheets.end(codes, end);
  const counted = sheet > end && sheet >= lex.units.end(codes, end);
  return follows && !counted ? plain('code', i, end, folded(chars, i, end)) : null;
}
