import { compare, decimal } from '../../model/decimal.js';
import { printed, sameMeasure, shareHolds } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { ShareRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

/** 达标率, 整改率: what the rate counts; rates of change, price and budget are other relations. */
const counted = /(\p{sc=Han}{2})率$/u;
const others = /增长|下降|精简|精减|压减|执行|完成|控制|变动|利|税|汇|贡献|负债|城镇化|自然/;

/** 28个，达标26个，达标率92.86%: a rate behind the number that it is of and the number that it counts. */
export function countRatesIn({ mentions }: Passage): ShareRelation[] {
  return mentions.flatMap((it, at): ShareRelation[] => {
    const action = counted.exec(it.subject)?.[1] ?? '';
    if (it.act !== 'rate' || it.figure.kind !== 'percent' || !printed(it.figure) || others.test(it.subject)) return [];
    const levels = mentions
      .slice(0, at)
      .filter((m) => isLevel(m) && m.sentence === it.sentence && m.figure.kind === 'count' && printed(m.figure));
    const [whole, part] = levels.slice(-2);
    if (!whole || !part || mentions[at - 1] !== part || !sameMeasure(whole.figure, part.figure)) return [];
    if (compare(decimal(part.figure.value), decimal(whole.figure.value)) > 0) return [];
    const holds = shareHolds(it.figure, part.figure, whole.figure);
    const named = namesAction(part, action);
    if (!holds && (!named || levels.length > 2)) return [];
    return [
      { kind: 'share', check: 'rate-of-counts', doubt: null, rate: it.figure, part: part.figure, whole: whole.figure },
    ];
  });
}

/** The counted part is named by what the rate says was done: 水质达标 and 达标率. */
const namesAction = (part: Mention, action: string): boolean =>
  action !== '' && (part.before.includes(action) || part.after.startsWith(action));
