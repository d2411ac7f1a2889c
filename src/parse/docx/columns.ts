/** How far a cell reaches by what its row says: how many columns of the grid, and how wide it is in twips; null where nothing says. */
export interface Extent {
  readonly span: number;
  readonly width: number | null;
}

/** The cells of a row, skipped columns at its start among them, and how many columns it skips at its end. */
export interface RowExtent {
  readonly cells: readonly Extent[];
  readonly after: number;
}

/** Twips between two edges that are meant as one: no column is so narrow. */
const sameEdge = 200;
/** The part of a table's width by which its right edge may be ragged. */
const ragged = 0.05;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const most = (numbers: readonly number[]): number => numbers.reduce((found, one) => Math.max(found, one), 0);
const columnsOf = ({ cells, after }: RowExtent): number => sum(cells.map(({ span }) => span)) + after;

/** Where the cells of a row end, in twips from the table's left edge; null where a width is not known. */
function edgesOf({ cells }: RowExtent, grid: readonly number[], byGrid: boolean): number[] | null {
  const edges: number[] = [];
  let [col, at] = [0, 0];
  for (const { span, width } of cells) {
    const inGrid = grid.slice(col, col + span);
    const known = byGrid || width === null ? (inGrid.length === span ? sum(inGrid) : null) : width;
    if (known === null || known <= 0) return null;
    col += span;
    at += known;
    edges.push(at);
  }
  return edges;
}

/** Right ends that no other row knows as an edge inside are moved to the table's own: rows were measured one by one. */
function withEvenEnds(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const right = most(rows.map((edges) => edges.at(-1) ?? 0));
  const inside = rows.flatMap((edges) => edges.slice(0, -1));
  const isEnd = (end: number): boolean =>
    end >= right * (1 - ragged) && !inside.some((edge) => Math.abs(edge - end) <= sameEdge);
  return rows.map((edges) => (isEnd(edges.at(-1) ?? 0) ? [...edges.slice(0, -1), right] : edges));
}

/** The edges of all rows, those as good as one taken together: of each, where it begins. Two of one row always stay apart. */
function sharedEdges(rows: readonly (readonly number[])[]): number[] {
  const widths = rows.flatMap((edges) => edges.map((edge, i) => edge - (edges[i - 1] ?? 0)));
  const near = widths.reduce((least, width) => Math.min(least, width / 2), sameEdge);
  const shared: number[] = [];
  for (const edge of rows.flat().sort((a, b) => a - b)) {
    if (edge - (shared.at(-1) ?? -sameEdge) > near) shared.push(edge);
  }
  return shared;
}

/** The number of the shared edge that each edge belongs to, counted from 1. */
function placesOf(edges: readonly number[], shared: readonly number[]): number[] {
  let next = 0;
  return edges.map((edge) => {
    while (next < shared.length && (shared[next] ?? 0) <= edge) next++;
    return next;
  });
}

/** The columns that each cell covers by one way of measuring the rows; null where it fails. */
function spansBy(rows: readonly RowExtent[], edgesIn: (row: RowExtent) => number[] | null): number[][] | null {
  const measured = rows.map(edgesIn);
  if (measured.some((edges) => edges === null)) return null;
  const even = withEvenEnds(measured.filter((edges) => edges !== null));
  const shared = sharedEdges(even);
  return even.map((edges) => placesOf(edges, shared).map((place, i, places) => place - (places[i - 1] ?? 0)));
}

const widest = (rows: readonly (readonly number[])[]): number => most(rows.map(sum));

/**
 * How many columns each cell of each row covers. Where the rows agree in the number of their columns, as they say; else by where
 * their cells end, as Word draws them: by their own widths, or, where that needs fewer columns, those rows by the grid that fit it.
 */
export function columnSpans(rows: readonly RowExtent[], grid: readonly number[]): readonly (readonly number[])[] {
  const told = rows.map(({ cells }) => cells.map(({ span }) => span));
  const counts = rows.map(columnsOf);
  if (counts.every((count) => count === counts[0])) return told;
  const byWidth = spansBy(rows, (row) => edgesOf(row, grid, false));
  const byGrid = spansBy(rows, (row) => edgesOf(row, grid, columnsOf(row) === grid.length));
  if (byWidth === null || byGrid === null) return byWidth ?? byGrid ?? told;
  return widest(byGrid) < widest(byWidth) ? byGrid : byWidth;
}
