import { decimal, type Decimal } from '../model/decimal.js';
import { folded, gap, type Chars } from './chars.js';
import type { Lent } from './found.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { ch, code, scaleOf } from './numerals.js';

/** A unit said once for the numbers after it: 单位：万元 for all that follow, （万元） for the number right after. */
export interface Declared extends Lent {
  /** The numbers after this character take the unit. */
  readonly from: number;
  readonly near: boolean;
}

const one: Decimal = decimal(1);

/** A unit with its scale words alone: 万元, 亿美元, 平方米, %. */
export function unitPhrase(chars: Chars, i: number, lex: Lexicon): (Lent & { readonly end: number }) | null {
  let at = i;
  let exponent = 0;
  for (; at < i + 3 && scaleOf(chars.codes[at] ?? 0) > 0 && !startsUnit(chars, at, lex); at++)
    exponent += scaleOf(chars.codes[at] ?? 0);
  const read = unitAt(lex, chars, at);
  if (!read || read.unit.kind === 'rank') return null;
  const { kind, unit, factor } = read.unit;
  return { kind, unit, factor: factor ?? one, exponent, unitText: folded(chars, i, read.end), end: read.end };
}

const startsUnit = (chars: Chars, i: number, lex: Lexicon): boolean => lex.units.end(chars.codes, i) - i > 1;

/** 单位：万元, 计量单位:人. `i` is at 单. */
export function declaredForAll(chars: Chars, i: number, lex: Lexicon): Declared | null {
  const { codes } = chars;
  if (codes[i + 1] !== code('位') || codes[i + 2] !== ch.colon) return null;
  const prefix = lex.currencyBefore.longest(codes, i + 3);
  const named = prefix ? unitPhrase(chars, prefix.end, lex) : null;
  // 新台币千元: 元 is then of that currency
  const ofCurrency = named && prefix && named.unit === 'CNY' ? { ...named, unit: prefix.value } : named;
  const phrase = ofCurrency ?? unitPhrase(chars, i + 3, lex);
  if (!phrase) return null;
  const next = codes[phrase.end] ?? 0;
  const closes =
    phrase.end >= chars.length ||
    (chars.gaps[phrase.end] ?? 0) > gap.none ||
    next === ch.close ||
    next === ch.wideComma ||
    next === ch.pause ||
    next === ch.comma ||
    next === ch.slash;
  return closes ? { ...phrase, from: phrase.end, near: false } : null;
}

/** 金额（元）：215.15. `i` is at the bracket. */
export function declaredNear(chars: Chars, i: number, lex: Lexicon): Declared | null {
  const { codes } = chars;
  const named = codes[i + 1] === code('单') && codes[i + 2] === code('位') && codes[i + 3] === ch.colon;
  const phrase = unitPhrase(chars, named ? i + 4 : i + 1, lex);
  if (!phrase || codes[phrase.end] !== ch.close) return null;
  const after = phrase.end + 1;
  return { ...phrase, from: codes[after] === ch.colon ? after + 1 : after, near: true };
}
