import type { Clause } from './clauses.js';

/** Figures joined by nothing but 、和及与: 分别为2853.0亿元和34117.6亿元. */
export interface Series {
  /** Position of its first figure among the paragraph's clauses. */
  readonly first: number;
  readonly size: number;
  /** What each figure is of, where as many names stand before it (中央、地方政府采购规模分别为; 甲、乙两个社区分别服务); else empty. */
  readonly names: readonly string[];
}

const joint = /^\s*(?:[、和及与]|以及|[、,，]\s*(?:和|及|与|以及))\s*$/;
const respectively = /分别|各(?:为|是|减少|增加|下降|增长)/;

const distributed = new RegExp(`(?:${respectively.source})(?:为|是|达|减少|增加|下降|增长)*$`);

const parts = (words: string): string[] => words.split(/、|和|及|与|以及/).filter((name) => name !== '');
const ownClause = (words: string): string => /[^，,。；;：:（(]*$/.exec(words.replace(/\s+/g, ''))?.[0] ?? '';

/** 甲、乙两个社区分别服务老人: the names stand before their count, what they share behind it. */
function namesBeforeCount(clause: Clause, counter: Clause | null, at: number, size: number): string[] {
  if (!counter || counter.quantity.kind !== 'count' || counter.quantity.number !== String(size)) return [];
  const words = ownClause(clause.lead);
  if (counter.clause !== clause.clause || words.length !== clause.lead.replace(/\s+/g, '').length) return [];
  const shared = words.slice(0, at);
  const what = words
    .slice(at)
    .replace(respectively, '')
    .replace(/^(?:了|为|是)|(?:为|是|达|达到)$/, '');
  const names = parts(ownClause(counter.lead));
  return names.length === size ? names.map((name) => `${name}${shared}${what}`) : [];
}

/** The longest end that all words share and that stands in `last`; empty where there is none of two characters. */
function commonEnd([first = '', ...rest]: readonly string[], last: string): string {
  for (let length = first.length; length >= 2; length--) {
    const end = first.slice(-length);
    if (last.includes(end) && rest.every((it) => it.endsWith(end))) return end;
  }
  return '';
}

/**
 * What the last of several names says for all of them: 货物、工程、服务|采购规模, 高技术制造业、装备制造业|增加值. The others end in a
 * word of the last, or are as long as its beginning; else the names stay as they are.
 */
function withSharedHead(names: readonly string[]): string[] {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1);
  const end = commonEnd(others, last);
  const at = end === '' ? -1 : last.indexOf(end);
  const [length = 0] = others.map((it) => it.length);
  const even = others.every((it) => it.length === length) && last.length >= length + 2;
  const head = at >= 0 ? last.slice(at + end.length) : others.length > 1 && even ? last.slice(length) : '';
  return head === '' ? [...names] : [...others.map((it) => it + head), last];
}

/** 环境服务、文化服务为3.2亿元、1.7亿元: a name a figure, without 分别. */
function namesListed({ lead }: Clause, size: number): string[] {
  const words = /([^，,。；;：:（）()]*?)(?:为|是|达到?|完成)?$/.exec(lead.replace(/\s+/g, ''))?.[1] ?? '';
  const names = words.split('、').map((name) => name.replace(/^其中/, ''));
  return names.length === size && names.every((name) => name.length >= 2) ? withSharedHead(names) : [];
}

function namesBefore(clause: Clause, counter: Clause | null, size: number): string[] {
  const words = ownClause(clause.lead);
  const at = words.search(respectively);
  if (at < 0) return namesListed(clause, size);
  const counted = namesBeforeCount(clause, counter, at, size);
  if (counted.length > 0) return counted;
  const names = parts(words.slice(0, at));
  return names.length === size ? withSharedHead(names) : [];
}

/** 各是4125.49,4143.91万元: behind 分别 and 各 a comma joins too, and the last unit is that of all. */
function goesOn(head: Clause, next: Clause): boolean {
  const { kind, unit } = head.quantity;
  const lent = kind === 'number' && unit === null && next.quantity.kind !== 'percent';
  if (kind !== next.quantity.kind && !lent) return false;
  if (joint.test(next.lead)) return kind === next.quantity.kind || distributed.test(ownClause(head.lead));
  return /^\s*[,，]\s*$/.test(next.lead) && distributed.test(ownClause(head.lead));
}

/** For each clause the series that it is a member of; null where it stands alone. */
export function seriesOf(clauses: readonly Clause[]): (Series | null)[] {
  const found: (Series | null)[] = clauses.map(() => null);
  for (let first = 0; first < clauses.length; first++) {
    const head = clauses[first];
    if (!head) continue;
    let end = first + 1;
    for (; end < clauses.length; end++) {
      const next = clauses[end];
      if (!next || !goesOn(head, next)) break;
    }
    const size = end - first;
    if (size < 2) continue;
    const series: Series = { first, size, names: namesBefore(head, clauses[first - 1] ?? null, size) };
    for (let i = first; i < end; i++) found[i] = series;
    first = end - 1;
  }
  return found;
}
