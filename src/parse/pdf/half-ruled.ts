import { middle, type Fragment } from './fragments.js';
import { linesOutside, type Grid } from './grid.js';
import { rowsOf } from './lines.js';
import type { Ruling } from './rulings.js';
import { segmented } from './segments.js';

/** Ends of lines of one table agree within this many points. */
const near = 4;
/** A table whose rows are higher than this is rather a page with rules across it, in points. */
const highestRow = 150;
const fewestRows = 3;
/** White space that parts two columns on every row, in em. */
const gap = 0.6;

/** Runs of lines under each other with the same ends. */
function ladders(across: readonly Ruling[]): Ruling[][] {
  const runs: Ruling[][] = [];
  for (const line of across) {
    const run = runs.find((it) => {
      const last = it[it.length - 1];
      return (
        last !== undefined &&
        Math.abs(last.from - line.from) <= near &&
        Math.abs(last.to - line.to) <= near &&
        line.at - last.at <= highestRow
      );
    });
    if (run) run.push(line);
    else runs.push([line]);
  }
  return runs.filter((run) => run.length > fewestRows);
}

/** Middles of the white strips that run down between all these fragments. */
export function strips(fragments: readonly Fragment[]): number[] {
  const found: number[] = [];
  let right = Infinity;
  for (const it of [...fragments].sort((a, b) => a.left - b.left)) {
    if (it.left - right > gap * it.size) found.push((it.left + right) / 2);
    right = Math.max(right === Infinity ? -Infinity : right, it.right);
  }
  return found;
}

/** True when rows of figures stand between two lines, which then are not drawn under each row. */
const holdsSeveral = (fragments: readonly Fragment[]): boolean =>
  rowsOf(fragments).filter((row) => segmented(row).figures >= 2).length >= 3;

function gridOf(run: readonly Ruling[], fragments: readonly Fragment[]): Grid | null {
  const [from, to] = [Math.min(...run.map((it) => it.from)), Math.max(...run.map((it) => it.to))];
  const ys = run.map((it) => it.at);
  const rows = ys.slice(1).map((bottom, i) =>
    fragments.filter((it) => {
      const y = middle(it);
      return y > (ys[i] ?? 0) && y < bottom && it.left > from - near && it.right < to + near;
    }),
  );
  if (rows.slice(1).some(holdsSeveral)) return null;
  // headings may stand over several columns
  const inner = strips(rows.slice(1).flat());
  const columns = inner.length + 1;
  const parted = rows.filter((row) =>
    inner.some((x) => row.some((it) => it.right < x) && row.some((it) => it.left > x)),
  );
  if (columns < 2 || parted.length < Math.max(fewestRows, 0.6 * rows.length)) return null;
  const cells = rows.flatMap((_, row) =>
    Array.from({ length: columns }, (__, col) => ({ row, col, rowSpan: 1, colSpan: 1 })),
  );
  return { xs: [from, ...inner, to], ys, cells };
}

/** Tables with a line under each row and none between their columns, which white space tells apart. `grids` are found already. */
export function halfRuledGrids(
  rulings: readonly Ruling[],
  fragments: readonly Fragment[],
  grids: readonly Grid[],
): Grid[] {
  return ladders(linesOutside(rulings, grids)).flatMap((run) => gridOf(run, fragments) ?? []);
}
