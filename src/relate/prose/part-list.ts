import { compare, decimal } from '../../model/decimal.js';
import { sameMeasure } from '../../model/printed.js';
import type { Mention } from '../../model/reading.js';
import { between, isLevel, isTotal, type Cues } from './cues.js';

const breaks = /加上|减去|此外|同时|上述|清理规范后|调整后|，后|收支相抵/;

/** 其中税收8亿元；基金收入5亿元: without a mark behind it 其中 opens no list that ； goes on with. */
const single = /其中[^：:，,]*$/;

/** Longer lists are not written in one sentence. */
const longest = 48;

/** How far apart the words between two parts set them: 、 joins, ， separates, ； more so. */
const rankOf = (words: string): number => (/[；;]/.test(words) ? 2 : /[，,]/.test(words) ? 1 : 0);

/**
 * Where a list whose parts ； sets apart goes on behind one that divides its last part: …；乙3万元，其中：丙1万元，丁2万元；戊4万元. Null where
 * what follows may be a part of that part as well.
 */
function pastNested(mentions: readonly Mention[], last: number, from: number, cues: Cues): number | null {
  const [divided, opening] = [mentions[last], mentions[from]];
  if (!divided || !opening) return null;
  let nested = 1;
  for (let i = from + 1; i < Math.min(mentions.length, from + longest); i++) {
    const it = mentions[i];
    if (!it || it.sentence !== opening.sentence || it.depth < divided.depth) return null;
    if (!isLevel(it) || it.depth > divided.depth || !sameMeasure(it.figure, divided.figure)) continue;
    if (cues.open.test(it.lead) || cues.viewStop.test(it.lead) || isTotal(it.before, cues)) return null;
    if (rankOf(between(mentions, i - 1, i)) < 2) nested++;
    else {
      const larger = compare(decimal(it.figure.value), decimal(divided.figure.value)) > 0;
      return nested > 1 || larger || single.test(opening.lead) ? i : null;
    }
  }
  return null;
}

/**
 * The levels from `first` on that stand beside it, as positions: same measure and bracket depth, until its sentence or the list ends. A list
 * within the list is left out; and a mark that separates more than the one between the first two parts ends it (甲3个、乙2个；丙1个), as does
 * the ； that sets the total itself beside others (稻谷22吨；油料14吨，其中油菜籽11吨；蔬菜49吨).
 */
export function partsFrom(
  mentions: readonly Mention[],
  first: number,
  cues: Cues,
  whole: Mention | null = null,
): readonly number[] {
  const start = mentions[first];
  if (!start) return [];
  const parts = [first];
  const most = whole?.sentence === start.sentence && rankOf(whole.lead) === 2 ? 1 : 2;
  let rank: number | null = null;
  for (let i = first + 1; i < mentions.length && parts.length < longest; i++) {
    const it = mentions[i];
    if (!it || it.sentence !== start.sentence || it.depth < start.depth) break;
    if (breaks.test(it.lead) || cues.viewStop.test(it.lead)) break;
    if (it.depth > start.depth || !isLevel(it) || !sameMeasure(it.figure, start.figure)) continue;
    if (rank === 2 && cues.open.test(it.lead)) {
      const next = pastNested(mentions, parts.at(-1) ?? first, i, cues);
      if (next === null) break;
      parts.push(next);
      i = next;
      continue;
    }
    if (isTotal(it.before, cues) || cues.open.test(it.lead) || cues.whole.test(it.lead)) break;
    const own = rankOf(between(mentions, parts.at(-1) ?? first, i));
    if (rank === null && own === 2 && single.test(start.lead)) break;
    rank ??= own;
    if (own > rank || own > most) break;
    parts.push(i);
  }
  return parts;
}
