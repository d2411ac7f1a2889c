/** Rows of words as lines of text in columns: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const width = (col: number): number => Math.max(...rows.map((row) => row[col]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((it, col) => (col === 0 ? it.padEnd(width(col)) : it.padStart(width(col))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** 12.3 %; empty where there is nothing to have a share of. */
export const share = (part: number, all: number): string => (all === 0 ? '' : `${((100 * part) / all).toFixed(1)} %`);
