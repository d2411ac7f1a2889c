import type { Direction, Passage } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';

const reasonAfter =
  /^[^。；]{0,6}[。，,；]?\s*(?:增减|变动|减少|增加|下降|增长)?的?主要原因(?:是|为)?[：:]?([^。；]{2,60})[。；]/;
const up = /增加|增长|上升|提高|新增|扩大|追加/;
const down = /减少|下降|降低|压减|压缩|缩减|节约|取消/;
/** The reason is itself that an amount went one way. */
const amountMoved = /(?:经费|支出|资金|预算|费用|收入|拨款)(?:的)?(增加|增长|减少|下降)$/;

/** 比上年减少2.98%。主要原因是：…经费增加: a change whose stated reason went the other way. */
export function reasonsIn({ mentions, text }: Passage): WordsRelation[] {
  return mentions.flatMap((it): WordsRelation[] => {
    if ((it.act !== 'growth' && it.act !== 'delta') || it.direction === null) return [];
    const reason = reasonAfter.exec(text.slice(it.figure.end, it.figure.end + 120))?.[1]?.replace(/\s+/g, '') ?? '';
    const moved = amountMoved.exec(reason)?.[1];
    if (!moved || (up.test(reason) && down.test(reason))) return [];
    const direction: Direction = up.test(moved) ? 'increase' : 'decrease';
    const holds = direction === it.direction;
    return [
      { kind: 'words', check: 'reason-direction', doubt: null, words: it.figure, holds, wanted: reason, against: [] },
    ];
  });
}
