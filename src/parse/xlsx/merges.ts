import type { Range } from './address.js';

/** Merged cells of a sheet by the places that they cover. */
export class Merges {
  private readonly starts = new Map<string, Range>();
  private readonly byRow = new Map<number, Range[]>();

  /** Only rows in `shown` are asked about: a merge may reach down a million. */
  constructor(ranges: readonly Range[], shown: readonly number[]) {
    for (const range of ranges) this.starts.set(`${range.top}:${range.left}`, range);
    const ordered = [...ranges].sort((a, b) => a.top - b.top);
    let open: Range[] = [];
    let next = 0;
    for (const row of shown) {
      const before = next;
      while ((ordered[next]?.top ?? Infinity) <= row) next++;
      open = [...open, ...ordered.slice(before, next)].filter(({ bottom }) => bottom >= row);
      if (open.length > 0) this.byRow.set(row, open);
    }
  }

  /** The merged cell that begins at a place; null for a cell by itself. */
  from(row: number, col: number): Range | null {
    return this.starts.get(`${row}:${col}`) ?? null;
  }

  /** True where a merged cell that begins elsewhere covers a place: what is stored there is not seen. */
  covers(row: number, col: number): boolean {
    return (this.byRow.get(row) ?? []).some(
      ({ top, left, right }) => left <= col && col <= right && (top !== row || left !== col),
    );
  }
}
