import { middle, type Fragment } from '../glyphs/fragments.js';

/** Fragments that stand side by side, from left to right. */
export interface Row {
  readonly fragments: readonly Fragment[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Em of a row's print, by its first piece. */
export const emOf = ({ fragments }: Pick<Row, 'fragments'>): number => fragments[0]?.size ?? 10;

/** What a row says, without white space. */
export const rowText = ({ fragments }: Pick<Row, 'fragments'>): string => fragments.map((it) => it.text).join('');

export function rowOf(fragments: readonly Fragment[]): Row {
  const ordered = fragments.length > 1 ? [...fragments].sort((a, b) => a.left - b.left || a.run - b.run) : fragments;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const it of ordered) {
    left = Math.min(left, it.left);
    top = Math.min(top, it.top);
    right = Math.max(right, it.right);
    bottom = Math.max(bottom, it.bottom);
  }
  return { fragments: ordered, left, top, right, bottom };
}

/** How much of the lower of two heights both share, 0 to 1. */
function sharedHeight(a: { top: number; bottom: number }, b: { top: number; bottom: number }): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 0.01);
}

interface OpenRow {
  readonly fragments: Fragment[];
  top: number;
  bottom: number;
}

/** Groups fragments into rows from top to bottom, whatever order the file drew them in. */
export function rowsOf(fragments: readonly Fragment[]): Row[] {
  const ordered = [...fragments].sort((a, b) => middle(a) - middle(b) || a.left - b.left || a.run - b.run);
  const rows: OpenRow[] = [];
  for (const fragment of ordered) {
    // a raised or lowered digit belongs to the row that holds most of it
    const row = rows.slice(-3).find((it) => sharedHeight(it, fragment) > 0.55);
    if (!row) {
      rows.push({ fragments: [fragment], top: fragment.top, bottom: fragment.bottom });
      continue;
    }
    row.fragments.push(fragment);
    // the first of the tallest settles the height, or a row would creep down the page
    if (fragment.bottom - fragment.top > row.bottom - row.top) [row.top, row.bottom] = [fragment.top, fragment.bottom];
  }
  return rows.map((row) => rowOf(row.fragments)).sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Cuts a row where the gap is at least `gap` em wide. */
export function segmentsOf(row: Row, gap: number): Row[] {
  const segments: Fragment[][] = [];
  let right = -Infinity;
  for (const it of row.fragments) {
    const open = segments[segments.length - 1];
    if (open && it.left - right < gap * it.size) open.push(it);
    else segments.push([it]);
    right = Math.max(right, it.right);
  }
  return segments.map(rowOf);
}
