import type { Evidence } from '../../model/report.js';
import type { FindingAddress } from '../store.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** Headings that stand above one another at most. */
const deepest = 20;

interface HeadingRow {
  readonly id: string;
  readonly words: string;
  readonly parent: string | null;
}
interface FigureRow {
  readonly heading: string | null;
  readonly table_id: string | null;
  readonly row: number;
  readonly col: number;
}
interface TableRow {
  readonly id: string;
  readonly title: string | null;
  readonly seq: number;
}

/** Says where findings stand; what it knows of a document it keeps until the next. */
export class Addresses {
  readonly #database: Database;
  #document = 0;
  #headings: ReadonlyMap<string, HeadingRow> = new Map();
  #tables: ReadonlyMap<string, TableRow> = new Map();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of the first piece of evidence in the document itself. */
  of(document: number, evidence: readonly Evidence[]): FindingAddress {
    const own = evidence.find((it) => it.document === null);
    if (!own) return { headings: [], page: null, table: null };
    this.#read(document);
    const figure = own.figure === null ? undefined : this.#figure(document, own.figure);
    const heading = figure ? figure.heading : this.#headingAt(document, own.block);
    const table = figure?.table_id == null ? undefined : this.#tables.get(figure.table_id);
    return {
      headings: this.#path(heading),
      page: own.page,
      table:
        figure && table
          ? { id: table.id, number: table.seq + 1, title: table.title, row: figure.row, col: figure.col }
          : null,
    };
  }

  #read(document: number): void {
    if (document === this.#document) return;
    this.#document = document;
    const headings = 'SELECT id, number || title AS words, parent FROM headings WHERE document = ?';
    const tables = 'SELECT id, title, seq FROM tables WHERE document = ?';
    const [found, shown] = [prepared<HeadingRow>(this.#database, headings), prepared<TableRow>(this.#database, tables)];
    this.#headings = new Map(found.all(document).map((it) => [it.id, it]));
    this.#tables = new Map(shown.all(document).map((it) => [it.id, it]));
  }

  #figure(document: number, id: string): FigureRow | undefined {
    const sql = 'SELECT heading, table_id, row, col FROM figures WHERE document = ? AND id = ?';
    return prepared<FigureRow>(this.#database, sql).get(document, id);
  }

  /** The last heading that stands before words, which are no figure and so name none. */
  #headingAt(document: number, block: string): string | null {
    const sql = `SELECT h.id FROM headings h JOIN blocks b ON b.document = h.document AND b.id = h.block
      WHERE h.document = @document AND b.seq <= (SELECT seq FROM blocks WHERE document = @document AND id = @block)
      ORDER BY h.seq DESC LIMIT 1`;
    return prepared<{ readonly id: string }>(this.#database, sql).get({ document, block })?.id ?? null;
  }

  /** Ends where headings that were damaged name each other. */
  #path(heading: string | null): string[] {
    const path: string[] = [];
    for (let at = heading === null ? undefined : this.#headings.get(heading); at && path.length < deepest;) {
      path.unshift(at.words);
      at = at.parent === null ? undefined : this.#headings.get(at.parent);
    }
    return path;
  }
}
