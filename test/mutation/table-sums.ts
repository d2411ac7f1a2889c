import { compute, around, numeral, rational, type Rational } from './rational.js';

/** A labelled table: texts by row and column, merged cells empty but for the first. */
export type Grid = readonly (readonly string[])[];
export interface At {
  readonly row: number;
  readonly col: number;
}
export interface TableSum {
  readonly kind: 'table, column sum' | 'table, row sum' | 'table, hierarchy';
  readonly total: At;
  readonly parts: readonly At[];
}

const dense = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const valueAt = (grid: Grid, { row, col }: At): Rational | null =>
  numeral(dense(grid[row]?.[col] ?? ''))?.value ?? null;
const totalWord = /(?:合计|总计|小计|共计|总额|总分)(?:[（(].*[）)])?$/;

/** The amounts of cells that print one; labels, codes and ordinals in a column of amounts are left out by the caller. */
function sumHolds(grid: Grid, total: At, parts: readonly At[]): TableSum['parts'] | null {
  const whole = valueAt(grid, total);
  const filled = parts.filter((at) => valueAt(grid, at) !== null);
  const telling = filled.filter((at) => valueAt(grid, at)?.n !== 0n);
  if (whole === null || whole.n === 0n || telling.length < 2) return null;
  const exact = (value: Rational) => around(value, rational(0n));
  const added = filled.reduce(
    (a, at) => compute('+', a, exact(valueAt(grid, at) ?? rational(0n))) ?? a,
    exact(rational(0n)),
  );
  return added.low.n * whole.d === whole.n * added.low.d ? telling : null;
}

interface Line {
  readonly row: number;
  readonly label: string;
  readonly code: string;
  readonly isTotal: boolean;
}

const isNumber = (text: string): boolean => numeral(dense(text)) !== null;

/** The row's own words left of a column: in a two-sided table the nearest half's. */
function linesFor(grid: Grid, col: number): Line[] {
  return grid.map((cells, row) => {
    const left = cells.slice(0, col).map(dense);
    const codes = left.filter((text) => /^\d{2,7}$/.test(text));
    const label = left.findLast((text) => text !== '' && !isNumber(text)) ?? '';
    return {
      row,
      label,
      code: codes.length > 0 && /^\d{3}/.test(codes[0] ?? '') ? codes.join('') : '',
      isTotal: totalWord.test(label),
    };
  });
}

const levelOf = (label: string): number =>
  /^[一二三四五六七八九十]+、/.test(label)
    ? 1
    : /^[（(][一二三四五六七八九十]+[）)]/.test(label)
      ? 2
      : /^\d+[.、．]/.test(label)
        ? 3
        : 4;

/** The sets of rows that a row may add up, by its words and by the order of rows alone. */
function rowSets(lines: readonly Line[], at: number): Line[][] {
  const line = lines[at];
  if (!line) return [];
  const above = lines.slice(0, at);
  const below = lines.slice(at + 1);
  const since = above.slice(above.findLastIndex((it) => it.isTotal) + 1);
  const until = below.slice(0, ((i) => (i < 0 ? below.length : i))(below.findIndex((it) => it.isTotal)));
  const fromTotal = above.slice(
    Math.max(
      0,
      above.findLastIndex((it) => it.isTotal),
    ),
  );
  const pools = line.isTotal ? [since, fromTotal, above, until] : [];
  const ends = at === lines.length - 1 ? [above] : [];
  const totals = line.isTotal ? [above.filter((it) => it.isTotal), below.filter((it) => it.isTotal)] : [];
  return [...pools, ...ends]
    .flatMap((pool) => {
      const levels = [1, 2, 3].map((level) => pool.filter((it) => levelOf(it.label) === level));
      const shortest = Math.min(...pool.filter((it) => it.code !== '').map((it) => it.code.length));
      return [pool, ...levels, pool.filter((it) => it.code.length === shortest)];
    })
    .concat(totals);
}

/** Rows below one with a code or a number that are one step deeper. */
function children(lines: readonly Line[], at: number): Line[] {
  const line = lines[at];
  if (!line || line.isTotal) return [];
  if (line.code !== '')
    return lines.filter((it) => it.code.length === line.code.length + 2 && it.code.startsWith(line.code));
  const level = levelOf(line.label);
  const below = lines.slice(at + 1);
  const end = below.findIndex((it) => it.isTotal || levelOf(it.label) <= level);
  const inside = end < 0 ? below : below.slice(0, end);
  const next = Math.min(...inside.map((it) => levelOf(it.label)));
  return level > 3 ? [] : inside.filter((it) => levelOf(it.label) === next);
}

function columnSums(grid: Grid, headerRows: number): TableSum[] {
  const width = Math.max(...grid.map((cells) => cells.length));
  return Array.from({ length: width }, (_, col) => col).flatMap((col) => {
    const lines = linesFor(grid, col).slice(headerRows);
    if (lines.every((it) => it.label === '')) return [];
    return lines.flatMap((line, at): TableSum[] => {
      const total = { row: line.row, col };
      const by = (rows: readonly Line[]) =>
        sumHolds(
          grid,
          total,
          rows.map(({ row }) => ({ row, col })),
        );
      const found = rowSets(lines, at)
        .map(by)
        .find((it) => it !== null);
      if (found) return [{ kind: 'table, column sum', total, parts: found }];
      const nested = by(children(lines, at));
      return nested ? [{ kind: 'table, hierarchy', total, parts: nested }] : [];
    });
  });
}

/** Total columns with the columns to the right or left, where the sum holds in every row that prints one. */
function rowSums(grid: Grid, headerRows: number): TableSum[] {
  const heads = (grid[0] ?? []).map((_, col) =>
    grid
      .slice(0, headerRows)
      .map((cells) => dense(cells[col] ?? ''))
      .filter((it) => it !== ''),
  );
  const named = heads.flatMap((texts, col) => (totalWord.test(texts.at(-1) ?? '') ? [col] : []));
  return named.flatMap((col): TableSum[] => {
    const next = named.find((other) => other > col) ?? heads.length;
    const previous = named.findLast((other) => other < col) ?? -1;
    const range = (from: number, to: number): number[] =>
      Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    const sets = [
      range(col + 1, next),
      range(col + 1, heads.length),
      named.filter((other) => other > col),
      range(previous + 1, col),
      range(0, col),
    ];
    const sums = sets.map((cols) =>
      grid.flatMap((_, row): TableSum[] => {
        if (row < headerRows) return [];
        const parts = sumHolds(
          grid,
          { row, col },
          cols.map((other) => ({ row, col: other })),
        );
        return parts ? [{ kind: 'table, row sum', total: { row, col }, parts }] : [];
      }),
    );
    return sums.sort((a, b) => b.length - a.length)[0] ?? [];
  });
}

/** The sums that a table holds by arithmetic: total rows and columns, and rows that those one step deeper make up. */
export const tableSums = (grid: Grid, headerRows: number): TableSum[] => [
  ...columnSums(grid, headerRows),
  ...rowSums(grid, headerRows),
];
