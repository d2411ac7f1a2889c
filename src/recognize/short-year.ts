import { gap, type Chars } from './chars.js';
import { degree, marked, yearMark, type Whole } from './date-numbers.js';
import { code } from './numerals.js';

/** The year that two digits stand for: 23 and 98. */
export const fullYear = (short: number): number => (short < 50 ? 2000 : 1900) + short;

/** 23年度, 22年底, 08年: two digits that name a year; 12年 is a length of time. */
export function namesYear({ codes, gaps }: Chars, i: number, end: number): boolean {
  if (gaps[end] !== gap.none) return false;
  if (codes[i] === code('0')) return true;
  const [here, next] = [codes[end] ?? 0, codes[end + 1] ?? 0];
  const words = yearWords.get(here);
  if (words !== undefined) return !words.includes(String.fromCharCode(next || 32));
  return yearTopics.has(String.fromCharCode(here, next));
}

/** What may stand behind 年 of a year, and what makes another word of it: 12年度过, 15年底蕴. */
const yearWords: ReadonlyMap<number, string> = new Map(
  Object.entries({ 度: '过日假', 底: '蕴子层气线', 末: '端梢代' }).map(([word, not]) => [code(word), not]),
);
const yearTopics = new Set(['同期', '全年', '预算', '决算', '结转', '年初', '年末']);

/** 2022-23年, 22-23年度: years of which the second, or both, print two digits. */
export function shortYears(
  chars: Chars,
  from: Whole,
  to: Whole,
): { readonly end: number; readonly value: string } | null {
  const study = chars.codes[to.end] === code('学') ? to.end + 1 : to.end;
  if (to.width !== 2 || !marked(chars, study, yearMark) || from.value % 100 >= to.value) return null;
  const end = marked(chars, study + 1, degree) ? study + 2 : study + 1;
  if (from.width === 4 && from.value >= 1900 && from.value < 2100)
    return { end, value: `${from.value}/${Math.floor(from.value / 100) * 100 + to.value}` };
  const both = from.width === 2 && end >= to.end + 2;
  return both ? { end, value: `${fullYear(from.value)}/${fullYear(to.value)}` } : null;
}
