import type { Quantity } from '../../model/quantity.js';

/** 一床一呼: two ones that go together are a way of doing things. Numerals and money stay what they are. */
const twoOnes = /^一([^\d一二三四五六七八九十百千万亿元角分])一([^\d一二三四五六七八九十百千万亿元角分])/;
const ageClass = /^(?:[（(]含[）)])?(?:及|或)?(?:以上|以下|以内|至)/;

/**
 * Whether a recognised quantity is part of an expression that states nothing: an idiom, or an age that names a class of people. 无一户返贫
 * counts none, 四个不摘 is the name of a policy.
 */
export function statesNothing(text: string, { start, end, kind, unitText }: Quantity): boolean {
  if (twoOnes.test(text.slice(start, start + 4)) || twoOnes.test(text.slice(start - 2, start + 2))) return start >= 0;
  if (/无$/.test(text.slice(start - 1, start)) && text[start] === '一') return start > 0;
  if (/^[一二三四五六七八九十]个$/.test(text.slice(start, end)) && text[end] === '不') return true;
  if (/^(?:周)?岁$/.test(unitText))
    return ageClass.test(text.slice(end, end + 6)) || ageClass.test(text.slice(end - 2, end));
  return (
    kind === 'number' &&
    /(?:表|图|附件|附录|附表|见表|见图|公式|注)[:：]?$/.test(text.slice(Math.max(0, start - 3), start))
  );
}
