import type { Report } from '../../model/report.js';
import type { Unchecked } from '../store.js';
import type { Database } from './database.js';
import { factRows, figureRows } from './figure-rows.js';
import { evidenceRows, findingRows, outcomeRows } from './finding-rows.js';
import { indicatorRows } from './indicator-rows.js';
import { prepared } from './prepared.js';
import { asJson, insert, type Row, type RowShape } from './row-shape.js';
import { seal } from './seal.js';
import { blockKeys } from './search/block-key.js';
import { indexed } from './search/fold.js';
import { blockRows, cellRows, headingRows, tableRows } from './structure-rows.js';

/** Tables of what a report holds; facts, evidence and the like go with what they belong to. */
const held = ['blocks', 'headings', 'tables', 'cells', 'figures', 'indicators', 'outcomes', 'findings', 'coverage'];

/** Each INSERT is compiled once for a connection, which saves many reports. */
export class ReportWriter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Stores a report under its sha256, in place of what was judged of the same content before. Returns the document's key. */
  save(report: Report, rules: string, unchecked: readonly Unchecked[] = []): number {
    const document = this.#document(report, rules);
    this.#empty(document);
    this.#all(blockRows, report.blocks, { document });
    this.#index(report.blocks, document);
    this.#all(headingRows, report.headings, { document });
    this.#all(tableRows, report.tables, { document });
    report.tables.forEach((table, at) => this.#all(cellRows, table.cells, { document, table_seq: at }));
    this.#all(figureRows, report.figures, { document });
    report.figures.forEach(({ fact }, at) => fact && this.#one(factRows, fact, { document, seq: at }));
    this.#all(indicatorRows, report.indicators, { document });
    this.#all(outcomeRows, report.outcomes, { document });
    this.#all(findingRows, report.findings, { document });
    report.findings.forEach(({ evidence }, at) => this.#all(evidenceRows, evidence, { document, finding_seq: at }));
    for (const { check, status, reason, missing } of unchecked) {
      const row = { document, rule: check, status, reason, missing: asJson(missing.length > 0 ? missing : null) };
      insert(this.#database, 'coverage', row);
    }
    seal(this.#database, document);
    return document;
  }

  #document(report: Report, rules: string): number {
    const row = {
      sha256: report.sha256,
      lineage: report.sha256,
      file: report.file,
      format: report.format,
      state: report.state,
      title: report.title,
      organisation: report.organisation,
      report_kind: report.reportKind,
      report_year: report.reportYear,
      filled_on: report.filledOn,
      pages: report.pages,
      problems: JSON.stringify(report.problems),
      schema_version: report.schemaVersion,
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

  /** What stands on every page is not searched. */
  #index(blocks: Report['blocks'], document: number): void {
    const add = prepared(this.#database, 'INSERT INTO block_search (rowid, tokens) VALUES (?, ?)');
    blocks.forEach(({ kind, text }, seq) => {
      if (kind !== 'furniture') add.run(document * blockKeys + seq, indexed(text));
    });
  }

  #all<T>(shape: RowShape<T>, items: readonly T[], keys: Row): void {
    items.forEach((item, seq) => this.#one(shape, item, { ...keys, seq }));
  }

  #one<T>(shape: RowShape<T>, item: T, keys: Row): void {
    insert(this.#database, shape.table, { ...keys, ...shape.toRow(item) });
  }
}
