import { printed, sameMeasure } from '../../model/printed.js';
import type { Passage } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';

const capitals = /[壹贰叁肆伍陆柒捌玖拾佰仟]/;
const again = /^\s*[（(，,]?\s*(?:小写|大写|即|折合|合|约合|人民币|¥|￥|[：:\s])*$/;

/** One amount printed twice in a row: 壹佰万元整（小写：1,000,000.00元）, 93,600元（折合9.36万元）. */
export function restatementsIn({ mentions }: Passage): EqualRelation[] {
  return mentions.flatMap((it, at): EqualRelation[] => {
    const next = mentions[at + 1];
    if (!next || it.figure.kind !== 'money' || !sameMeasure(it.figure, next.figure)) return [];
    if (!printed(it.figure) || !printed(next.figure) || !again.test(next.lead) || next.lead.trim() === '') return [];
    const words = capitals.test(it.figure.text) !== capitals.test(next.figure.text);
    const converted = /即|折合|合/.test(next.lead) && it.figure.text !== next.figure.text;
    if (!words && !converted) return [];
    const check = words ? 'capital-amount' : 'converted-amount';
    return [{ kind: 'equal', check, doubt: null, left: it.figure, right: next.figure }];
  });
}
