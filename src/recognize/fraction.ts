import { add, compare, decimal, isZero, multiply, toText, zero } from '../model/decimal.js';
import { digitsEnd } from './digits.js';
import { folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { unitAt } from './lexicon.js';
import { scanNumeral, type Numeral } from './numeral.js';
import { ch, chineseDigit, code, isDigit, isLatin } from './numerals.js';

const [divided, of, and, half] = ['分', '之', '又', '半'].map(code) as [number, number, number, number];

function fraction(
  start: number,
  end: number,
  whole: Numeral | null,
  bottom: Numeral,
  top: Numeral,
  negative: boolean,
): Found | null {
  if (isZero(bottom.value) || bottom.value.scale > 0) return null;
  const sum = add(top.value, whole ? multiply(whole.value, bottom.value) : zero);
  return plain('fraction', start, end, `${negative ? '-' : ''}${toText(sum)}/${toText(bottom.value)}`);
}

/** The numerator; 十分之一二手房 is one tenth. */
function numerator(chars: Chars, i: number, lex: Lexicon): Numeral | null {
  const top = scanNumeral(chars, i, lex);
  if (!top || !top.positional || top.end !== i + 2 || chars.codes[top.end] !== code('手')) return top;
  const one = chars.codes[i] ?? 0;
  const value = { ...top.value, coefficient: BigInt(chineseDigit(one)) } as Numeral['value'];
  return { ...top, end: i + 1, value };
}

/** 3又1/5. */
function mixed(part: Found, whole: Numeral, negative: boolean): Found {
  const [top = '', bottom = ''] = part.value.split('/');
  const sum = add(decimal(top), multiply(whole.value, decimal(bottom)));
  return { ...part, value: `${negative ? '-' : ''}${toText(sum)}/${bottom}` };
}

/** 三分之一, 一又二分之一; `numeral` was read at `i`, `start` is where a sign stands. */
export function fractionOf(
  chars: Chars,
  numeral: Numeral,
  start: number,
  lex: Lexicon,
  negative: boolean,
): Found | null {
  const { codes } = chars;
  if (codes[numeral.end] === and) {
    const slash = slashed(chars, numeral.end + 1, start, lex, false);
    if (slash) return mixed(slash, numeral, negative);
    const bottom = scanNumeral(chars, numeral.end + 1, lex);
    if (!bottom || codes[bottom.end] !== divided || codes[bottom.end + 1] !== of) return null;
    const top = scanNumeral(chars, bottom.end + 2, lex);
    return top && fraction(start, top.end, numeral, bottom, top, negative);
  }
  if (codes[numeral.end] !== divided || codes[numeral.end + 1] !== of) return null;
  const top = numerator(chars, numeral.end + 2, lex);
  return top && (between(chars, start, numeral, top) ?? fraction(start, top.end, null, numeral, top, negative));
}

/** 十分之三四: three to four tenths. */
function between(chars: Chars, start: number, bottom: Numeral, top: Numeral): Found | null {
  if (!top.positional || top.arabic || top.value.scale > 0 || isZero(bottom.value)) return null;
  const [first, second] = [top.end - 2, top.end - 1].map((i) => chineseDigit(chars.codes[i] ?? 0)) as [number, number];
  if (top.plainDigits !== 2 || first < 1 || second !== first + 1) return null;
  const below = toText(bottom.value);
  return plain('fraction', start, top.end, `${first}/${below}..${second}/${below}`);
}

/** 1/3: two small whole numbers that no unit, letter or further slash follows. */
export function slashed(chars: Chars, i: number, start: number, lex: Lexicon, negative: boolean): Found | null {
  const { codes, gaps } = chars;
  const first = digitsEnd(codes, gaps, i);
  if (codes[first] !== ch.slash || gaps[first] !== gap.none || gaps[first + 1] !== gap.none || first - i > 4)
    return null;
  const end = digitsEnd(codes, gaps, first + 1);
  const next = codes[end] ?? 0;
  if (
    end === first + 1 ||
    end - first > 5 ||
    next === ch.slash ||
    isLatin(next) ||
    (next === ch.dot && isDigit(codes[end + 1] ?? 0))
  )
    return null;
  const [top, bottom] = [folded(chars, i, first), folded(chars, first + 1, end)];
  if (bottom.startsWith('0') || unitAt(lex, chars, end)) return null;
  return plain('fraction', start, end, `${negative ? '-' : ''}${top}/${bottom}`);
}

/** 一半, 半数. */
export function halfOf(chars: Chars, i: number): Found | null {
  const { codes } = chars;
  if (codes[i] === code('一') && codes[i + 1] === half && codes[i + 2] !== half)
    return plain('fraction', i, i + 2, '1/2');
  return codes[i] === half && codes[i + 1] === code('数') ? plain('fraction', i, i + 2, '1/2') : null;
}

/** 翻一番, 翻两番, 翻番: each doubles. */
export function doubled(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes } = chars;
  const twice = code('番');
  const at = codes[i + 1] === code('了') ? i + 2 : i + 1;
  const times = codes[at] === twice ? null : scanNumeral(chars, at, lex);
  const end = times ? times.end : at;
  if (
    codes[end] !== twice ||
    (times &&
      (times.value.scale > 0 || compare(times.value, { ...times.value, coefficient: 16n } as Numeral['value']) > 0))
  )
    return null;
  const value = 2n ** (times ? times.value.coefficient : 1n);
  return { ...plain('multiple', i, end + 1, value.toString(), '倍'), number: value.toString() };
}
