import type { Clause } from './clauses.js';

/** Figures joined by nothing but 、和及与: 分别为2853.0亿元和34117.6亿元. */
export interface Series {
  /** Position of its first figure among the paragraph's clauses. */
  readonly first: number;
  readonly size: number;
  /** What each figure is of, where as many names stand before it (中央、地方政府采购规模分别为); else empty. */
  readonly names: readonly string[];
}

const joint = /^\s*(?:[、和及与]|以及|[、,，]\s*(?:和|及|与|以及))\s*$/;
const respectively = /分别|各(?:为|是|减少|增加|下降|增长)/;

function namesBefore(clause: Clause, size: number): string[] {
  const clauseText = /[^，,。；;：:（(]*$/.exec(clause.lead.replace(/\s+/g, ''))?.[0] ?? '';
  const at = clauseText.search(respectively);
  if (at < 0) return [];
  const names = clauseText.slice(0, at).split(/、|和|及|与|以及/).filter((name) => name !== '');
  return names.length === size ? names : [];
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
      if (!next || !joint.test(next.lead) || next.quantity.kind !== head.quantity.kind) break;
    }
    const size = end - first;
    if (size < 2) continue;
    const series: Series = { first, size, names: namesBefore(head, size) };
    for (let i = first; i < end; i++) found[i] = series;
    first = end - 1;
  }
  return found;
}
