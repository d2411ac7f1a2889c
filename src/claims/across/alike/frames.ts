import type { Statement } from '../../../model/statement.js';
import { leastDigits } from './by-digits.js';
import { bareDigitsOf, significant } from './slip-between.js';

/** How far off in a sentence or row figures are looked for that tell in what frame one stands. */
const besides = 4;
/** What each digit of a number says that stands beside both, as log-odds, up to a limit. */
const perDigit = 1;
const mostOfFrame = 4.5;

/** The numbers beside a figure in its sentence or row, as printed. */
function numbersBeside(statements: readonly Statement[], it: Statement): string[] {
  return statements.slice(Math.max(0, it.at - besides), it.at + besides + 1).flatMap((other) => {
    if (other === it || other.paragraph !== it.paragraph || other.sentence !== it.sentence) return [];
    const text = bareDigitsOf(other)?.text ?? '';
    return significant(text).length >= leastDigits && other.sort !== 'change' ? [text] : [];
  });
}

/** What it says that a number stands beside both of two figures: the two are told in one frame. */
export function ofFrames(statements: readonly Statement[], a: Statement, b: Statement): number {
  if (a.paragraph === b.paragraph && a.sentence === b.sentence) return 0;
  const known = new Set(numbersBeside(statements, a));
  const shared = numbersBeside(statements, b).filter((it) => known.has(it));
  return Math.min(mostOfFrame, Math.max(0, ...shared.map((it) => perDigit * significant(it).length)));
}
