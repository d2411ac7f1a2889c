import { decimal, type Decimal } from '../model/decimal.js';
import { Accumulator } from './accumulator.js';
import { longestRun, scanArabic } from './arabic.js';
import { gap, type Chars } from './chars.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { digitRun, pairWidth } from './pair.js';
import { pastNote } from './note-mark.js';
import {
  ch,
  chineseDigit,
  code,
  isCapital,
  isDigit,
  isLatin,
  isNumeralChar,
  isPlaceScale,
  isTwenty,
  scaleOf,
} from './numerals.js';

/** Characters of one numeral beyond which it is noise. */
const longest = 200;
/** Gaps in one numeral beyond which it is a column of words. */
const mostGaps = 12;
const latinScales: Readonly<Record<number, number>> = {
  [code('k')]: 3,
  [code('K')]: 3,
  [code('w')]: 4,
  [code('W')]: 4,
  [code('M')]: 6,
};
const [remaining, more, some, about] = [code('余'), code('多'), code('几'), code('来')];
const [piece, hundredMillion, yuan, round] = ['个', '亿', '元', '圆'].map(code) as [number, number, number, number];

/** The number of zeros that an integer ends in. */
function trailingZeros(value: Decimal): number {
  const digits = value.coefficient.toString();
  if (value.scale > 0 || value.coefficient === 0n) return 0;
  let zeros = 0;
  while (digits[digits.length - 1 - zeros] === '0') zeros++;
  return zeros;
}

/** Whether a space or line end stands between the characters of a number. */
function hasGap({ gaps }: Chars, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (gaps[at] !== gap.none) return true;
  return false;
}

/** One pass over a numeral. `upperDigit` takes the second of two adjacent digits (两三百 is 200 or 300). */
export class Reading {
  readonly sum = new Accumulator();
  pos: number;
  /** Power of ten of the scale words since the last digit, and where they begin. */
  tail = 0;
  scaleStart: number;
  places = 0;
  plainDigits = 0;
  /** The number itself where it is one Arabic number with nothing but scale words after it. */
  only: Decimal | null = null;
  leadingZero = false;
  positional = false;
  pair = false;
  scaled = false;
  arabic = false;
  /** 余, 多, 几 or 来: the power of ten of the place it hides, grown by the scales after it. */
  hidden = -1;
  /** As things stood behind the last large scale. */
  private closed = { pos: 0, tail: 0, scaleStart: 0, places: 0 };
  /** As things stood before the last number. */
  private before = { pos: 0, tail: 0, scaleStart: 0, places: 0 };

  constructor(
    private readonly chars: Chars,
    private readonly start: number,
    private readonly lex: Lexicon,
    private readonly upperDigit: boolean,
  ) {
    this.pos = start;
    this.scaleStart = start;
  }

  run(): boolean {
    while (this.pos - this.start <= longest && this.step());
    return this.sum.started && this.pos - this.start <= longest;
  }

  private code(ahead = 0): number {
    return this.chars.codes[this.pos + ahead] ?? 0;
  }

  private gap(ahead = 0): number {
    return this.pos + ahead === this.start ? gap.none : (this.chars.gaps[this.pos + ahead] ?? 0);
  }

  private gapsMet = 0;

  private step(): boolean {
    const here = this.code();
    if (this.gap() !== gap.none && ++this.gapsMet > mostGaps) return false;
    if (this.gap() === gap.wall) return false;
    if (isDigit(here) || (here === ch.dot && !this.sum.started)) return this.readArabic();
    if (here === ch.zero || here === ch.ring) return this.readZero();
    if (chineseDigit(here) >= 0) return this.readDigits();
    if (isTwenty(here)) return this.readTwenty(here);
    if (scaleOf(here) > 0) return this.readScale(scaleOf(here));
    if (here === ch.point) return this.readPoint();
    if (here === remaining || here === more || here === some || here === about) return this.readInexact(here);
    if (here === piece && this.code(1) === hundredMillion && this.sum.started && this.tail === 0) {
      this.pos++;
      return true;
    }
    return this.arabic && this.tail === 0 && this.hidden < 0 && this.readLatinScale(here);
  }

  private readArabic(): boolean {
    if (this.hidden >= 0 || (this.sum.started && this.gap() !== gap.none) || !this.sum.expectsNumber) return false;
    const loose = scanArabic(this.chars, this.pos, true);
    if (!loose) return false;
    const whole = !hasGap(this.chars, this.pos, loose.end);
    const strict = whole || this.isHeld(loose.end) ? loose : scanArabic(this.chars, this.pos, false);
    if (!strict) return false;
    if (!this.sum.started) {
      this.arabic = true;
      this.plainDigits = strict.plain ? strict.width : 0;
      this.leadingZero = strict.leadingZero;
    } else this.plainDigits = 0;
    if (strict.leadingZero && this.sum.started) this.sum.skip();
    const mark = this.pos;
    this.only = this.sum.started ? null : strict.value;
    if (!this.sum.number(strict.value, strict.width, true)) return false;
    this.took(pastNote(this.chars, strict.end, this.lex), mark, strict.value.scale);
    return true;
  }

  private took(end: number, mark: number, places: number): void {
    this.before = { pos: mark, tail: this.tail, scaleStart: this.scaleStart, places: this.places };
    this.pos = end;
    this.tail = 0;
    this.scaleStart = end;
    this.places = places;
  }

  /** Spaces inside a number count only when a unit or scale holds it together, or when it is all there is. */
  private isHeld(end: number): boolean {
    const { chars } = this;
    if (this.start === 0 && end === chars.length) return true;
    if ((chars.gaps[end] ?? 0) === gap.wall) return false;
    return scaleOf(chars.codes[end] ?? 0) > 0 || unitAt(this.lex, chars, end) !== null;
  }

  private readZero(): boolean {
    const { sum } = this;
    const next = this.code(1);
    const joins = this.gap() < gap.newline && this.gap(1) < gap.newline;
    const goesOn = isNumeralChar(next) || (this.scaled && this.closesAmount(this.pos + 1));
    if (sum.started && sum.expectsNumber && this.hidden < 0 && joins && goesOn) {
      sum.skip();
      this.pos++;
      return true;
    }
    return sum.started ? false : this.readDigits();
  }

  /** 元 in 叁拾万零元: the 零 before it closes the amount and is no number of its own. */
  private closesAmount(i: number): boolean {
    const mark = this.chars.codes[i] ?? 0;
    return (mark === yuan || mark === round) && unitAt(this.lex, this.chars, i)?.unit.kind === 'money';
  }

  private readDigits(): boolean {
    const { sum } = this;
    if (this.hidden >= 0 || !sum.expectsNumber || this.gap() >= gap.newline) return false;
    const run = digitRun(this.chars, this.pos);
    const here = this.code();
    const width = sum.started && run === 1 ? 1 : pairWidth(this.chars, this.pos, run, this.lex);
    if (width > 1) {
      this.pair = true;
      return this.takeDigit(chineseDigit(this.upperDigit ? this.code(width - 1) : here), width);
    }
    if (run === 1) return this.takeDigit(chineseDigit(here), 1);
    return !sum.started && run <= longestRun && this.takePositional(run);
  }

  private takeDigit(value: number, width: number): boolean {
    const mark = this.pos;
    this.only = null;
    if (!this.sum.number(decimal(value), 1, false)) return false;
    this.took(this.pos + width, mark, 0);
    return true;
  }

  private takePositional(run: number): boolean {
    let text = '';
    for (let j = 0; j < run; j++) text += chineseDigit(this.code(j));
    const mark = this.pos;
    if (!this.sum.number(decimal(text), run, false)) return false;
    this.positional = true;
    this.plainDigits = run;
    this.leadingZero = text.startsWith('0');
    this.took(this.pos + run, mark, 0);
    return true;
  }

  private readTwenty(here: number): boolean {
    if (this.hidden >= 0 || !this.sum.number(decimal(here === 0x5eff ? 2 : 3), 1, false)) return false;
    this.sum.scale(1);
    this.took(this.pos + 1, this.pos, 0);
    this.scaled = true;
    return true;
  }

  /** 千 and 兆 may belong to the unit instead: 一千瓦, 三兆字节. */
  private beginsUnit(exponent: number): boolean {
    if ((exponent !== 3 && exponent !== 12) || !this.sum.started) return false;
    const found = this.lex.units.longest(this.chars.codes, this.pos);
    return found !== null && found.end - this.pos > 1 && unitAt(this.lex, this.chars, this.pos) !== null;
  }

  /** 百 in 五十五百分点: a small scale that is the beginning of a unit or word and takes no digit from before. */
  private beginsAnother(exponent: number): boolean {
    const { lex, chars, pos } = this;
    return exponent < 4 && (unitAt(lex, chars, pos) !== null || lex.traps.end(chars.codes, pos) > pos + 1);
  }

  /** A word after a gap is not part of the number before it: 2024 千方百计. */
  private beginsWord(): boolean {
    return this.gap() !== gap.none && this.lex.traps.end(this.chars.codes, this.pos) > this.pos + 1;
  }

  private readScale(exponent: number): boolean {
    if (this.gap() >= gap.newline && !(this.arabic && this.gap() === gap.newline)) return false;
    if (exponent >= 16 && !isNumeralChar(this.code(1)) && this.pos + 1 < this.chars.length) return false;
    if (exponent >= 16 && !this.sum.started) return false;
    if (isPlaceScale(this.code()) && !(isCapital(this.code(-1)) && isCapital(this.code(1)))) return false;
    if (exponent === 2 && this.arabic && this.code(1) === code('分')) return false;
    if (this.beginsUnit(exponent) || this.beginsWord()) return false;
    if (this.sum.closes(exponent)) {
      this.sum.dropSection();
      Object.assign(this, this.closed);
      return false;
    }
    if (!this.sum.scale(exponent)) {
      if (this.sum.started && !this.sum.expectsNumber && this.scaled && !this.beginsAnother(exponent)) this.undo();
      return false;
    }
    if (this.tail === 0) this.scaleStart = this.pos;
    if (exponent >= 4 || (this.arabic && !this.sum.bare)) this.tail += exponent;
    else this.scaleStart = this.pos + 1;
    if (this.hidden >= 0) this.hidden += exponent;
    this.pos++;
    this.scaled = true;
    const { pos, tail, scaleStart, places } = this;
    if (exponent >= 4) this.closed = { pos, tail, scaleStart, places };
    return true;
  }

  /** Gives back the last number: it belongs to what follows. */
  undo(): void {
    this.sum.drop();
    Object.assign(this, this.before);
  }

  private readPoint(): boolean {
    if (this.hidden >= 0 || !this.sum.started || this.gap() >= gap.newline || this.gap(1) >= gap.newline) return false;
    let end = this.pos + 1;
    let digits = '';
    for (; end - this.pos <= longestRun && (end === this.pos + 1 || this.chars.gaps[end] === gap.none); end++) {
      const here = this.chars.codes[end] ?? 0;
      const digit = isDigit(here) ? here - 48 : chineseDigit(here);
      if (digit < 0) break;
      digits += digit;
    }
    const after = scaleOf(this.chars.codes[end] ?? 0);
    if (digits === '' || (after > 0 && after < 2) || this.positionalPointIsTime(end)) return false;
    this.only = null;
    if (!this.sum.decimals(decimal(`0.${digits}`))) return false;
    this.took(end, this.pos, digits.length);
    this.plainDigits = 0;
    return true;
  }

  /** 三点二十五分 is a time of day. */
  private positionalPointIsTime(end: number): boolean {
    return (
      this.chars.codes[end] === code('分') &&
      this.chars.codes[end + 1] !== code('之') &&
      !this.scaled &&
      end - this.pos > 2
    );
  }

  private readInexact(here: number): boolean {
    const { sum } = this;
    if (this.hidden >= 0 || !sum.started) return false;
    if (this.gap() >= gap.newline || this.gap(1) >= gap.newline) return false;
    const isRound = !sum.expectsNumber ? this.arabic : this.scaled;
    if (!isRound || (here === some && sum.expectsNumber === false)) return false;
    const held = scaleOf(this.code(1)) > 0 || unitAt(this.lex, this.chars, this.pos + 1) !== null;
    if (!held) return false;
    const open = sum.open();
    if (open.scale > 0 || (!sum.expectsNumber && open.coefficient < 10n)) return false;
    this.hidden = sum.expectsNumber ? Math.max(sum.afterScale, 0) : trailingZeros(open);
    if (sum.expectsNumber && open.coefficient > 0n) this.hidden = trailingZeros(open);
    this.pos++;
    if (this.tail === 0) this.scaleStart = this.pos;
    return true;
  }

  private readLatinScale(here: number): boolean {
    const exponent = latinScales[here];
    const next = this.code(1);
    if (exponent === undefined || this.gap() !== gap.none || this.scaled) return false;
    if ((isLatin(next) || isDigit(next)) && this.gap(1) === gap.none) return false;
    if (unitAt(this.lex, this.chars, this.pos) !== null) return false;
    return this.readScale(exponent);
  }
}
