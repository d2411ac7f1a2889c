import { dense } from '../../model/dense.js';
import { blockOf, cellAt, cellsInRow, type Anchor, type Block, type TableBlock } from '../../model/document.js';
import type { TableNotes } from './note.js';
import { titleRowsOf } from './title-rows.js';
import { unitNamed } from './unit-named.js';

/** What stands around a table: its title and the unit that its bare numbers are printed in. */
export interface Caption {
  readonly title: string | null;
  /** `万元`, or all that are listed (个、万元、%); empty where neither the caption nor the table's own first rows say. */
  readonly units: readonly string[];
  /** The units that are said above it or in its first rows, not in one of its cells: they hold for the tables in it too. */
  readonly unitsAbove: readonly string[];
  /** What stands below it: 注：本表反映…; null where nothing does. */
  readonly note: string | null;
}

/** What stands behind 单位：, up to the end of its bracket or sentence. */
const unitLine = /单位[:：]?(?:为)?((?:人民币)?[^（()）。；;:：]{1,40})/;
const scaled = /^[十百千万亿]*(?:元|美元|港元|人|个|件|辆|户|亩|公里|吨)|^[%％]/;

const farthest = 4;
/** A note that calls the table empty may stand between its title and it. */
const emptyNote = /^.{0,50}(?:本|此|该)表(?:为空|是空|无数据).{0,4}$/;

/** The units that a line lists: 单位：个、平方公里、万元、%. Other words may follow the first without a stop. */
function unitsIn(text: string): readonly string[] {
  const names =
    unitLine
      .exec(dense(text))?.[1]
      ?.replace('人民币', '')
      .split(/[、，,]/) ?? [];
  const end = names.findIndex((name) => unitNamed(name) === null);
  const listed = end < 0 ? names : names.slice(0, end);
  return listed.length > 0 ? listed : (scaled.exec(names[0] ?? '') ?? []);
}
const firstSaid = (...lists: readonly (readonly string[] | undefined)[]): readonly string[] =>
  lists.find((list) => list !== undefined && list.length > 0) ?? [];
const says = (text: string): boolean => unitsIn(text).length > 0;

/** What words above a table say of it, and the table above those words where no other stand between. */
interface Above {
  readonly title: string | null;
  readonly units: readonly string[];
  readonly table: TableBlock | null;
  /** True where those words, if any, only say that the table above goes on: 续表. */
  readonly goesOn: boolean;
}

const goesOnMark = /^[（(]?续表?[\d一二三四五六七八九十]*[)）]?(?:单位[:：].*)?$|[（(]续表?[)）]$/;
const noTitle = /^(?:单位|金额单位|编制单位|(?:编制)?部门(?:名称)?[:：]|公开\d+表|注)/;

/** Reads lines above a table, nearest first, up to those that are running text. */
function readLines(texts: readonly string[]): Pick<Above, 'title' | 'units' | 'goesOn'> & { readonly whole: boolean } {
  let [title, units, goesOn]: [string | null, readonly string[], boolean] = [null, [], true];
  for (const printed of texts.slice(0, farthest)) {
    const text = dense(printed);
    if (emptyNote.test(text)) continue;
    const isSentence = /[。；]$/.test(text) && !(text.endsWith('；') && says(text));
    if (text.length > 60 || isSentence) return { title, units, goesOn, whole: false };
    goesOn &&= goesOnMark.test(text) || (says(text) && noTitle.test(text));
    if (units.length === 0) units = unitsIn(text);
    if (title === null && /表/.test(text) && !noTitle.test(text)) {
      title = printed.trim().replace(/^第[一二三四五六七八九十]+部分\s*/, '');
    }
  }
  return { title, units, goesOn, whole: texts.length <= farthest };
}

/** The few lines between the table at `at` and the one above it. */
function aboveIn(blocks: readonly Block[], at: number, notes: TableNotes): Above {
  const texts: string[] = [];
  for (let i = at - 1; i >= Math.max(0, at - farthest); i--) {
    const block = blocks[i];
    if (!block || notes.tableOf.has(block.id)) break;
    if (block.kind === 'table') {
      const { whole, ...said } = readLines(texts);
      return { ...said, table: whole ? block : null };
    }
    if (block.kind !== 'furniture') texts.push(block.text);
  }
  return { ...readLines(texts), table: null };
}

/** What stands over a table in the cell that holds it; what holds for the outer table holds for it too. */
function aboveInside(blocks: readonly Block[], { block, cell, at }: Anchor, earlier: Captions): Above {
  const outer = blockOf(blocks, block);
  const text = outer && cell ? (cellAt(outer, cell.row, cell.col)?.text.slice(0, at) ?? '') : '';
  const { title, units } = readLines(text.split('\n').reverse());
  return { title, units: firstSaid(units, earlier.get(block)?.unitsAbove), table: null, goesOn: false };
}

/** The headings of a table's columns; empty where its first row holds figures. */
function headerOf(table: TableBlock): string {
  const { rows } = titleRowsOf(table);
  const texts = cellsInRow(table, rows).map((cell) => dense(cell.text));
  return texts.length < 2 || texts.some((text) => text === '' || /^[-\d.,%]+$/.test(text)) ? '' : texts.join('\t');
}

/** The captions of the tables read so far. */
type Captions = ReadonlyMap<string, Caption>;

/** True where a table goes on with the one above: it says so, or has the same headings and nothing stands between. */
const continues = (table: TableBlock, { table: above, goesOn, title }: Above): boolean =>
  above !== null &&
  goesOn &&
  above.columns === table.columns &&
  (title !== null || (headerOf(table) !== '' && headerOf(table) === headerOf(above)));

/**
 * Reads the few lines before a table (`blocks[at]`), nearest first, and the table's own first rows, whose title is meant for it
 * alone. A table that goes on with the one above is printed in its unit.
 */
export function captionOf(blocks: readonly Block[], at: number, notes: TableNotes, earlier: Captions): Caption {
  const table = blocks[at];
  if (table?.kind !== 'table') return { title: null, units: [], unitsAbove: [], note: null };
  const above = table.inside ? aboveInside(blocks, table.inside, earlier) : aboveIn(blocks, at, notes);
  const before = above.table && continues(table, above) ? earlier.get(above.table.id) : undefined;
  const own = titleRowsOf(table);
  const unitsAbove = firstSaid(unitsOf(table, own.rows), above.units);
  const bare = above.title !== null && goesOnMark.test(dense(above.title));
  return {
    title: own.title ?? (bare ? (before?.title ?? above.title) : above.title),
    units: firstSaid(unitsAbove, unitsOf(table, 3), before?.units),
    unitsAbove,
    note: notes.textOf.get(table.id) ?? null,
  };
}

/** The units that the first rows of a table say. */
const unitsOf = (table: TableBlock, rows: number): readonly string[] =>
  firstSaid(...table.cells.filter((cell) => cell.row < rows).map((cell) => unitsIn(cell.text)));
