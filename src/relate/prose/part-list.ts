import { sameMeasure } from '../../model/printed.js';
import type { Mention } from '../../model/reading.js';
import { isLevel, type Cues } from './cues.js';

/** The parts that may follow a breakdown cue, as positions in the passage. */
export interface PartList {
  readonly parts: readonly number[];
  /** Positions in `parts` at which a list within the list begins (…，其中：). */
  readonly nested: readonly number[];
}

const breaks = /加上|减去|此外|同时|上述|清理规范后|调整后|，后|收支相抵/;

/** Longer lists are not written in one sentence; and trying the ways to read one takes time. */
const longest = 48;

/** Collects the levels after `first` that stand beside it: same measure, same bracket depth, until the sentence or the list ends. */
export function partsFrom(mentions: readonly Mention[], first: number, cues: Cues): PartList {
  const start = mentions[first];
  if (!start) return { parts: [], nested: [] };
  const parts = [first];
  const nested: number[] = [];
  for (let i = first + 1; i < mentions.length && parts.length < longest; i++) {
    const it = mentions[i];
    if (!it || it.sentence !== start.sentence || it.depth < start.depth) break;
    if (breaks.test(it.lead) || cues.viewStop.test(it.lead)) break;
    if (it.depth > start.depth || !isLevel(it) || !sameMeasure(it.figure, start.figure)) continue;
    if (cues.totalLabel.test(it.before)) break;
    if (cues.open.test(it.lead) || cues.whole.test(it.lead)) nested.push(parts.length);
    parts.push(i);
  }
  return { parts, nested };
}

const mostAlternatives = 48;

/** The ways to read a list: as it stands, without one list nested in it, or broken off early. The first is the plainest. */
export function readingsOf({ parts, nested }: PartList): readonly (readonly number[])[] {
  const readings: (readonly number[])[] = [];
  const [at] = nested;
  if (at === undefined) readings.push(parts);
  else {
    readings.push(parts.slice(0, at));
    for (let end = at + 1; end <= parts.length; end++) readings.push([...parts.slice(0, at), ...parts.slice(end)]);
    readings.push(parts);
  }
  for (let length = parts.length - 1; length >= 2; length--) readings.push(parts.slice(0, length));
  return readings.filter((it) => it.length >= 1).slice(0, mostAlternatives);
}
