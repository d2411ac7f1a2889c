import type { Chars } from './chars.js';

const lunarNames = new Set(['农历', '阴历', '旧历', '夏历', '農曆', '陰曆', '舊曆', '農历', '农曆']);

/** 农历八月十五: the end of a date of the old calendar, which names no day of ours; null where the words before do not say so. */
export function lunarEnd({ codes }: Chars, i: number, end: number): number | null {
  const before = String.fromCharCode(...codes.subarray(Math.max(0, i - 9), i));
  const said = /(..)(?:[0-9〇零一二三四五六七八九]{4}年)?[闰閏]?$/.exec(before);
  if (!said || !lunarNames.has(said[1] ?? '')) return null;
  const day = /^初?[一二三四五六七八九十廿卅]{1,3}日?/.exec(String.fromCharCode(...codes.subarray(end, end + 5)));
  return end + (day?.[0].length ?? 0);
}
