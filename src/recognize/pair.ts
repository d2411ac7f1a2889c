import { longestRun } from './arabic.js';
import { gap, type Chars } from './chars.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { ch, chineseDigit, code, isHan, isNumeralChar, scaleOf } from './numerals.js';

const [part, nth] = [code('成'), code('第')];

/** How many Chinese digits stand side by side at `i`; beyond `longestRun` just that it is more. */
export function digitRun({ codes, gaps }: Chars, i: number): number {
  let run = 1;
  while (run <= longestRun && chineseDigit(codes[i + run] ?? 0) >= 0 && gaps[i + run] === gap.none) run++;
  return run;
}

/** 成 in 七八成, which 成立 is not. */
const isPart = ({ codes }: Chars, i: number, lex: Lexicon): boolean =>
  codes[i] === part && lex.never.end(codes, i) <= i;

/** 两三百, 七八个, 七八成: adjacent digits before a scale or a unit mean “between”; 三五 is the one pair that leaves one out. */
function isPair(chars: Chars, i: number, lex: Lexicon): boolean {
  const { codes } = chars;
  const [first, second] = [chineseDigit(codes[i] ?? 0), chineseDigit(codes[i + 1] ?? 0)];
  if (first < 1 || (second !== first + 1 && !(first === 3 && second === 5))) return false;
  return scaleOf(codes[i + 2] ?? 0) > 0 || isPart(chars, i + 2, lex) || unitAt(lex, chars, i + 2) !== null;
}

/** 五、六十人, 七、八成: neighbours that a pause parts inside a sentence; 第三、四百 and a list marker (一、二十条) are none. */
function isPausedPair(chars: Chars, i: number, lex: Lexicon): boolean {
  const { codes, gaps } = chars;
  if (codes[i + 1] !== ch.pause || i === 0 || gaps[i] !== gap.none) return false;
  const [first, second] = [chineseDigit(codes[i] ?? 0), chineseDigit(codes[i + 2] ?? 0)];
  const before = codes[i - 1] ?? 0;
  if (first < 1 || second !== first + 1 || !isHan(before) || before === nth || isNumeralChar(before)) return false;
  return scaleOf(codes[i + 3] ?? 0) > 0 || isPart(chars, i + 3, lex);
}

/** How many characters the two digits of “between” take at `i`, of which `run` stand side by side: 2, 3 with a pause, 1 where they say no such thing. */
export function pairWidth(chars: Chars, i: number, run: number, lex: Lexicon): 1 | 2 | 3 {
  if (run === 2 && isPair(chars, i, lex)) return 2;
  return run === 1 && isPausedPair(chars, i, lex) ? 3 : 1;
}
