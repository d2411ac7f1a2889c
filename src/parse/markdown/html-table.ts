import { gridOf, type Span } from '../grid.js';
import type { PlainCell } from '../plain-table.js';
import { wordsOf, type Seen } from './inline.js';

export interface HtmlTable {
  readonly cells: readonly PlainCell[];
  readonly headerRows: number;
  /** What its `caption` says; empty where it has none. */
  readonly caption: string;
}

interface Cell extends Span {
  text: string;
  readonly heads: boolean;
}
interface Row {
  readonly cells: Cell[];
  readonly inHead: boolean;
}

/** Columns that one cell may cover: no page is wider. */
const widestSpan = 100;

function spanOf(attributes: string, name: 'rowspan' | 'colspan', most: number): number {
  const value = Number(new RegExp(String.raw`\b${name}\s*=\s*["']?\s*(\d{1,5})`, 'i').exec(attributes)?.[1] ?? 1);
  // a row span of 0 reaches to the last row
  return value === 0 && name === 'rowspan' ? most : Math.min(Math.max(value, 1), most);
}

const pieces = /<(\/?)(table|thead|tbody|tfoot|tr|td|th|caption)\b([^<>]*)>|[^<]+|</gi;

/** Puts rows and cells together; a table in a cell is words of that cell. */
class TableReader {
  readonly rows: Row[] = [];
  caption = '';
  private depth = 0;
  private inHead = false;
  private cell: Cell | null = null;
  private inCaption = false;

  tag(whole: string, closes: boolean, name: string, attributes: string): void {
    if (name === 'table') {
      this.depth += closes ? -1 : 1;
      return;
    }
    if (this.depth > 1) return this.text(whole);
    if (name === 'thead') this.inHead = !closes;
    else if (name === 'caption') this.inCaption = !closes;
    else if (name === 'tr') {
      this.cell = null;
      if (!closes) this.rows.push({ cells: [], inHead: this.inHead });
    } else if (name === 'td' || name === 'th') {
      this.cell = null;
      if (!closes) this.open(name === 'th', attributes);
    }
  }

  private open(heads: boolean, attributes: string): void {
    if (this.rows.length === 0) this.rows.push({ cells: [], inHead: this.inHead });
    const [rowSpan, colSpan] = [spanOf(attributes, 'rowspan', 65_534), spanOf(attributes, 'colspan', widestSpan)];
    this.cell = { text: '', heads, rowSpan, colSpan };
    this.rows.at(-1)?.cells.push(this.cell);
  }

  text(words: string): void {
    if (this.cell) this.cell.text += words;
    else if (this.inCaption) this.caption += words;
  }
}

const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** A table from its tag to its end. Line ends of the source are blanks, as a page shows it. */
export function readHtmlTable(source: string, seen: Seen): HtmlTable {
  const reader = new TableReader();
  for (const [whole, slash, name, attributes = ''] of source.replace(/\s*\n\s*/g, ' ').matchAll(pieces)) {
    if (name === undefined) reader.text(whole);
    else reader.tag(whole, slash === '/', name.toLowerCase(), attributes);
  }
  const rows = reader.rows.filter((row) => row.cells.length > 0);
  const body = rows.findIndex((row) => !row.inHead && !row.cells.every((cell) => cell.heads));
  const { placed } = gridOf(
    rows.map(({ cells }, at) => cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - at) }))),
  );
  const cells = placed.map(({ cell: { text, rowSpan, colSpan }, row, col }): PlainCell => {
    return { row, col, rowSpan, colSpan, text: tidied(wordsOf(text, seen)) };
  });
  return { cells, headerRows: body < 0 ? 0 : body, caption: tidied(wordsOf(reader.caption, seen)) };
}
