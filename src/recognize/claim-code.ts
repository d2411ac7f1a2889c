import { digitsEnd } from './digits.js';
import { folded, gap, printed, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { ch, code, isDigit, isHan, isLatin, scaleOf } from './numerals.js';

const wordLike = (here: number): boolean => isDigit(here) || isLatin(here);
const joint = (here: number): boolean => here === ch.hyphen || here === ch.slash || here === ch.dot || here === 0x5f;

/** Longer tokens are keys and noise: they are passed over, and their claim has no value. */
const longestCode = 80;

/** End of a run of letters and digits whose parts hang together by - / . _ */
function tokenEnd(chars: Chars, i: number): number {
  const { codes, gaps } = chars;
  let end = i;
  while (end < chars.length && (end === i || gaps[end] === gap.none)) {
    const here = codes[end] ?? 0;
    if (!wordLike(here) && !(joint(here) && wordLike(codes[end + 1] ?? 0) && gaps[end + 1] === gap.none)) break;
    end++;
  }
  return end;
}

/** True when the number at `i` stands right after a word such as 电话, 编号, 附件, or 为, : after one. Short numbers after a gap are cells. */
function isCalledCode(chars: Chars, i: number, width: number, lex: Lexicon): boolean {
  let at = i;
  for (let steps = 0; steps < 3 && at > 0; steps++) {
    const here = chars.codes[at - 1] ?? 0;
    if (here !== ch.colon && here !== code('为') && here !== code('是') && here !== ch.open && here !== code('了'))
      break;
    at--;
  }
  const near = at < i || (chars.gaps[i] ?? 0) === gap.none || width > 4;
  return near && lex.before.code.longest(chars.codes, at) !== null;
}

/** 2010301, 30201, 50102: a subject of the functional or economic classification of expenditure. */
function isBudgetSubject(digits: string, next: number, alone: boolean): boolean {
  if (/^[35](?:0\d|1[0-5]|99)(?:0[1-9]|[1-4]\d|99)$/u.test(digits)) return isHan(next);
  if (!/^2(0[1-9]|1\d|2[0-4]|3\d)(\d\d(\d\d)?)?$/u.test(digits)) return false;
  if (isHan(next)) return digits.length === 7 || digits.length === 5;
  return alone && digits.length === 7 && /^\d{3}(0[1-9]|[1-4]\d|99)(0[1-9]|[1-5]\d|99)$/u.test(digits);
}

/** 8888转2: a telephone with its extension. */
function withExtension({ codes, gaps }: Chars, end: number): number {
  return codes[end] === code('转') && isDigit(codes[end + 1] ?? 0) ? digitsEnd(codes, gaps, end + 1) : end;
}

/** (0759)3823456: an area code in brackets and seven or eight digits. `i` is at the bracket. */
export function bracketedPhone(chars: Chars, i: number): Found | null {
  const { codes, gaps } = chars;
  const close = digitsEnd(codes, gaps, i + 1);
  if (codes[i + 1] !== 48 || close - i < 4 || close - i > 5 || codes[close] !== ch.close) return null;
  const at = codes[close + 1] === ch.hyphen ? close + 2 : close + 1;
  const end = digitsEnd(codes, gaps, at);
  if (end - at < 7 || end - at > 8 || (gaps[at] ?? 0) > gap.space) return null;
  return plain('code', i, withExtension(chars, end), folded(chars, i, withExtension(chars, end)));
}

/** 0759-3823456, 400-820-8820转2. */
function phoneEnd(chars: Chars, i: number, first: number): number {
  const { codes, gaps } = chars;
  const area = first - i;
  if (codes[first] !== ch.hyphen || (codes[i] !== 48 && !(area === 3 && (codes[i] === 52 || codes[i] === 56))))
    return i;
  if (area < 3 || area > 4) return i;
  const end = digitsEnd(codes, gaps, first + 1);
  const width = end - first - 1;
  if (codes[end] === ch.hyphen && isDigit(codes[end + 1] ?? 0))
    return withExtension(chars, digitsEnd(codes, gaps, end + 1));
  return width === 7 || width === 8 ? withExtension(chars, end) : i;
}

/** Digits that name something: telephones, identity numbers, budget subjects, 00123, 5G. */
export function codeOfDigits(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes, gaps } = chars;
  const first = digitsEnd(codes, gaps, i);
  if (first === i) return null;
  const claim = (end: number): Found => plain('code', i, end, end - i > longestCode ? '' : folded(chars, i, end));
  const phone = phoneEnd(chars, i, first);
  if (phone > i) return claim(phone);
  const next = codes[first] ?? 0;
  const touches = gaps[first] === gap.none;
  const width = first - i;
  const counted = unitAt(lex, chars, first) !== null || scaleOf(next) > 0 || lex.units.end(codes, first) > first;
  if (touches && isLatin(next) && !isLatinUnit(chars, first, lex)) return claim(tokenEnd(chars, i));
  if (
    !counted &&
    width > 4 &&
    width < 8 &&
    (codes[i] === 50 || width === 5) &&
    isBudgetSubject(folded(chars, i, Math.min(first, i + 8)), next, i === 0 && first === chars.length)
  )
    return claim(first);
  if (touches && next === code('号') && width < 6) return claim(first + 1);
  const grouped = next === ch.comma && digitsEnd(codes, gaps, first + 1) === first + 4 && gaps[first] === gap.none;
  const called = !grouped && (isCalledCode(chars, i, width, lex) || lex.after.code.end(codes, first) > first);
  if (called && !counted && (next !== ch.dot || !isDigit(codes[first + 1] ?? 0) || width > 4))
    return claim(tokenEnd(chars, i));
  if (counted || next === ch.dot || (next === ch.comma && isDigit(codes[first + 1] ?? 0))) return null;
  if (width >= 12 || (width === 11 && codes[i] === 49) || (codes[i] === 48 && width > 2)) return claim(first);
  return null;
}

/** Letters that a number may be counted in: kg, MB, k, w. */
function isLatinUnit(chars: Chars, i: number, lex: Lexicon): boolean {
  if (unitAt(lex, chars, i)) return true;
  const after = chars.codes[i + 1] ?? 0;
  const scale =
    'kKwWM'.includes(String.fromCharCode(chars.codes[i] ?? 0)) && !(wordLike(after) && chars.gaps[i + 1] === gap.none);
  const fourK =
    chars.codes[i] === code('K') && i > 0 && isDigit(chars.codes[i - 1] ?? 0) && !isDigit(chars.codes[i - 2] ?? 0);
  return scale && !fourK;
}

/** Where an address begins with http or www, its end; `i` otherwise. */
function addressEnd(chars: Chars, i: number): number {
  const head = folded(chars, i, i + 8).toLowerCase();
  if (!head.startsWith('http:') && !head.startsWith('https:') && !head.startsWith('www.')) return i;
  let end = i;
  while (end < chars.length && (end === i || chars.gaps[end] === gap.none)) {
    const here = chars.codes[end] ?? 0;
    if (here <= 32 || here > 126) break;
    end++;
  }
  return end;
}

/** V2.0, ISO9001, GB/T 15835-2011, A-12; `end` alone where letters stand without a number. */
export function tokenOfLetters(
  chars: Chars,
  i: number,
  lex: Lexicon,
): { readonly end: number; readonly found: Found | null } {
  const { codes, gaps } = chars;
  const address = addressEnd(chars, i);
  if (address > i) return { end: address, found: null };
  const standard = lex.standards.end(codes, i);
  if (standard > i && isDigit(codes[standard] ?? 0) && (gaps[standard] ?? 0) <= gap.space) {
    const token = tokenEnd(chars, standard);
    const end = codes[token] === ch.colon && digitsEnd(codes, gaps, token + 1) === token + 5 ? token + 5 : token;
    return { end, found: plain('code', i, end, printed(chars, i, end)) };
  }
  const end = tokenEnd(chars, i);
  let digits = false;
  for (let j = i; j < end && !digits; j++) digits = isDigit(codes[j] ?? 0);
  if (!digits) {
    let letters = i + 1;
    while (isLatin(codes[letters] ?? 0)) letters++;
    return { end: letters, found: null };
  }
  return { end, found: plain('code', i, end, end - i > longestCode ? '' : folded(chars, i, end)) };
}
