import type { Figure } from '../model/report.js';

/** How many hashes stand for a document. */
const most = 32;
/** Digits from which a figure tells a report from others: nearly every one has a 5, a 12 and a 100 %. */
const telling = 3;
const measured: ReadonlySet<string> = new Set(['money', 'count', 'percent', 'score', 'dimension', 'ratio', 'number']);

/** A figure as it is compared between documents, whatever unit each prints it in; null for one that many reports have. */
export function markOf({ kind, value, unit }: Pick<Figure, 'kind' | 'value' | 'unit'>): string | null {
  if (!measured.has(kind)) return null;
  const digits = value.replace(/\D/g, '').replace(/^0+|0+$/g, '');
  return digits.length < telling ? null : `${value} ${unit ?? ''}`;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** The least hashes of a report's telling figures. Two reports share about as large a part of them as of the figures. */
export function printsOf(figures: readonly Figure[]): readonly number[] {
  const hashes = new Set<number>();
  for (const figure of figures) {
    const mark = markOf(figure);
    if (mark !== null) hashes.add(hashOf(mark));
  }
  return [...hashes].sort((a, b) => a - b).slice(0, most);
}
