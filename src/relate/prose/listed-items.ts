import type { Mention, Passage } from '../../model/reading.js';
import type { ItemsRelation } from '../../model/relation.js';

/** Measure words by which things that have names are counted. */
const named = new Set(['个', '家', '项', '名', '所', '类', '种', '支', '座', '大', '位', '处', '方面']);
const stops = /[，,。；;：:\n！？]/;
const joins = /和|及|与|以及/g;
const verbs =
  /开展|完成|组织|建成|新建|建立|召开|举办|实施|进行|落实|参加|下发|印发|制定|制订|受理|办理|共有|共计|合计/;

/** The words right before a count, back to where its clause begins; bracketed words are left out. */
function stretchBefore(text: string, from: number, end: number): string {
  let words = '';
  let depth = 0;
  for (let at = end - 1; at >= from; at--) {
    const char = text[at] ?? '';
    if (/[）)]/.test(char)) depth++;
    else if (/[（(]/.test(char)) {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0) {
      if (stops.test(char)) break;
      words = char + words;
    }
  }
  return words.replace(/\s+/g, '');
}

/** Items of one list look alike: they end or begin with one character, or are of one length. */
function parallel(items: readonly string[]): boolean {
  const last = items.at(-1) ?? '';
  const others = items.slice(0, -1);
  return others.some((it) => it.at(-1) === last.at(-1) || it[0] === last[0] || it.length === last.length);
}

function itemsBefore(passage: Passage, mention: Mention, from: number): ItemsRelation | null {
  const { figure } = mention;
  const stretch = stretchBefore(passage.text, from, figure.start);
  const partial = /等[^、]{0,8}$/.test(stretch);
  const list = stretch.endsWith('等') ? stretch.slice(0, -1) : stretch;
  if (!list.includes('、') || /[、和及与]$/.test(list)) return null;
  const items = list.split('、');
  const last = items.at(-1) ?? '';
  if (items.some((it) => it.length < 2 || it.length > 30) || verbs.test(last)) return null;
  if (!partial && !parallel(items)) return null;
  const joined = list.match(joins)?.length ?? 0;
  const possible = Array.from({ length: joined + 1 }, (_, i) => items.length + i);
  return { kind: 'items', check: 'listed-items', doubt: null, stated: figure, items, possible, partial };
}

/** Counts that close a list of names: 综合股、人事股两个内设机构. */
export function listedItemsIn(passage: Passage): ItemsRelation[] {
  return passage.mentions.flatMap((mention, at) => {
    const { figure, after } = mention;
    const count = Number(figure.value);
    if (figure.kind !== 'count' || !named.has(figure.unitText) || figure.approx !== null) return [];
    if (!Number.isInteger(count) || count < 2 || count > 40 || !/^[\p{sc=Han}“]{2}/u.test(after)) return [];
    const from = passage.mentions[at - 1]?.figure.end ?? 0;
    return itemsBefore(passage, mention, from) ?? [];
  });
}
