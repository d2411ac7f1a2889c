import type { PackedReport, ReportHead } from '../store.js';
import type { Database } from './database.js';
import { unpackedRows, type PackedRows } from './packed-rows.js';
import { prepared } from './prepared.js';
import { seal } from './seal.js';
import { blockKeys } from './search/block-key.js';

/** Tables of what a report holds; facts, evidence and the like go with what they belong to. */
const held = [
  'blocks',
  'headings',
  'tables',
  'cells',
  'figures',
  'indicators',
  'outcomes',
  'findings',
  'coverage',
  'compared',
  'prints',
];

/** Writes what `packReport` prepared. Each INSERT is compiled once for a connection, which saves many reports. */
export class ReportWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Stores a report under its sha256, in place of what was judged of the same content before. Returns the document's key. */
  save({ head, parts }: PackedReport, rules: string): number {
    const document = this.#document(head, rules);
    this.#empty(document);
    for (const part of parts) this.#rows(document, unpackedRows(part));
    seal(this.#database, document);
    return document;
  }

  #document(head: ReportHead, rules: string): number {
    const row = {
      sha256: head.sha256,
      lineage: head.sha256,
      file: head.file,
      format: head.format,
      state: head.state,
      title: head.title,
      organisation: head.organisation,
      report_kind: head.reportKind,
      report_year: head.reportYear,
      filled_on: head.filledOn,
      period: head.identity?.period ?? null,
      scope: head.identity?.scope ?? null,
      subject: head.identity?.subject ?? null,
      corrected: head.identity && (head.identity.corrected ? 1 : 0),
      report_key: head.identity?.key ?? null,
      pages: head.pages,
      problems: JSON.stringify(head.problems),
      schema_version: head.schemaVersion,
      rules,
    };
    const columns = Object.keys(row);
    const sql = `INSERT INTO documents (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})
      ON CONFLICT (sha256) DO UPDATE SET ${columns
        .filter((name) => name !== 'lineage')
        .map((name) => `${name} = excluded.${name}`)
        .join(', ')} RETURNING id`;
    return (this.#database.prepare(sql).get(row) as { readonly id: number }).id;
  }

  /** Facts, cells and evidence go with what they belong to. */
  #empty(document: number): void {
    for (const table of held) {
      prepared(this.#database, `DELETE FROM ${table} WHERE document = ?`).run(document);
    }
    prepared(this.#database, 'DELETE FROM block_search WHERE rowid BETWEEN ? AND ?').run(
      document * blockKeys,
      (document + 1) * blockKeys - 1,
    );
  }

  #rows(document: number, { table, columns, rows }: PackedRows): void {
    if (table === 'block_search') return this.#index(document, rows);
    const places = columns.map(() => '?').join(', ');
    const add = prepared(
      this.#database,
      `INSERT INTO ${table} (document, ${columns.join(', ')}) VALUES (?, ${places})`,
    );
    for (const row of rows) add.run(document, ...row);
  }

  #index(document: number, rows: PackedRows['rows']): void {
    const add = prepared(this.#database, 'INSERT INTO block_search (rowid, tokens) VALUES (?, ?)');
    for (const [seq, tokens] of rows) add.run(document * blockKeys + Number(seq), tokens);
  }
}
