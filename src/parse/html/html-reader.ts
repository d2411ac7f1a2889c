import { Parser } from 'htmlparser2';
import { plainLook, type Look } from '../../model/document.js';
import { limitExceeded } from '../failure.js';
import { gridOf, type Span } from '../grid.js';
import type { PlainCell } from '../plain-table.js';
import { lowered, raised } from '../raised.js';

/** What a page shows, in reading order. */
export type Piece =
  | { readonly kind: 'line'; readonly text: string; readonly look: Look }
  | { readonly kind: 'table'; readonly cells: readonly PlainCell[]; readonly headerRows: number };

interface HtmlCell extends Span {
  text: string;
  readonly heads: boolean;
}
interface OpenTable {
  readonly rows: HtmlCell[][];
  cell: HtmlCell | null;
}

const depthLimit = 1000;
const mostTables = 10_000;
/** Columns that one cell may cover: no page is wider. */
const widest = 100;
const longest = 65_534;

/** Elements that nobody reads as words of the page. */
const unread =
  /^(?:script|style|noscript|template|head|nav|iframe|object|svg|select|button|textarea|audio|video|canvas|datalist|dialog)$/;
/** Elements that stand on lines of their own. */
const blockLike =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|main|aside|header|footer|blockquote|pre|center|form|fieldset|figure|figcaption|caption|address|hr|body|html)$/;
/** Words that their author took back. */
const takenBack = /^(?:del|s|strike)$/;
/** Elements whose digits stand above or below the line. */
const offLine = new Map([
  ['sup', raised],
  ['sub', lowered],
]);
const isHiddenStyle = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i;

type Attributes = Readonly<Record<string, string>>;

const isHidden = (name: string, { style = '', hidden, type }: Attributes): boolean =>
  unread.test(name) ||
  takenBack.test(name) ||
  hidden !== undefined ||
  isHiddenStyle.test(style) ||
  (name === 'input' && type === 'hidden');

const spanIn = (value: string | undefined, most: number): number =>
  Math.min(Math.max(Math.trunc(Number(value ?? 1)) || 1, 1), most);

const tidied = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\r\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** Reads tags as they stream by: what is hidden goes, tables keep their spans, each line keeps how it looks. */
export class HtmlReader {
  readonly pieces: Piece[] = [];
  pictures = 0;
  struck = 0;
  private readonly tables: OpenTable[] = [];
  private readonly names: string[] = [];
  /** How deep the outermost hidden element stands; 0 outside. */
  private hiddenAt = 0;
  private readonly offLine: string[] = [];
  private text = '';
  private look: Look = plainLook;
  private count = 0;

  read(html: string): void {
    const parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        onclosetag: (name) => this.close(name),
        ontext: (text) => this.words(text.replace(/\s*\n\s*/g, ' ')),
      },
      { decodeEntities: true },
    );
    for (let at = 0; at < html.length; at += 65_536) parser.write(html.slice(at, at + 65_536));
    parser.end();
    this.endLine();
  }

  private open(name: string, attributes: Attributes): void {
    this.names.push(name);
    if (this.names.length > depthLimit) throw limitExceeded('HTML depth', `> ${depthLimit}`);
    if (this.hiddenAt > 0) return;
    if (takenBack.test(name)) this.struck++;
    if (isHidden(name, attributes)) this.hiddenAt = this.names.length;
    else if (offLine.has(name)) this.offLine.push(name);
    else if (name === 'img') this.pictures++;
    else if (name === 'br' || name === 'hr') this.breakLine();
    else if (name === 'table') this.openTable();
    else if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(name, attributes);
    else if (blockLike.test(name)) {
      this.breakLine();
      const level = /^h([1-6])$/.exec(name)?.[1];
      const centred =
        name === 'center' ||
        attributes['align'] === 'center' ||
        /text-align\s*:\s*center/i.test(attributes['style'] ?? '');
      if (level !== undefined) this.look = { ...plainLook, outlineLevel: Number(level), bold: true, centred };
      else if (centred) this.look = { ...this.look, centred };
    }
  }

  private close(name: string): void {
    const depth = this.names.length;
    this.names.pop();
    if (this.hiddenAt > 0) {
      if (depth === this.hiddenAt) this.hiddenAt = 0;
      return;
    }
    const table = this.tables.at(-1);
    if (offLine.has(name)) this.offLine.pop();
    else if (name === 'table') this.closeTable();
    else if ((name === 'td' || name === 'th') && table) table.cell = null;
    else if (blockLike.test(name)) this.breakLine();
  }

  private words(given: string): void {
    if (this.hiddenAt > 0) return;
    const text = offLine.get(this.offLine.at(-1) ?? '')?.(given) ?? given;
    const table = this.tables.at(-1);
    // words between the tags of a table stand before it
    if (table?.cell) table.cell.text += text;
    else if (!table || text.trim() !== '') this.text += text;
  }

  private breakLine(): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.text += '\n';
    else this.endLine();
  }

  private endLine(): void {
    const text = tidied(this.text);
    if (text !== '') this.pieces.push({ kind: 'line', text, look: this.look });
    this.text = '';
    this.look = plainLook;
  }

  private openTable(): void {
    if (this.tables.length === 0) this.endLine();
    if (++this.count > mostTables) throw limitExceeded('tables', `> ${mostTables}`);
    this.tables.push({ rows: [], cell: null });
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.cell = null;
    table.rows.push([]);
  }

  private openCell(name: string, attributes: Attributes): void {
    const table = this.tables.at(-1);
    if (!table) return this.breakLine();
    if (table.rows.length === 0) table.rows.push([]);
    const [rowSpan, colSpan] = [spanIn(attributes['rowspan'], longest), spanIn(attributes['colspan'], widest)];
    table.cell = { text: '', heads: name === 'th', rowSpan, colSpan };
    table.rows.at(-1)?.push(table.cell);
  }

  /** A table that only frames one cell, or others, is what stands in it; a table in a cell of another is words of that cell, row by row. */
  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const rows = table.rows.filter((row) => row.length > 0);
    const outer = this.tables.at(-1);
    if (outer?.cell) {
      outer.cell.text += `\n${rows.map((row) => row.map(({ text }) => tidied(text).replaceAll('\n', ' ')).join(' ')).join('\n')}\n`;
      return;
    }
    const placed = gridOf(
      rows.map((row, at) => row.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - at) }))),
    );
    const cells = placed.placed.map(({ cell: { text, rowSpan, colSpan }, row, col }): PlainCell => {
      return { row, col, rowSpan, colSpan, text: tidied(text) };
    });
    const body = rows.findIndex((row) => !row.every(({ heads }) => heads));
    if (placed.columns > 1) this.table(cells, Math.max(body, 0));
    else for (const { text } of cells) for (const line of text.split('\n')) this.line(line);
  }

  private table(cells: readonly PlainCell[], headerRows: number): void {
    if (cells.some(({ text }) => text !== '')) this.pieces.push({ kind: 'table', cells, headerRows });
  }

  private line(text: string): void {
    if (text !== '') this.pieces.push({ kind: 'line', text, look: plainLook });
  }
}
