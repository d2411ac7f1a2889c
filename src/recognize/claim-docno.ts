import { digitsEnd } from './digits.js';
import { gap, printed, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { code, isDigit, isHan } from './numerals.js';

const closers: Readonly<Record<number, number>> = {
  [code('〔')]: code('〕'),
  [code('[')]: code(']'),
  [code('(')]: code(')'),
  [code('【')]: code('】'),
};
const [nth, number] = [code('第'), code('号')];
/** The longest name of an agency before its document number. */
const longestAgency = 12;

export const opensDocno = (here: number): boolean => closers[here] !== undefined;

/** Where the agency's short name before `end` begins: 湛坡财 in 根据湛坡财〔2025〕1号. */
function agencyStart(chars: Chars, end: number, lex: Lexicon): number {
  let start = end;
  while (
    start > 0 &&
    end - start < longestAgency &&
    isHan(chars.codes[start - 1] ?? 0) &&
    (chars.gaps[start] ?? 0) < gap.newline
  ) {
    if (lex.docnoStops.longest(chars.codes, start) !== null) break;
    start--;
  }
  return start;
}

function numberEnd(chars: Chars, i: number): number {
  const at = chars.codes[i] === nth ? i + 1 : i;
  const end = digitsEnd(chars.codes, chars.gaps, at);
  return end > at && end - at < 7 && chars.codes[end] === number ? end + 1 : i;
}

/** 高执异字第52号, 沪0107民初1234号 after its year: the number of a case in court, or `i`. */
function caseEnd(chars: Chars, i: number): number {
  const { codes } = chars;
  let end = i;
  while (end < i + 16 && (isHan(codes[end] ?? 0) || isDigit(codes[end] ?? 0)) && codes[end] !== number) end++;
  const court = end > i + 1 && isHan(codes[i] ?? 0) && isDigit(codes[end - 1] ?? 0) && codes[end] === number;
  return court ? end + 1 : i;
}

const isYear = (chars: Chars, i: number, end: number): boolean =>
  end - i === 4 && (chars.codes[i] === 49 || chars.codes[i] === 50);

/** 湛坡财〔2025〕149号, found from its bracket. */
export function docnoAtBracket(chars: Chars, i: number, lex: Lexicon): Found | null {
  const close = closers[chars.codes[i] ?? 0];
  if (close === undefined || !isDigit(chars.codes[i + 1] ?? 0)) return null;
  const yearEnd = digitsEnd(chars.codes, chars.gaps, i + 1);
  if (!isYear(chars, i + 1, yearEnd) || chars.codes[yearEnd] !== close) return null;
  const own = numberEnd(chars, yearEnd + 1);
  const end = own > yearEnd + 1 ? own : caseEnd(chars, yearEnd + 1);
  if (end === yearEnd + 1) return null;
  const start = own > yearEnd + 1 ? agencyStart(chars, i, lex) : i;
  return plain('docno', start, end, printed(chars, start, end));
}

/** 财税2016 36号: a year without its brackets. */
export function docnoAtYear(chars: Chars, i: number, lex: Lexicon): Found | null {
  const yearEnd = digitsEnd(chars.codes, chars.gaps, i);
  if (!isYear(chars, i, yearEnd) || i === 0 || !isHan(chars.codes[i - 1] ?? 0)) return null;
  if (chars.gaps[yearEnd] !== gap.space) return null;
  const end = numberEnd(chars, yearEnd);
  if (end === yearEnd) return null;
  const start = agencyStart(chars, i, lex);
  return start === i ? null : plain('docno', start, end, printed(chars, start, end));
}
