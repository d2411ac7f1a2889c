import { add, compare, decimal, shift } from '../model/decimal.js';
import { folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import { isHalfAt } from './half.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { measured, type Measured } from './measured.js';
import { scanNumeral, type Numeral } from './numeral.js';
import { ch, chineseDigit, code } from './numerals.js';

const one = decimal(1);
const ten = decimal(10);
const [divided, tenth, discount, hundred] = ['分', '成', '折', '百'].map(code) as [number, number, number, number];
const powers: ReadonlyMap<number, number> = new Map(
  Object.entries({ 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4 }).map(([word, power]) => [code(word), power]),
);
const ofParts: Readonly<Record<number, string>> = { 2: '%', 3: '‰', 4: '‱' };

/** 百分之六点三, 千分之三, 万分之五: `i` is at 百, 千 or 万. */
export function percentOf(chars: Chars, i: number, lex: Lexicon): Measured | null {
  const { codes } = chars;
  if (codes[i + 1] !== divided) return null;
  const power = powers.get(codes[i] ?? 0);
  if (power === undefined) return null;
  if (power === 2 && codes[i + 2] === hundred) return null;
  if (codes[i + 2] !== code('之')) return null;
  const sign = codes[i + 3] === code('负') ? 1 : 0;
  const at = i + 3 + sign;
  const numeral = scanNumeral(chars, at, lex);
  if (!numeral || (numeral.bare && codes[at] !== hundred && codes[at] !== ch.ten)) return null;
  const kept = percentDigits(chars, at, numeral);
  const base = ofParts[power] ?? '%';
  const whole = measured(
    kept,
    i,
    kept.end,
    { kind: 'percent', unit: base, factor: sign ? decimal(-1) : one, arabicOnly: false },
    folded(chars, i, i + 3),
  );
  return { ...whole, step: shift(one, kept.place), number: sign ? `-${whole.number}` : whole.number };
}

/** Two digits behind 之: 百分之三四 is 3 to 4, of 百分之一二手房 only the first counts. */
function percentDigits(chars: Chars, at: number, numeral: Numeral): Numeral {
  if (!numeral.positional || numeral.arabic || numeral.end - at !== 2) return numeral;
  const [first, second] = [at, at + 1].map((i) => chineseDigit(chars.codes[i] ?? 0)) as [number, number];
  const value = decimal(first);
  if (chars.codes[at + 2] === code('手')) return { ...numeral, end: at + 1, value, coefficient: value };
  if (first < 1 || second !== first + 1) return numeral;
  return { ...numeral, value, coefficient: value, upper: decimal(second), inexact: 'between' };
}

/** 百分百. */
export function allOfIt(chars: Chars, i: number): number {
  const { codes } = chars;
  return codes[i] === hundred && codes[i + 1] === divided && codes[i + 2] === hundred && codes[i + 3] !== divided
    ? i + 3
    : i;
}

/** What stands behind 成 or 折 as its tenth: 5 in 七成五, 两成半 and 七折半; 0 where nothing does. */
function unitsBehind(chars: Chars, i: number, mark: number, numeral: Numeral, lex: Lexicon): number {
  if (numeral.coefficient.scale > 0) return 0;
  if (isHalfAt(chars, i, lex)) return 5;
  const digit = chineseDigit(chars.codes[i] ?? 0);
  const alone = mark === tenth && digit > 0 && chineseDigit(chars.codes[i + 1] ?? 0) < 0;
  return alone && unitAt(lex, chars, i + 1) === null ? digit : 0;
}

/** 三成, 七成五, 两成半, 八五折. */
export function tenths(chars: Chars, start: number, numeral: Numeral, lex: Lexicon): Measured | null {
  const { codes } = chars;
  const mark = codes[numeral.end] ?? 0;
  if ((mark !== tenth && mark !== discount) || (chars.gaps[numeral.end] ?? 0) > gap.space) return null;
  if (lex.never.end(codes, numeral.end) > numeral.end || numeral.inexact === 'over' || numeral.elided) return null;
  const asPercent = mark === discount && numeral.plainDigits === 2 && compare(numeral.value, ten) > 0;
  if (!asPercent && compare(numeral.value, ten) > (mark === discount ? -1 : 0)) return null;
  const exponent = asPercent ? 0 : 1;
  let value = shift(numeral.value, exponent);
  let end = numeral.end + 1;
  let place = exponent - numeral.coefficient.scale;
  const more = asPercent || numeral.inexact !== null ? 0 : unitsBehind(chars, end, mark, numeral, lex);
  if (more > 0) [value, end, place] = [add(value, decimal(more)), end + 1, 0];
  const upper = numeral.upper && shift(numeral.upper, exponent);
  const asRead = {
    ...numeral,
    value,
    upper,
    coefficient: more > 0 ? shift(value, -exponent) : numeral.coefficient,
    exponent,
    place,
  };
  return measured(
    asRead,
    start,
    end,
    { kind: 'percent', unit: '%', factor: one, arabicOnly: false },
    String.fromCharCode(mark),
  );
}

/** 打对折: half of the price, as 打五折 is. */
export function halfPrice({ codes }: Chars, i: number): Found | null {
  if (codes[i - 1] !== code('打') || codes[i + 1] !== discount) return null;
  return { ...plain('percent', i, i + 2, '50', '%'), number: '50', unitText: '折', step: '10' };
}
