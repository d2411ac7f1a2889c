import { groupedBy } from '../../model/grouped.js';
import { cellKey, type Reading, type TableReading } from '../../model/reading.js';
import type { Relation, Verdict } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Frame } from './frame.js';
import { boundsIn } from './bounds.js';
import { continuedTables } from './continued.js';
import { isWithoutDetails } from './details.js';
import { linearFrames } from './linear.js';
import { loneTotals } from './lone-totals.js';
import { productFrames } from './products.js';
import { quotientFrames, shareFrames, unprintedWholes } from './quotients.js';
import { ranksIn } from './ranks.js';
import { seriesFrames } from './series.js';
import { settleFrames } from './settle.js';
import { sheetsOf, type Sheet } from './sheet.js';
import { totalFrames } from './totals.js';

/** More cells than a reader would hold against each other; the finders of known forms go on. */
const mostCells = 12_000;
/** Which of its columns make which is tried out pair by pair; no form that people read is wider. */
const mostColumns = 64;

/** Every frame that the lines of a sheet may follow, in no order that matters. */
function* framesOf(sheet: Sheet): Iterable<Frame> {
  yield* totalFrames(sheet);
  yield* linearFrames(sheet);
  yield* quotientFrames(sheet);
  yield* shareFrames(sheet);
  yield* unprintedWholes(sheet);
  yield* productFrames(sheet);
  yield* seriesFrames(sheet);
}

/** How many blocks on either side of a table may speak of it. */
const beside = 3;

/** What is printed around each table, by its block. */
function textAround({ blocks, tables }: Reading): (table: TableReading) => string {
  const places = new Map(blocks.map((it, at) => [it.id, at]));
  const known = new Map(tables.map(({ block }) => [block, places.get(block.id) ?? 0]));
  return ({ block }) => {
    const at = known.get(block) ?? 0;
    const near = blocks.slice(Math.max(0, at - beside), at + beside + 1).filter((it) => it.kind !== 'table');
    return near.map((it) => it.text.slice(0, 400)).join(' ');
  };
}

interface TableClaims {
  readonly relations: readonly Relation[];
  /** Tables that say that they show some of their rows only. */
  readonly excerpts: ReadonlySet<string>;
  /** By way: figures that are what others of their row (`down`) or of their column (`across`) make. */
  readonly explained: Readonly<Record<Sheet['way'], Map<Figure, ReadonlySet<Frame['kind']>>>>;
}

const known = new WeakMap<Reading, TableClaims>();

/** What tables claim by the votes of their own rows and columns. */
export function tableClaims(reading: Reading, rulebook: Rulebook): TableClaims {
  const cached = known.get(reading);
  if (cached) return cached;
  const around = textAround(reading);
  const parts = groupedBy(reading.tables, ({ table }) => table.id);
  const relations: Relation[] = [];
  const sheets: Sheet[] = [];
  const excerpts = new Set<string>();
  const explained: TableClaims['explained'] = { down: new Map(), across: new Map() };
  for (const table of reading.tables) {
    const [height, width] = [table.rows.length, table.columns.length];
    if (width > mostColumns || height * width > mostCells) continue;
    const own = sheetsOf(table, rulebook.tableWords, {
      around: around(table),
      inForm: (parts.get(table.table.id) ?? []).length > 1,
    });
    sheets.push(...own);
    for (const sheet of own) {
      const settled = settleFrames(sheet, framesOf(sheet));
      relations.push(...settled.relations, ...ranksIn(sheet), ...boundsIn(sheet), ...loneTotals(sheet));
      if (sheet.excerpt) excerpts.add(table.table.id);
      for (const [figure, kinds] of settled.explained) explained[sheet.way].set(figure, kinds);
    }
  }
  relations.push(...continuedTables(sheets, rulebook.tableWords));
  const found = { relations, explained, excerpts };
  known.set(reading, found);
  return found;
}

/** Whether a row is blank in a column in which all other rows have a figure: what was left out there is to be asked about. */
function lacksOne({ tables }: Reading, id: string, row: number): boolean {
  return tables.some(({ table, rows, columns, figures }) => {
    if (table.id !== id) return false;
    const filled = rows.filter((it) => columns.some(({ index }) => figures.has(cellKey(it.index, index))));
    return columns.some(
      ({ index, role }) =>
        role === 'amount' && filled.every((it) => (it.index === row) !== figures.has(cellKey(it.index, index))),
    );
  });
}

/**
 * Verdicts without sums that fail though votes explain the figure otherwise: an average in a row of totals is a quotient of its row,
 * a total of more columns than a form names adds them all.
 */
export function withoutExplained(verdicts: readonly Verdict[], reading: Reading, rulebook: Rulebook): Verdict[] {
  const { explained, excerpts } = tableClaims(reading, rulebook);
  return verdicts.filter(({ relation, alarm }) => {
    if (!alarm || relation.kind !== 'sum' || relation.doubt !== null) return true;
    const { table } = relation.total;
    if (table && excerpts.has(table.id) && relation.terms.every((it) => it.figure.table?.col === table.col))
      return false;
    if (table && isWithoutDetails(relation)) return false;
    const kinds = explained.down.get(relation.total);
    if (!kinds || !table) return true;
    const inRow = relation.terms.every((it) => it.figure.table?.row === table.row);
    if (!inRow) return !kinds.has('quotient');
    return !kinds.has('sum') || lacksOne(reading, table.id, table.row);
  });
}
