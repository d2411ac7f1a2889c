import { dense } from '../../model/dense.js';

const leader = /(?:[.．·_]{2,}|[…⋯─]+|PAGEREF).*$|(?<=\p{Script=Han}|[）)])\d{1,3}$/u;
const numbering =
  /^(?:第[一二三四五六七八九十\d]+[部分章节]+|附[件表]\s*[一二三四五六七八九十\d]*[-—:：.、]?\d*|表\s*[一二三四五六七八九十\d]+[-—:：.、]?\d*|[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)]?[、.．]|[（(][一二三四五六七八九十\d]+[）)])+/;
const year = /^(?:19|20)\d{2}年度?/;
const owner = /^(?:本?(?:部门|单位)|预算单位)(?!预算|决算)/;
const trailing = /(?:[（(](?:单位|金额单位|公开|续|空表).*|(?:金额)?单位[:：].*|公开\d+表.*)$/;

/** A table's or section's title reduced to what it is of: number, year, owner, marks and unit left out. */
export function plainTitle(text: string, organisation: string | null = null): string {
  let rest = dense(text).replace(leader, '').replace(trailing, '');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(numbering, '').replace(year, '').replace(owner, '');
    if (organisation !== null && rest.startsWith(organisation)) rest = rest.slice(organisation.length);
  }
  return rest.replace(/["“”'‘’《》〈〉()（）、.．·：:]/g, '');
}
