import { printed, roughly, sameMeasure } from '../../model/printed.js';
import type { Passage } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

/** How many mentions back a level is looked for. */
const farthest = 16;
const again = /^\s*[（(，,]?\s*(?:小写|大写|即|折合|合|约合|人民币|¥|￥|[：:\s])*$/;

/** One amount printed twice in a row: 93,600元（折合9.36万元）. */
export function restatementsIn({ mentions }: Passage): EqualRelation[] {
  return mentions.flatMap((it, at): EqualRelation[] => {
    const next = mentions[at + 1];
    if (!next || it.figure.kind !== 'money' || !sameMeasure(it.figure, next.figure)) return [];
    if (!printed(it.figure) || !printed(next.figure) || !again.test(next.lead) || next.lead.trim() === '') return [];
    const isDigits = [it, next].every(({ figure: { text } }) => /\d/.test(text));
    if (!isDigits || !/即|折合|合/.test(next.lead) || it.figure.text === next.figure.text) return [];
    return [{ kind: 'equal', check: 'converted-amount', doubt: null, left: it.figure, right: next.figure }];
  });
}

/** 本年收入4,415.11万元…。本年收入约0.44亿元: one level of a paragraph again, in round numbers. */
export function roundedAgainIn({ mentions }: Passage): EqualRelation[] {
  return mentions.flatMap((it, at): EqualRelation[] => {
    if (!isLevel(it) || it.figure.kind !== 'money' || it.subject.length < 4 || !roughly(it.figure)) return [];
    const named = mentions
      .slice(Math.max(0, at - farthest), at)
      .filter((m) => isLevel(m) && m.subject === it.subject && printed(m.figure) && sameMeasure(m.figure, it.figure));
    const [exact] = named;
    if (!exact || new Set(named.map((m) => m.figure.value)).size > 1) return [];
    return [{ kind: 'equal', check: 'same-fact', doubt: null, left: exact.figure, right: it.figure }];
  });
}
