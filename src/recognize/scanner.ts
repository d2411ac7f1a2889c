import { bracketedAt, currencyAt, quantityAt, signedAt } from './signed.js';
import { captionNumber } from './caption.js';
import { bracketedPhone, codeOfDigits, tokenOfLetters } from './claim-code.js';
import { docnoAtBracket, docnoAtYear, opensDocno } from './claim-docno.js';
import { dottedEnd, enumArabic, enumChinese, enumInBrackets, enumIs, enumSign } from './claim-enum.js';
import { folded, gap, type Chars } from './chars.js';
import { dateAt, dayOnly } from './date.js';
import { compactDay } from './date-digits.js';
import { damagedEnd } from './comma-groups.js';
import { digitsEnd } from './digits.js';
import { declaredForAll, declaredNear, type Declared } from './declared.js';
import { plain, type Found } from './found.js';
import { doubled, halfOf } from './fraction.js';
import { halfPrice } from './percent.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { lunarEnd } from './lunar.js';
import { ch, code, isCapital, isDigit, isGreatScale, isHan, isLatin, isNumeralChar, scaleOf } from './numerals.js';
import { ordinalAt, rankAt } from './ordinal.js';
import { ratioInWords, ratioOrTime } from './ratio.js';
import { halfUnit, severalAt, upwardsAt } from './several.js';
import { speedAt } from './speed.js';
import { daysAt, timeOfDay } from './time.js';

/** Characters that begin something other than a number, a currency or a word of the rules. */
const others = '第上下前首数几半对翻每单负-+±△▲(〔[【早晚凌中傍';

const isPoint = (here: number): boolean => here === ch.dot || here === ch.comma;

let starters: { readonly lex: Lexicon; readonly table: Uint8Array } | undefined;

/** 1 for every character at which anything can begin: all others are passed over. */
function startersOf(lex: Lexicon): Uint8Array {
  if (starters?.lex === lex) return starters.table;
  const table = new Uint8Array(0x10000);
  for (let here = 0; here < 0x10000; here++) if (isNumeralChar(here) || isLatin(here)) table[here] = 1;
  for (let here = 0x2460; here <= 0x249b; here++) table[here] = 1;
  for (const word of others) table[word.charCodeAt(0)] = 1;
  for (const here of lex.traps.firsts()) table[here] = 1;
  for (const here of lex.currencyBefore.firsts()) table[here] = 1;
  table[ch.dot] = 1;
  starters = { lex, table };
  return table;
}

/** 一户一档, 一村一品: each its own, nothing is counted. Its end, or `i`. */
function eachItsOwn({ codes, gaps }: Chars, i: number): number {
  const one = code('一');
  if (codes[i] !== one || codes[i + 2] !== one || gaps[i + 2] !== gap.none) return i;
  const [first, second] = [codes[i + 1] ?? 0, codes[i + 3] ?? 0];
  const counted =
    isNumeralChar(first) ||
    isNumeralChar(second) ||
    !isHan(first) ||
    !isHan(second) ||
    '是元角块分'.includes(String.fromCharCode(first));
  return counted ? i : i + 4;
}

/** Reads a text once from left to right. What begins at a character is decided there, the longest reading wins, and none is tried twice. */
export class Scanner {
  readonly found: Found[] = [];
  readonly declared: Declared[] = [];

  constructor(
    private readonly chars: Chars,
    private readonly lex: Lexicon,
  ) {}

  run(): void {
    const table = startersOf(this.lex);
    const { codes, length } = this.chars;
    let i = 0;
    while (i < length) i = table[codes[i] ?? 0] === 1 ? this.at(i) : i + 1;
  }

  private at(i: number): number {
    const { codes } = this.chars;
    const trap = this.trapEnd(i);
    const here = codes[i] ?? 0;
    if (isLatin(here)) return this.letters(i);
    const found = this.claim(i, here);
    if (found && found.end > trap) {
      while (this.found.length > 0 && (this.found.at(-1)?.end ?? 0) > found.start) this.found.pop();
      if (found.value !== '') this.found.push(found);
      return found.end;
    }
    if (trap > i) return trap;
    return isNumeralChar(here) ? this.runEnd(i) : i + 1;
  }

  /** End of the word of the rules at `i`. A word that ends in 一 gives way where a longer numeral begins there: 以上一百元. */
  private trapEnd(i: number): number {
    const { codes } = this.chars;
    const end = Math.max(this.lex.traps.end(codes, i), eachItsOwn(this.chars, i));
    const grows =
      end > i && scaleOf(codes[end] ?? 0) > 0 && isNumeralChar(codes[end - 1] ?? 0) && !isNumeralChar(codes[i] ?? 0);
    return grows ? i : end;
  }

  /** Where to go on after a numeral that says nothing: past its own kind of characters, so that 队伍3人 and 北京2024年 lose no digit. */
  private runEnd(i: number): number {
    const { codes, gaps } = this.chars;
    const here = codes[i] ?? 0;
    if (isCapital(here) || isGreatScale(here)) return i + 1;
    const arabic = isDigit(here);
    let end = i + 1;
    for (; gaps[end] === gap.none; end++) {
      const next = codes[end] ?? 0;
      // what stands behind the point of a number that says nothing is no number either
      if (arabic && isPoint(next) && isDigit(codes[end + 1] ?? 0) && gaps[end + 1] === gap.none) continue;
      if (!isNumeralChar(next)) break;
      if (isDigit(next) !== arabic || isCapital(next) || isGreatScale(next)) break;
    }
    return end;
  }

  private letters(i: number): number {
    const { chars, lex } = this;
    const amount = currencyAt(chars, i, lex);
    const token = amount ? null : tokenOfLetters(chars, i, lex);
    const found = amount ?? token?.found;
    if (found && found.value !== '') this.found.push(found);
    return found?.end ?? token?.end ?? i + 1;
  }

  private claim(i: number, here: number): Found | null {
    const { chars, lex } = this;
    if (isDigit(here)) return this.digits(i);
    const sign = enumSign(chars, i);
    if (sign) return sign;
    if (isNumeralChar(here)) return this.chinese(i);
    return (lex.currencyBefore.end(chars.codes, i) > i ? currencyAt(chars, i, lex) : null) ?? this.other(i, here);
  }

  private digits(i: number): Found | null {
    const { chars, lex } = this;
    const glued = this.found.at(-1)?.end === i;
    return (
      docnoAtYear(chars, i, lex) ??
      captionNumber(chars, i, lex) ??
      enumArabic(chars, i, lex, glued) ??
      this.date(i) ??
      ratioOrTime(chars, i, lex) ??
      ratioInWords(chars, i, lex) ??
      timeOfDay(chars, i, lex) ??
      this.dotted(i) ??
      this.damaged(i) ??
      codeOfDigits(chars, i, lex) ??
      rankAt(chars, i, lex) ??
      this.quantityOrDay(i)
    );
  }

  /** 1.2.3: a version, a section or an address. */
  private dotted(i: number): Found | null {
    const { end, dots } = dottedEnd(this.chars, i);
    return dots > 1 ? plain('code', i, end, end - i > 64 ? '' : folded(this.chars, i, end)) : null;
  }

  /** 1,234,56.78: passed over whole. */
  private damaged(i: number): Found | null {
    const end = damagedEnd(this.chars, i);
    return end > i ? plain('number', i, end, '') : null;
  }

  private quantityOrDay(i: number): Found | null {
    const { chars, lex } = this;
    const days = daysAt(chars, i);
    if (days) return days;
    const day = dayOnly(chars, i) ?? this.compactDay(i);
    if (day) return plain('date', i, day.end, day.value);
    return this.codePair(i) ?? quantityAt(chars, i, i, lex, null);
  }

  /** 20230615, unless it is counted in something or goes on. */
  private compactDay(i: number): { readonly end: number; readonly value: string } | null {
    const day = compactDay(this.chars, i);
    const next = this.chars.codes[day?.end ?? i] ?? 0;
    const counted = day && (scaleOf(next) > 0 || unitAt(this.lex, this.chars, day.end) !== null);
    return next === ch.dot || next === ch.comma || counted ? null : day;
  }

  /** 8-10, 2023-2024: two numbers on a hyphen that share no unit are a name, not a range. */
  private codePair(i: number): Found | null {
    const { chars } = this;
    const { codes, gaps } = chars;
    const first = digitsEnd(codes, gaps, i);
    if (codes[first] !== ch.hyphen || gaps[first] !== gap.none || first - i > 20) return null;
    const end = digitsEnd(codes, gaps, first + 1);
    if (end === first + 1 || end - first > 20 || gaps[first + 1] !== gap.none) return null;
    if (codes[end] === code('号')) return plain('code', i, end + 1, folded(chars, i, end + 1));
    const ends = end >= chars.length || gaps[end] !== gap.none || codes[end] === ch.hyphen;
    return ends && quantityAt(chars, i, i, this.lex, null)?.kind === 'number'
      ? plain('code', i, end, folded(chars, i, end))
      : null;
  }

  private chinese(i: number): Found | null {
    const { chars, lex } = this;
    if (chars.codes[i] === ch.zero && chars.codes[i + 1] === code('下')) return signedAt(chars, i, lex);
    return (
      enumIs(chars, i) ??
      enumChinese(chars, i, lex) ??
      captionNumber(chars, i, lex) ??
      this.date(i) ??
      timeOfDay(chars, i, lex) ??
      ratioInWords(chars, i, lex) ??
      halfOf(chars, i) ??
      rankAt(chars, i, lex) ??
      quantityAt(chars, i, i, lex, null)
    );
  }

  private bracket(i: number): Found | null {
    const { chars, lex } = this;
    const unit = declaredNear(chars, i, lex);
    if (unit) this.declared.push(unit);
    return (
      docnoAtBracket(chars, i, lex) ??
      this.noteMark(i) ??
      (chars.codes[i] === ch.open ? (bracketedPhone(chars, i) ?? this.bracketedNumber(i)) : null)
    );
  }

  /** 增长9.1%[1]: a small number in square brackets, glued to words or a figure, refers to a note. */
  private noteMark(i: number): Found | null {
    const { codes, gaps, length } = this.chars;
    const before = codes[i - 1] ?? 0;
    const close = codes[i + 2] === code(']') ? i + 2 : i + 3;
    if (codes[i] !== code('[') || gaps[i] !== gap.none || i === 0 || codes[close] !== code(']')) return null;
    if (!isHan(before) && before !== code('%') && !isDigit(before)) return null;
    const digits = digitsEnd(codes, gaps, i + 1);
    if (digits !== close || codes[i + 1] === code('0')) return null;
    const counted = close + 1 < length && unitAt(this.lex, this.chars, close + 1) !== null;
    return counted ? null : plain('ordinal', i, close + 1, folded(this.chars, i + 1, close));
  }

  /** （3） marks an item unless it is an amount below zero: （3）万元. */
  private bracketedNumber(i: number): Found | null {
    const { chars, lex } = this;
    const amount = bracketedAt(chars, i, lex);
    return amount?.unit ? amount : (enumInBrackets(chars, i, lex) ?? amount);
  }

  private other(i: number, here: number): Found | null {
    const { chars, lex } = this;
    if (opensDocno(here)) return this.bracket(i);
    switch (String.fromCharCode(here)) {
      case '第':
        return this.date(i) ?? ordinalAt(chars, i, lex);
      case '上':
        return this.date(i) ?? timeOfDay(chars, i, lex) ?? upwardsAt(chars, i, lex);
      case '下':
      case '前':
      case '首':
        return this.date(i) ?? timeOfDay(chars, i, lex);
      case '早':
      case '晚':
      case '凌':
      case '中':
      case '傍':
        return timeOfDay(chars, i, lex);
      case '数':
      case '几':
        return severalAt(chars, i, i, lex);
      case '半':
        return halfOf(chars, i) ?? halfUnit(chars, i, lex);
      case '对':
        return halfPrice(chars, i);
      case '翻':
        return doubled(chars, i, lex);
      case '每':
        return speedAt(chars, i, lex);
      case '单':
        return this.declare(i);
      case '.':
        return isDigit(chars.codes[i + 1] ?? 0) ? quantityAt(chars, i, i, lex, null) : null;
      case '负':
      case '-':
      case '+':
      case '±':
      case '△':
      case '▲':
        return signedAt(chars, i, lex);
      default:
        return null;
    }
  }

  private date(i: number): Found | null {
    const date = dateAt(this.chars, i);
    if (!date) return null;
    const lunar = lunarEnd(this.chars, i, date.end);
    // of a lunar date only the year is one of ours too
    const value = lunar === null ? date.value : date.value.startsWith('XXXX') ? '' : date.value.slice(0, 4);
    return plain('date', i, lunar ?? date.end, value);
  }

  private declare(i: number): null {
    const unit = declaredForAll(this.chars, i, this.lex);
    if (unit) this.declared.push(unit);
    return null;
  }
}
