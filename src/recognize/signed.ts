import { beginsLine, folded, gap, type Chars } from './chars.js';
import { unitPhrase } from './declared.js';
import { lend, plain, type Found, type Lent } from './found.js';
import { fractionOf, slashed } from './fraction.js';
import type { Lexicon } from './lexicon.js';
import { measureAt, withPer } from './measure.js';
import { measured, toFound, type Measured } from './measured.js';
import { scanNumeral } from './numeral.js';
import { ch, chineseDigit, code, isDigit, isHan, isLatin, scaleOf } from './numerals.js';
import { allOfIt, percentOf } from './percent.js';
import { rangeFrom } from './range.js';
import { severalAt } from './several.js';

type Sign = 'minus' | 'word' | 'plusminus' | 'paren';

/** True for what is said without a unit: an Arabic number, or a Chinese one too long to be a word. */
function standsAlone(whole: Measured): boolean {
  const { numeral } = whole;
  if (numeral.arabic) return true;
  return (
    !numeral.bare &&
    (numeral.scaled || numeral.coefficient.scale > 0) &&
    numeral.value.coefficient >= 100n &&
    !numeral.positional
  );
}

/** A number at `i` with everything that may make it more than a number; `start` is where its sign stands. */
export function quantityAt(chars: Chars, i: number, start: number, lex: Lexicon, sign: Sign | null): Found | null {
  const negative = sign === 'minus' || sign === 'word';
  const all = allOfIt(chars, i);
  if (all > i) return { ...plain('percent', start, all, '100', '%'), number: '100', step: '1' };
  const percent = percentOf(chars, i, lex);
  const slash = percent ? null : slashed(chars, i, start, lex, negative);
  if (slash) return slash;
  const whole = percent ? { ...percent, start } : measureAt(chars, i, start, lex);
  if (!whole) return null;
  const fraction = percent ? null : fractionOf(chars, whole.numeral, start, lex, negative);
  if (fraction) return fraction;
  const range = negative ? null : rangeFrom(chars, whole, lex);
  if (range) return range;
  if (whole.unit === null && !standsAlone(whole)) return null;
  const found = toFound(whole, negative);
  return sign === null ? found : { ...found, more: { ...found.more, sign } };
}

const startsNumber = (chars: Chars, i: number): boolean => {
  const here = chars.codes[i] ?? 0;
  return (
    isDigit(here) ||
    chineseDigit(here) >= 0 ||
    scaleOf(here) > 0 ||
    (here === ch.dot && isDigit(chars.codes[i + 1] ?? 0))
  );
};

/** −5.2, +3, ±5%, △12.5, 负3.9%, 零下4℃: the sign stands at `i`. */
export function signedAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes, gaps } = chars;
  const here = codes[i] ?? 0;
  const words = here === code('负') ? 1 : here === ch.zero && codes[i + 1] === code('下') ? 2 : 0;
  const at = i + (words || 1);
  if (!startsNumber(chars, at)) return null;
  if (words === 1 && lex.before.notMinus.longest(codes, at)) return null;
  if (words > 0) return quantityAt(chars, at, i, lex, 'word');
  const before = codes[i - 1] ?? 0;
  const touches = i > 0 && gaps[i] === gap.none;
  if (touches && (isDigit(before) || isLatin(before) || before === ch.close || before === 0x25)) return null;
  if ((gaps[at] ?? 0) > gap.none && !beginsLine(chars, i)) return null;
  if (here === ch.plus) return quantityAt(chars, at, i, lex, null);
  return quantityAt(chars, at, i, lex, here === code('±') ? 'plusminus' : 'minus');
}

/** The unit right after the bracket that makes a number negative: （12.34）%, （8.5）万元. */
function unitAfterBracket(chars: Chars, i: number, lex: Lexicon): (Lent & { readonly end: number }) | null {
  const phrase = chars.gaps[i] === gap.none ? unitPhrase(chars, i, lex) : null;
  return phrase && (phrase.kind === 'money' || phrase.kind === 'percent') ? phrase : null;
}

/** （5.2） alone in its column is −5.2, as （12.34）% is −12.34 %; （5） is a list marker. `i` is at the bracket. */
export function bracketedAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes, gaps } = chars;
  const minus = codes[i + 1] === ch.hyphen ? 1 : 0;
  if (!isDigit(codes[i + 1 + minus] ?? 0)) return null;
  const numeral = scanNumeral(chars, i + 1 + minus, lex);
  if (!numeral || codes[numeral.end] !== ch.close || numeral.scaled) return null;
  const end = numeral.end + 1;
  const lent = unitAfterBracket(chars, end, lex);
  if (!lent && (numeral.plainDigits > 0 || minus > 0)) return null;
  const next = codes[end] ?? 0;
  const goesOn = isHan(next) || isDigit(next) || next === ch.pause;
  if (!lent && end < chars.length && gaps[end] === gap.none && goesOn) return null;
  const found = toFound(measured(numeral, i, lent?.end ?? end, null, ''), true);
  if (lent) lend(found, lent);
  return { ...found, more: { ...found.more, sign: 'paren' } };
}

/** 人民币50元, ¥1.25万, US$5: the currency stands at `i` and the number at `at`. */
export function currencyAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes, gaps } = chars;
  const currency = lex.currencyBefore.longest(codes, i);
  if (!currency || (gaps[currency.end] ?? 0) === gap.wall) return null;
  if (isLatin(codes[i] ?? 0) && i > 0 && isLatin(codes[i - 1] ?? 0) && gaps[i] === gap.none) return null;
  const sign = codes[currency.end] === ch.hyphen || codes[currency.end] === code('负') ? 1 : 0;
  const at = currency.end + sign;
  if (codes[at] === code('数') || codes[at] === code('几')) return severalAt(chars, at, i, lex);
  if (!startsNumber(chars, at)) return null;
  const read = measureAt(chars, at, i, lex);
  if (!read || (read.unit !== null && read.kind !== 'money')) return null;
  if (read.unit === null && read.numeral.bare) return null;
  const unit = read.unit === null || read.unit === 'CNY' ? currency.value : read.unit;
  const whole: Measured = { ...read, kind: 'money', unit };
  const ranged = rangeFrom(chars, whole, lex);
  if (ranged) return ranged;
  const found = toFound(read.unit === null ? withPer(chars, whole, lex) : whole, sign === 1);
  return {
    ...found,
    unitText: found.unitText || folded(chars, i, currency.end),
    ...(sign ? { more: { ...found.more, sign: 'minus' as const } } : {}),
  };
}
