import { isTotal, type Cues } from './cues.js';
import { isFacet, type Track } from './track.js';

/** A way to read a list: positions in the track, and where in it a list within the list begins. */
export interface ItemList {
  readonly parts: readonly number[];
  readonly nested: number | null;
  /** Items were passed over that are no parts of those before them: such a list may be one by chance. */
  readonly skips: boolean;
}

/** Which total an item was already found to be a part of. */
export type Owners = ReadonlyMap<number, number>;

/** Words behind which other amounts are spoken of than the list's. */
const listEnd = /加上|减去|此外|同时|上述|清理规范后|调整后|，后|收支相抵/;

/** Longer lists are not written out. */
const longest = 48;

/** Items that stand beside the first in its sentence; parts of one of them are left out. */
export function siblingsFrom(track: Track, first: number, owners: Owners, cues: Cues): ItemList {
  const start = track[first];
  const parts = [first];
  let nested: number | null = null;
  if (!start) return { parts, nested, skips: false };
  for (let i = first + 1; i < track.length && parts.length < longest; i++) {
    const it = track[i];
    if (!it || it.sentence !== start.sentence || it.depth < start.depth || listEnd.test(it.lead)) break;
    if (it.depth > start.depth || (owners.get(i) ?? -1) >= first) continue;
    if (isTotal(it.before, cues)) break;
    if (nested === null && (cues.open.test(it.lead) || cues.whole.test(it.lead))) nested = parts.length;
    parts.push(i);
  }
  return { parts, nested, skips: false };
}

/** What stands first behind every sentence end, ；and list mark, or in every paragraph: parts that are told of at length. */
export function headsFrom(track: Track, first: number, owners: Owners, by: 'segment' | 'passage'): ItemList {
  const start = track[first];
  const parts = [first];
  let skips = false;
  if (!start) return { parts, nested: null, skips };
  let last = start[by];
  for (let i = first + 1; i < track.length && i < first + 4 * longest && parts.length < longest; i++) {
    const it = track[i];
    if (!it || listEnd.test(it.lead)) break;
    const within = it.depth > start.depth || (owners.get(i) ?? -1) >= first;
    if (it[by] === last && !within && !isFacet(it)) skips = true;
    if (it[by] === last || within) continue;
    last = it[by];
    parts.push(i);
  }
  return { parts, nested: null, skips };
}

/** A series (分别为…、…和…) is a list as it stands; null where the item heads none of its measure (86批次、611人次). */
export function seriesFrom(track: Track, first: number): ItemList | null {
  const { group, at } = track[first] ?? {};
  if (group === null || group === undefined || group !== at) return null;
  const parts: number[] = [];
  for (let i = first; track[i]?.group === group; i++) parts.push(i);
  return parts.length > 1 ? { parts, nested: null, skips: false } : null;
}
