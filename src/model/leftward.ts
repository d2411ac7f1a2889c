/**
 * What a row says to the left of each of its columns, found in one pass: `said` holds a cell's words, '' where it names nothing;
 * the answer at `col` is the nearest of them before `col`. A search from each cell would take the square of a wide row.
 */
export function leftward(columns: number, said: (col: number) => string): string[] {
  const nearest: string[] = [];
  let words = '';
  for (let col = 0; col <= columns; col++) {
    nearest.push(words);
    words = col < columns ? said(col) || words : words;
  }
  return nearest;
}

/** Keeps what was found for each row of a table, as long as the table itself is kept. */
export function byRow<Table extends object, Found>(find: (table: Table, row: number) => Found) {
  const known = new WeakMap<Table, Map<number, Found>>();
  return (table: Table, row: number): Found => {
    const rows = known.get(table) ?? new Map<number, Found>();
    known.set(table, rows);
    const found = rows.get(row) ?? find(table, row);
    rows.set(row, found);
    return found;
  };
}
