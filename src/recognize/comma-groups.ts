import { gap, type Chars } from './chars.js';
import { digitsEnd } from './digits.js';
import { ch, code, isDigit, isHan } from './numerals.js';

/** End of the three digits of a group at `i`, or `i`: a fourth digit means that it is none. */
export function groupEnd(chars: Chars, i: number): number {
  const end = digitsEnd(chars.codes, chars.gaps, i);
  return end - i === 3 ? end : i;
}

const wideDigit = (chars: Chars, i: number): boolean => (chars.text.charCodeAt(chars.at[i] ?? 0) || 0) > 0xff00;

/**
 * Groups of three after commas. A full-width comma parts clauses, so it needs more: another group, a point, full-width
 * digits, or money behind them. `loose` takes a space behind a comma, as a page adds it (1, 234. 56).
 */
export function commaGroups(
  chars: Chars,
  start: number,
  i: number,
  loose: boolean,
): { readonly end: number; readonly groups: number } {
  const { codes, gaps } = chars;
  let end = i;
  let groups = 0;
  let wide = false;
  for (;;) {
    const sign = codes[end] ?? 0;
    const widest = loose && sign === ch.comma ? gap.space : gap.none;
    if ((sign !== ch.comma && sign !== ch.wideComma) || gaps[end] !== gap.none || (gaps[end + 1] ?? 0) > widest) break;
    const next = groupEnd(chars, end + 1);
    if (next === end + 1) break;
    wide ||= sign === ch.wideComma && !wideDigit(chars, end + 1);
    end = next;
    groups++;
  }
  const pointed = codes[end] === ch.dot && isDigit(codes[end + 1] ?? 0);
  return wide && groups < 2 && !pointed && !isAmount(chars, start, end) ? { end: i, groups: 0 } : { end, groups };
}

const [yuan, tenThousand, hundredMillion] = ['元', '万', '亿'].map(code) as [number, number, number];
/** Whether what stands at `i` can only count an amount: the scale or unit of money. */
const ofMoney = (here: number): boolean => here === yuan || here === tenThousand || here === hundredMillion;

/** What a bare number behind ends in, so that the comma after it parts clauses: 得分98，200万元; 排名第3，100万元. */
const namesNumber = '分名率度数号第版页步层级序期';
const linking = '为是达到约计:';

/** 1，753亿元: one group behind a full-width comma that stands in no list and after nothing that counts by itself. */
function isAmount({ codes }: Chars, start: number, end: number): boolean {
  if (!ofMoney(codes[end] ?? 0) || codes[start] === 48) return false;
  let before = start - 1;
  while (before > start - 4 && linking.includes(String.fromCharCode(codes[before] ?? 32))) before--;
  const last = codes[before] ?? 0;
  // 1，200万元、2，300万元: one amount behind another
  if (last === ch.pause || last === ch.wideComma) return codes[before - 1] === yuan;
  return isHan(last) && !namesNumber.includes(String.fromCharCode(last));
}

/** What counts years and issues: 100,2023年 is two numbers. */
const namesGroup = '年号期届级';

/** 12,3456.78 and 1,2345元: groups of four, as 万 groups them, before a point or what is counted. */
export function fourGroups({ codes, gaps }: Chars, i: number): number {
  let end = i;
  while (codes[end] === ch.comma && gaps[end] === gap.none && gaps[end + 1] === gap.none) {
    const next = digitsEnd(codes, gaps, end + 1);
    if (next - end !== 5) return i;
    end = next;
  }
  if (end === i) return i;
  const after = codes[end] ?? 0;
  const pointed = after === ch.dot && isDigit(codes[end + 1] ?? 0);
  const counted = isHan(after) && gaps[end] === gap.none && !namesGroup.includes(String.fromCharCode(after));
  return pointed || counted ? end : i;
}

/** 1234,567.00: groups of three after a first that lost its comma; years (2023,100.00) are none. */
export function openGroups(chars: Chars, start: number, i: number): number {
  const { codes } = chars;
  if (i - start > 6 || codes[i] !== ch.comma || codes[start] === 48) return i;
  const century = (codes[start] ?? 0) * 100 + (codes[start + 1] ?? 0);
  const isYear = i - start === 4 && (century === 4957 || century === 5048);
  const { end } = commaGroups(chars, start, i, false);
  return !isYear && codes[end] === ch.dot && digitsEnd(codes, chars.gaps, end + 1) === end + 3 ? end : i;
}

/** Digits on commas beyond which they are a list. */
const longestDamage = 32;

/**
 * End of digits on commas at `i` in which a group of three is followed by a shorter one before the point (1,234,56.78): what they
 * stand for cannot be known, and the tail is no amount of its own. `i` where the groups are sound.
 */
export function damagedEnd({ codes, gaps }: Chars, i: number): number {
  let end = digitsEnd(codes, gaps, i);
  if (end - i > 3) return i;
  let [groups, odd] = [0, false];
  while (end - i < longestDamage && codes[end] === ch.comma && gaps[end] === gap.none && gaps[end + 1] === gap.none) {
    const next = digitsEnd(codes, gaps, end + 1);
    if (next === end + 1) break;
    if (next - end === 4) groups++;
    else odd = true;
    end = next;
  }
  const pointed = codes[end] === ch.dot && isDigit(codes[end + 1] ?? 0);
  return odd && groups > 0 && pointed ? digitsEnd(codes, gaps, end + 1) : i;
}
