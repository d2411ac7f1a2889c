import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { address, cellXml, xmlText, type Cell } from './cell.js';
import { drawingXml, type Picture } from './drawing.js';
import { contentTypes, namespaces, relationsXml, stylesXml, workbookXml, xml, type Relation } from './parts.js';

/** Rows of a sheet at most. */
const mostRows = 1_048_576;

export interface SheetOptions {
  /** Made to fit: at most 31 characters, none that names may not have. */
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows from the top that stay in sight; the last of them is the head of the table that can be filtered. */
  readonly frozen?: number;
  /** Cells of a column of which one of a list is to be chosen. */
  readonly choices?: { readonly column: number; readonly of: readonly string[] };
}

/** Pixels that a picture is wide at most. */
const pictureWidth = 560;

/**
 * Writes an XLSX workbook as it goes: a row is gone when the next one comes, whatever the number of rows; only links and pictures
 * of a sheet are kept until it ends.
 */
export class Workbook {
  readonly #zip: Zip;
  readonly #names: string[] = [];
  readonly #drawings: number[] = [];
  /** Cells that each sheet filters; empty for none. */
  readonly #filters: string[] = [];
  #sheet: Sheet | null = null;

  /** `write` takes the bytes of the file in order. */
  constructor(write: (bytes: Uint8Array) => void) {
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error;
      write(bytes);
    });
  }

  /** Ends the sheet before it. */
  sheet(options: SheetOptions): Sheet {
    this.#endSheet();
    this.#names.push(this.#nameFor(options.name));
    const part = new ZipDeflate(`xl/worksheets/sheet${this.#names.length}.xml`, { level: 6 });
    this.#zip.add(part);
    return (this.#sheet = new Sheet(options, part));
  }

  /** What the last sheet is called. */
  get name(): string {
    return this.#names.at(-1) ?? '';
  }

  end(): void {
    this.#endSheet();
    const sheets = this.#names.map((_, at): Relation => {
      return { id: `rId${at + 1}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` };
    });
    const styles: Relation = { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' };
    this.#add('xl/styles.xml', stylesXml);
    this.#add('xl/workbook.xml', workbookXml(this.#names.map(xmlText), this.#filters));
    this.#add('xl/_rels/workbook.xml.rels', relationsXml([...sheets, styles]));
    this.#add('_rels/.rels', relationsXml([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]));
    this.#add('[Content_Types].xml', contentTypes(sheets.length, this.#drawings));
    this.#zip.end();
  }

  #endSheet(): void {
    if (!this.#sheet) return;
    const number = this.#names.length;
    const { relations, pictures, filter } = this.#sheet.end(number);
    this.#filters.push(filter);
    this.#sheet = null;
    if (pictures.length > 0) {
      this.#drawings.push(number);
      this.#add(`xl/drawings/drawing${number}.xml`, drawingXml(pictures, pictureWidth));
      const images = pictures.map((_, at): Relation => {
        return { id: `rId${at + 1}`, type: 'image', target: `../media/image${number}-${at + 1}.png` };
      });
      this.#add(`xl/drawings/_rels/drawing${number}.xml.rels`, relationsXml(images));
      pictures.forEach(({ png }, at) => {
        const part = new ZipPassThrough(`xl/media/image${number}-${at + 1}.png`);
        this.#zip.add(part);
        part.push(png, true);
      });
    }
    if (relations.length > 0) this.#add(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsXml(relations));
  }

  #add(name: string, text: string): void {
    const part = new ZipDeflate(name, { level: 6 });
    this.#zip.add(part);
    part.push(new TextEncoder().encode(text), true);
  }

  #nameFor(wanted: string): string {
    const plain = wanted.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet';
    let name = plain;
    for (let at = 2; this.#names.includes(name); at++) name = `${plain.slice(0, 26)} (${at})`;
    return name;
  }
}

/** Characters that are gathered before they are packed. */
const gathered = 64 * 1024;

/** A sheet that is being written, from top to bottom. */
export class Sheet {
  readonly #options: SheetOptions;
  readonly #part: ZipDeflate;
  readonly #links: { readonly cell: string; readonly target: string }[] = [];
  readonly #pictures: Picture[] = [];
  readonly #encoder = new TextEncoder();
  #pending = '';
  /** The next row, from 0. */
  rows = 0;

  constructor(options: SheetOptions, part: ZipDeflate) {
    this.#options = options;
    this.#part = part;
    const { widths, frozen = 0 } = options;
    const pane =
      frozen > 0
        ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
        : '';
    const columns = widths.map((it, at) => `<col min="${at + 1}" max="${at + 1}" width="${it}" customWidth="1"/>`);
    this.#push(
      xml(
        `<worksheet ${namespaces}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
      ),
    );
  }

  get isFull(): boolean {
    return this.rows >= mostRows;
  }

  /** `height` in points, for what is taller than its words. Returns the row, from 0. */
  row(cells: readonly Cell[], height?: number): number {
    const row = this.rows++;
    const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    const written = cells.map((cell, column) => {
      if (cell && 'link' in cell && cell.link) this.#links.push({ cell: address(column, row), target: cell.link });
      return cellXml(cell, column, row);
    });
    this.#push(`<row r="${row + 1}"${tall}>${written.join('')}</row>`);
    return row;
  }

  picture(column: number, row: number, png: Uint8Array): void {
    this.#pictures.push({ column, row, png });
  }

  /** What the workbook has to write beside it. */
  end(number: number): {
    readonly relations: readonly Relation[];
    readonly pictures: readonly Picture[];
    readonly filter: string;
  } {
    const { widths, frozen = 0, choices } = this.#options;
    const relations: Relation[] = [];
    const links = this.#links.map(({ cell, target }) => {
      if (target.startsWith('#')) return `<hyperlink ref="${cell}" location="${xmlText(target.slice(1))}"/>`;
      const id = `rId${relations.length + 1}`;
      relations.push({ id, type: 'hyperlink', target: xmlText(target), isExternal: true });
      return `<hyperlink ref="${cell}" r:id="${id}"/>`;
    });
    if (this.#pictures.length > 0)
      relations.push({ id: 'rIdD', type: 'drawing', target: `../drawings/drawing${number}.xml` });
    const last = address(widths.length - 1, Math.max(frozen, this.rows) - 1);
    const filtered = frozen > 0 ? `${address(0, frozen - 1)}:${last}` : '';
    const filter = frozen > 0 ? `<autoFilter ref="${address(0, frozen - 1)}:${last}"/>` : '';
    const list = choices?.of.join(',') ?? '';
    const column = choices
      ? `${address(choices.column, frozen)}:${address(choices.column, Math.max(frozen, this.rows - 1))}`
      : '';
    const validation = choices
      ? `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="${column}"><formula1>"${xmlText(list)}"</formula1></dataValidation></dataValidations>`
      : '';
    this.#push(
      `</sheetData>${filter}${validation}${links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>${this.#pictures.length > 0 ? '<drawing r:id="rIdD"/>' : ''}</worksheet>`,
      true,
    );
    return { relations, pictures: this.#pictures, filter: filtered };
  }

  #push(text: string, isLast = false): void {
    this.#pending += text;
    if (!isLast && this.#pending.length < gathered) return;
    this.#part.push(this.#encoder.encode(this.#pending), isLast);
    this.#pending = '';
  }
}
