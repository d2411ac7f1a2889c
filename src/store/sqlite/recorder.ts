import type { Allowed, LedgerEntry, PackedReport, RunEnd, RunStart, StoredAccount, StoredMetric } from '../store.js';
import type { Database } from './database.js';
import { markUncompared } from './comparisons.js';
import { clearFailure, clearOutdatedFailure, keepFailure } from './failed-reads.js';
import { markUnsettled } from './editions/settle.js';
import { numberFindings } from './finding-numbers.js';
import { keepState, keepWordless } from './ledger/record-state.js';
import { prepared } from './prepared.js';
import { levelOf } from './figure-rows.js';
import { ReportWriter } from './save-report.js';

type Content = NonNullable<LedgerEntry['content']>;

interface HeldRow {
  readonly version: number;
  readonly document: number;
  readonly current: 0 | 1;
}

/** What runs write. The caller holds the transaction. */
export class Recorder {
  readonly #database: Database;
  readonly #reports: ReportWriter;
  /** What the runs that this process started allow. */
  readonly #allowed = new Map<number, Allowed>();

  constructor(database: Database) {
    this.#database = database;
    this.#reports = new ReportWriter(database);
  }

  startRun({ paths, rules, version, at, allowed, options, process }: RunStart): number {
    const sql = `INSERT INTO runs (started_at, paths, rules, version, options, process) VALUES (?, ?, ?, ?, ?, ?) RETURNING id`;
    const said = [JSON.stringify(options), JSON.stringify(process)];
    const values = [at, JSON.stringify(paths), rules, version, ...said];
    const row = prepared<{ readonly id: number }>(this.#database, sql).get(...values);
    if (!row) throw new Error('INSERT … RETURNING gave no row');
    this.#allowed.set(row.id, allowed);
    return row.id;
  }

  record(run: number, entry: LedgerEntry): void {
    // a document that is read again may turn out to be another organisation's
    const before = entry.report && entry.content ? this.#known(entry.content.sha256) : null;
    if (before !== null) this.#changed(before);
    const document = this.#document(run, entry);
    if (document !== null && entry.content) this.#path(run, entry.path, document, entry.content);
    if (document !== null && entry.report) keepWordless(this.#database, document, entry);
    if (entry.state === 'missing' || entry.problem?.code === 'FILE_NOT_FOUND') this.#gone(run, entry);
    if (document !== null && entry.report) {
      this.#changed(document);
      numberFindings(this.#database, run, document);
    }
    keepState(this.#database, run, entry, document);
  }

  endRun(run: number, { how, at }: RunEnd): void {
    this.#run('UPDATE runs SET ended = ?, ended_at = ? WHERE id = ?', [how, at, run]);
  }

  nameMetrics(metrics: readonly StoredMetric[]): void {
    this.#run('DELETE FROM metrics', []);
    for (const { id, name, unit } of metrics)
      this.#run('INSERT INTO metrics (id, name, unit) VALUES (?, ?, ?)', [id, name, unit]);
  }

  nameAccounts(names: readonly StoredAccount[]): void {
    this.#run('DELETE FROM accounts', []);
    const sql = 'INSERT OR REPLACE INTO accounts (list, code, level, name, since, until) VALUES (?, ?, ?, ?, ?, ?)';
    for (const { list, code, name, since, until } of names)
      this.#run(sql, [list, code, levelOf(code), name, since, until]);
  }

  /** The key of the entry's document, which is stored first when it comes with its report. */
  #document(run: number, entry: LedgerEntry): number | null {
    if (entry.report) return this.#report(run, entry.report, entry.problem);
    const document = entry.content && this.#known(entry.content.sha256);
    // what was once taken for a document that cannot be read may turn out to be an archive of some
    if (document !== null && entry.state.startsWith('ok')) clearFailure(this.#database, document);
    if (document !== null) clearOutdatedFailure(this.#database, document, run);
    return document;
  }

  /** Of a content that was read before, a failed attempt leaves what was read then, and is remembered beside it. */
  #report(run: number, report: PackedReport, problem: LedgerEntry['problem']): number {
    const { state, sha256 } = report.head;
    const rules = this.#rulesOf(run);
    const known = this.#known(sha256);
    if (state !== 'ok' && state !== 'ok_partial') {
      const document =
        known !== null && this.#wasRead(known) ? known : this.#reports.save({ ...report, parts: [] }, rules);
      const allowed = this.#allowed.get(run) ?? { seconds: 0, megabytes: 0 };
      if (problem) keepFailure(this.#database, document, { run, state, rules, allowed, problem });
      return document;
    }
    if (known !== null) clearFailure(this.#database, known);
    return this.#reports.save(report, rules);
  }

  #known(sha256: string): number | null {
    const sql = 'SELECT id FROM documents WHERE sha256 = ?';
    return prepared<{ readonly id: number }>(this.#database, sql).get(sha256)?.id ?? null;
  }

  #wasRead(document: number): boolean {
    const sql = `SELECT 1 FROM documents WHERE id = ? AND state IN ('ok', 'ok_partial')`;
    return prepared(this.#database, sql).get(document) !== undefined;
  }

  #rulesOf(run: number): string {
    return (
      prepared<{ readonly rules: string }>(this.#database, 'SELECT rules FROM runs WHERE id = ?').get(run)?.rules ?? ''
    );
  }

  /** A path that holds another content than before gets a new version; the old one is kept, no longer current. */
  #path(run: number, path: string, document: number, { stamp }: Content): void {
    const sql =
      'SELECT version, document, current FROM paths WHERE path = ? AND (current = 1 OR missing_since IS NOT NULL)';
    const held = prepared<HeldRow>(this.#database, sql).get(path);
    if (held?.document === document) {
      this.#run(
        `UPDATE paths SET size = @size, modified_ns = @modified, changed_ns = @changed, current = 1, missing_since = NULL, moved_to = NULL
         WHERE path = @path AND version = @version AND (current, size, modified_ns, changed_ns) IS NOT (1, @size, @modified, @changed)`,
        [{ ...stamp, path, version: held.version }],
      );
      if (held.current === 0) this.#changed(document);
      return;
    }
    if (held) {
      this.#continue(held.document, document);
      this.#changed(held.document);
      numberFindings(this.#database, run, document);
    }
    this.#changed(document);
    const past = 'UPDATE paths SET current = 0, missing_since = NULL, moved_to = NULL WHERE path = ? AND version = ?';
    if (held) this.#run(past, [path, held.version]);
    this.#run(
      `INSERT INTO paths (path, version, document, current, size, modified_ns, changed_ns) VALUES (?, ?, ?, 1, ?, ?, ?)`,
      [path, (held?.version ?? 0) + 1, document, stamp.size, stamp.modified, stamp.changed],
    );
  }

  /** A file that is no more there holds nothing; what it held stays stored. */
  #gone(run: number, { path, problem }: LedgerEntry): void {
    const sql = 'SELECT version, document, current FROM paths WHERE path = ? AND current = 1';
    const held = prepared<HeldRow>(this.#database, sql).get(path);
    if (!held) return;
    this.#run(
      `UPDATE paths SET current = 0, missing_since = (SELECT started_at FROM runs WHERE id = ?), moved_to = ?
       WHERE path = ? AND version = ?`,
      [run, problem?.params['to'] ?? null, path, held.version],
    );
    this.#changed(held.document);
  }

  /**
   * A content that takes another's place is a version of the same report, unless it is of another agency, kind, year or subject,
   * or something was decided on it as a report of its own.
   */
  #continue(before: number, now: number): void {
    this.#run(
      `UPDATE documents SET lineage = (SELECT lineage FROM documents WHERE id = @before)
       WHERE id = @now AND lineage = sha256 AND NOT EXISTS (SELECT 1 FROM decisions c WHERE c.lineage = documents.lineage)
         AND EXISTS (SELECT 1 FROM documents b WHERE b.id = @before
           AND (b.organisation, b.report_kind, b.report_year) IS (documents.organisation, documents.report_kind, documents.report_year)
           AND coalesce(b.subject = documents.subject, 1) AND coalesce(b.scope = documents.scope, 1)
           AND coalesce(b.period = documents.period, 1))`,
      [{ before, now }],
    );
  }

  /** A document that came, went or was read anew: it has to be compared again, and its editions told again. */
  #changed(document: number): void {
    markUncompared(this.#database, document);
    markUnsettled(this.#database, document);
  }

  #run(sql: string, values: readonly unknown[]): void {
    prepared(this.#database, sql).run(...values);
  }
}
