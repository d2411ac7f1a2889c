import { toShortText } from '../model/decimal.js';
import { folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { scanNumeral } from './numeral.js';
import { digitsEnd } from './digits.js';
import { ch, code, isDigit, isHan, scaleOf } from './numerals.js';

const articles = '章节条款项目编卷讲课回部期届批名位个轮组类等级页号版阶';

/** 第三批, 第五章, 第三: `i` is at 第. */
export function ordinalAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  const numeral = scanNumeral(chars, i + 1, lex);
  if (!numeral || numeral.coefficient.scale > 0 || numeral.inexact !== null || (chars.gaps[i + 1] ?? 0) > gap.newline)
    return null;
  const next = chars.codes[numeral.end] ?? 0;
  const read = lex.units.longest(chars.codes, numeral.end);
  const isWord = lex.never.end(chars.codes, numeral.end) > (read?.end ?? 0);
  const counted = read && !isWord && ['count', 'rank', 'duration'].includes(read.value.kind) ? read.end : numeral.end;
  const end =
    counted > numeral.end
      ? counted
      : isHan(next) && !isWord && articles.includes(String.fromCharCode(next))
        ? numeral.end + 1
        : numeral.end;
  const unit = end > numeral.end ? folded(chars, numeral.end, end) : null;
  return { ...plain('ordinal', i, end, toShortText(numeral.value), unit), number: toShortText(numeral.value) };
}

/** Whether what stands right behind plain digits can make a rank of them; of grouped or spaced digits the reading tells. */
function ranksFollow(chars: Chars, i: number, lex: Lexicon): boolean {
  const { codes, gaps } = chars;
  const end = digitsEnd(codes, gaps, i);
  const next = codes[end] ?? 0;
  if (next === ch.dot) return false;
  const ungrouped = gaps[end] === gap.none && next !== ch.comma && next !== ch.wideComma && scaleOf(next) === 0;
  return !ungrouped || lex.units.longest(codes, end)?.value.kind === 'rank';
}

/** 二十届, 三级, and the 三次会议 of a 届: a rank without 第. */
export function rankAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  if (isDigit(chars.codes[i] ?? 0) && !ranksFollow(chars, i, lex)) return null;
  const numeral = scanNumeral(chars, i, lex);
  if (
    !numeral ||
    (numeral.scaled && numeral.bare && numeral.end - i > 1) ||
    numeral.coefficient.scale > 0 ||
    numeral.inexact !== null
  )
    return null;
  const read = lex.units.longest(chars.codes, numeral.end);
  if (!read || lex.never.end(chars.codes, numeral.end) > read.end) return null;
  const session = read.value.unit === '次' && !numeral.arabic && isSession(chars, i, read.end);
  if (read.value.kind !== 'rank' && !session) return null;
  if (read.value.kind === 'rank' && (chars.gaps[numeral.end] ?? 0) > gap.none) return null;
  return {
    ...plain('ordinal', i, read.end, toShortText(numeral.value), read.value.unit),
    number: toShortText(numeral.value),
  };
}

function isSession(chars: Chars, i: number, end: number): boolean {
  const next = chars.codes[end] ?? 0;
  if (next !== code('会') && next !== code('全')) return false;
  return chars.codes.subarray(Math.max(0, i - 14), i).includes(code('届'));
}
