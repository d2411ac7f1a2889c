import { add, decimal, multiply, toText, type Decimal } from '../model/decimal.js';
import { folded, gap, type Chars } from './chars.js';
import { isHalfAt } from './half.js';
import { unitAt, type Lexicon, type Unit } from './lexicon.js';
import type { Measured } from './measured.js';
import { scanNumeral, type Numeral } from './numeral.js';
import { ch, chineseDigit, code, isDigit, isHan, isNumeralChar } from './numerals.js';

const tenth = decimal('0.1');
const hundredth = decimal('0.01');
const [jiao, mao, fen, coin, lump] = [code('角'), code('毛'), code('分'), code('钱'), code('块')];
export const yuan: Unit = { kind: 'money', unit: 'CNY', factor: decimal(1), arabicOnly: false };
/** What follows 整 when it is the start of another word: 500元整改. */
const wholeWords = '改理体治合个顿修式在常确好是月日年';

interface Small {
  readonly end: number;
  readonly value: Decimal;
  readonly worth: Decimal;
}

/** 1角 or 1分 after a larger unit; a single digit alone after 块 or 毛 is the next smaller unit. */
function smaller(chars: Chars, i: number, worth: Decimal, colloquial: boolean, lex: Lexicon): Small | null {
  if ((chars.gaps[i] ?? 0) > gap.space || !isNumeralChar(chars.codes[i] ?? 0)) return null;
  const zero = chars.codes[i] === ch.zero ? 1 : 0;
  const numeral = scanNumeral(chars, zero && isNumeralChar(chars.codes[i + 1] ?? 0) ? i + 1 : i, lex);
  if (!numeral || numeral.scaled || numeral.coefficient.scale > 0) return null;
  const mark = chars.codes[numeral.end] ?? 0;
  if ((mark === jiao || mark === mao) && worth === tenth)
    return { end: numeral.end + 1, value: multiply(numeral.value, tenth), worth: tenth };
  if (mark === fen && chars.codes[numeral.end + 1] !== code('之'))
    return { end: numeral.end + 1, value: multiply(numeral.value, hundredth), worth: hundredth };
  const alone = colloquial && numeral.end === i + 1 + zero && unitAt(lex, chars, numeral.end) === null;
  if (alone && zero === 1) return { end: numeral.end, value: multiply(numeral.value, hundredth), worth: hundredth };
  return alone && chineseDigit(chars.codes[i] ?? 0) > 0
    ? { end: numeral.end, value: multiply(numeral.value, worth), worth }
    : null;
}

/** 三元五角二分, 十块三毛, 十二块五. */
function compound(chars: Chars, whole: Measured, lex: Lexicon): Measured {
  const base = toText(whole.factor);
  let { end, value } = whole;
  let step: Decimal | null = null;
  let last = chars.codes[end - 1] ?? 0;
  let worth = base === '1' ? tenth : base === '0.1' ? hundredth : null;
  while (worth !== null) {
    const colloquial = last === lump || last === mao;
    if (colloquial && isHalfAt(chars, end, lex)) {
      const half = multiply(decimal(5), worth);
      return { ...whole, end: end + 1, value: add(value, half), step: worth, number: toText(add(value, half)) };
    }
    const part = smaller(chars, end, worth, colloquial, lex);
    if (!part) break;
    value = add(value, part.value);
    ({ end, worth: step } = part);
    last = chars.codes[end - 1] ?? 0;
    worth = step === tenth ? hundredth : null;
  }
  if (step === null) return whole;
  const unitText = folded(chars, whole.numeral.end, whole.numeral.end + 1);
  return { ...whole, end, value, step, number: toText(value), unitText };
}

const [also, us] = [code('又'), code('美')];

/** 两美元又三美分, 3美元5美分. */
function withCents(chars: Chars, whole: Measured, lex: Lexicon): Measured {
  const { codes } = chars;
  if (whole.unit !== 'USD' || toText(whole.factor) !== '1' || whole.numeral.scaled) return whole;
  const numeral = scanNumeral(chars, codes[whole.end] === also ? whole.end + 1 : whole.end, lex);
  const isCents = numeral && codes[numeral.end] === us && codes[numeral.end + 1] === fen;
  if (!isCents || numeral.scaled || numeral.coefficient.scale > 0) return whole;
  const value = add(whole.value, multiply(numeral.value, hundredth));
  return { ...whole, end: numeral.end + 2, value, step: hundredth, number: toText(value) };
}

function closingEnd(chars: Chars, i: number): number {
  const { codes, gaps } = chars;
  let end = i;
  const before = codes[end - 1] ?? 0;
  if (codes[end] === coin && (before === lump || before === mao || before === fen || before === jiao)) end++;
  const whole = codes[end] === code('整') || codes[end] === code('正');
  const next = codes[end + 1] ?? 0;
  const word =
    isHan(next) &&
    gaps[end + 1] === gap.none &&
    (codes[end] === code('正') || wholeWords.includes(String.fromCharCode(next)));
  return whole && gaps[end] === gap.none && !word ? end + 1 : end;
}

/** What may follow the unit of an amount: smaller units, 钱, 整, and the currency once more. */
export function moneyTail(chars: Chars, whole: Measured, lex: Lexicon): Measured {
  const whollyChinese = whole.unit === 'CNY' ? compound(chars, whole, lex) : withCents(chars, whole, lex);
  const closed = closingEnd(chars, whollyChinese.end);
  const result = { ...whollyChinese, end: closed };
  if (result.unit !== 'CNY' || (chars.gaps[closed] ?? 0) > gap.space) return result;
  const currency = lex.currencyAfter.longest(chars.codes, closed);
  if (!currency || isNumeralOrSign(chars, currency.end)) return result;
  return { ...result, end: currency.end, unit: currency.value };
}

/** 4人民币5美元: a currency word before a number belongs to that number. */
const isNumeralOrSign = (chars: Chars, i: number): boolean =>
  isDigit(chars.codes[i] ?? 0) && chars.gaps[i] === gap.none;

/** 块 counts 块牌子 too: an amount when a number, 半, 钱, a stop or nothing follows. */
export function lumpIsMoney(chars: Chars, numeral: Numeral, lex: Lexicon): boolean {
  const next = chars.codes[numeral.end + 1] ?? 0;
  const goesOn = next === coin || !isHan(next) || isNumeralChar(next) || isHalfAt(chars, numeral.end + 1, lex);
  return chars.codes[numeral.end] === lump && goesOn;
}
