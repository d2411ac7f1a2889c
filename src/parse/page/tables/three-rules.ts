import { middle, type Fragment } from '../glyphs/fragments.js';
import { linesOutside, type Grid } from './grid.js';
import { strips } from './strips.js';
import { rowsOf, type Row } from '../lines/lines.js';
import type { Ruling } from '../glyphs/ruling.js';
import { segmented } from '../lines/segments.js';

/** Ends of the rules of one table agree within this many points. */
const near = 4;
/** Lines of a header are at most so many. */
const mostHeaderLines = 3;
const fewestRows = 2;

type Rules = readonly [top: Ruling, under: Ruling, bottom: Ruling];

/** Three rules under each other with the same ends, and no fourth. */
function triples(across: readonly Ruling[]): Rules[] {
  const alike = (a: Ruling, b: Ruling): boolean => Math.abs(a.from - b.from) <= near && Math.abs(a.to - b.to) <= near;
  const groups: Ruling[][] = [];
  for (const it of across) {
    const group = groups.find((other) => other[0] !== undefined && alike(other[0], it));
    if (group) group.push(it);
    else groups.push([it]);
  }
  return groups.flatMap((group) =>
    Array.from({ length: Math.floor(group.length / 3) }, (_, i) => group.slice(3 * i, 3 * i + 3) as unknown as Rules),
  );
}

/** Heights between the rows of a body. White space parts them where it is wider than inside them; where all lines are set alike, a
 *  line without a first column goes on with the row above. Null where that cannot be. */
function rowEdges(lines: readonly Row[], firstColumnEnd: number): number[] | null {
  const edges = lines.slice(1).map((line, i) => {
    const bottom = lines[i]?.bottom ?? line.top;
    return { at: (line.top + bottom) / 2, gap: line.top - bottom, begins: line.left < firstColumnEnd };
  });
  const gaps = edges.map((it) => it.gap);
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  const [first] = lines;
  if (!first) return null;
  const uneven = most - least > 0.3 * (first.bottom - first.top);
  if (!uneven && first.left >= firstColumnEnd) return null;
  return edges.filter((it) => (uneven ? it.gap > (least + most) / 2 : it.begins)).map((it) => it.at);
}

/** True when figures stand side by side on two lines or more: such tables are told by them. */
const ofFigures = (lines: readonly Row[]): boolean => lines.filter((row) => segmented(row).figures >= 2).length >= 2;

function gridOf([top, under, bottom]: Rules, fragments: readonly Fragment[]): Grid | null {
  const [from, to] = [Math.min(top.from, bottom.from), Math.max(top.to, bottom.to)];
  const between = (a: Ruling, b: Ruling): Fragment[] =>
    fragments.filter(
      (it) => middle(it) > a.at && middle(it) < b.at && it.left > from - near && it.right < to + near && !it.athwart,
    );
  const [header, body] = [between(top, under), between(under, bottom)];
  const lines = rowsOf(body);
  const inner = strips([...header, ...body]);
  const xs = [from, ...inner, to];
  const filled = (held: readonly Fragment[]): number =>
    xs.slice(1).filter((x, i) => held.some((it) => it.left > (xs[i] ?? 0) - near && it.right < x + near)).length;
  const columns = inner.length + 1;
  if (columns < 2 || rowsOf(header).length > mostHeaderLines || filled(header) < columns || ofFigures(lines))
    return null;
  const edges = rowEdges(lines, inner[0] ?? to);
  if (!edges || edges.length + 1 < fewestRows) return null;
  const ys = [top.at, under.at, ...edges, bottom.at];
  const rows = ys.slice(2).map((y, i) => body.filter((it) => middle(it) > (ys[i + 1] ?? 0) && middle(it) < y));
  if (rows.some((row) => filled(row) < 2)) return null;
  const cells = ys
    .slice(1)
    .flatMap((_, row) => Array.from({ length: columns }, (__, col) => ({ row, col, rowSpan: 1, colSpan: 1 })));
  return { xs, ys, cells, aligned: true };
}

/** Tables of words with three rules (三线表): above the header, below it, and below the last row. White space tells their columns
 *  and rows apart. `grids` are found already. */
export function threeRuleGrids(
  rulings: readonly Ruling[],
  fragments: readonly Fragment[],
  grids: readonly Grid[],
): Grid[] {
  return triples(linesOutside(rulings, grids)).flatMap((rules) => gridOf(rules, fragments) ?? []);
}
