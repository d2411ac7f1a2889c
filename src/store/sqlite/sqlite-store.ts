import { GoujiError } from '../../model/error.js';
import type { Report } from '../../model/report.js';
import type { ReviewEvent } from '../../model/review.js';
import type { FindingGlance } from '../glance.js';
import type {
  FileFilter,
  FileRow,
  FoundFile,
  RunFilter,
  RunRow,
  SameBytes,
  SameReport,
  StateTally,
  Unmet,
} from '../ledger.js';
import type {
  Comparable,
  ComparedDocument,
  Decision,
  DocumentFilter,
  DocumentSummary,
  FindingFilter,
  KnownContent,
  KnownPath,
  LedgerEntry,
  RunEnd,
  RunStart,
  SearchFilter,
  SearchHit,
  SeverityCounts,
  Store,
  StoredAccount,
  StoredFinding,
  StoredMetric,
  Uncompared,
} from '../store.js';
import type { Database } from './database.js';
import { guarded } from './faults.js';
import { comparable, endComparing, headingTitles, saveCompared, uncompared } from './comparisons.js';
import { decide, decisions } from './decisions.js';
import { settle } from './editions/settle.js';
import { countDocuments, countFindings, countWorseRead, documents, findDocuments } from './find.js';
import { findings } from './findings.js';
import { generation, glances, held } from './glances.js';
import { contentKnown, lastRules, pathKnown } from './known.js';
import { sameBytes, sameReports } from './ledger/copies.js';
import { files, pathsOf, slowest, unmet, unopened } from './ledger/files.js';
import { fileStates, leftOf, planRun, runs } from './ledger/runs.js';
import { loadReport } from './load-report.js';
import { mend } from './mend.js';
import { OpenedFile } from './opened-file.js';
import { Recorder } from './recorder.js';
import { search } from './search/search.js';
import { verify } from './verify.js';
import type { WriteAheadLog } from './write-ahead-log.js';

/** Documents whose editions are told in one transaction, for which others wait. */
const atOnce = 100;

/** Our store on SQLite. The driver is synchronous, so a signal never falls inside a transaction. */
export class SqliteStore implements Store {
  readonly path: string;
  readonly #database: Database;
  readonly #patience: number;
  readonly #recorder: Recorder;
  readonly #file: OpenedFile;
  readonly #log: WriteAheadLog | null;

  /** `log` is null where nothing is written. */
  constructor(path: string, database: Database, patience: number, log: WriteAheadLog | null = null) {
    this.path = path;
    this.#database = database;
    this.#patience = patience;
    this.#recorder = new Recorder(database);
    this.#file = new OpenedFile(path);
    this.#log = log;
  }

  async startRun(start: RunStart): Promise<number> {
    return this.#write(() => this.#recorder.startRun(start));
  }

  async lastRules(): Promise<string | null> {
    return this.#read(() => lastRules(this.#database));
  }

  async record(run: number, entries: readonly LedgerEntry[]): Promise<void> {
    this.#write(() => entries.forEach((entry) => this.#recorder.record(run, entry)));
  }

  async endRun(run: number, end: RunEnd): Promise<void> {
    this.#write(() => this.#recorder.endRun(run, end));
  }

  async planRun(run: number, found: readonly FoundFile[]): Promise<void> {
    this.#write(() => planRun(this.#database, run, found));
  }

  async runs(which: RunFilter): Promise<readonly RunRow[]> {
    return this.#read(() => runs(this.#database, which));
  }

  async leftOf(run: number): Promise<readonly string[]> {
    return this.#read(() => leftOf(this.#database, run));
  }

  async fileStates(): Promise<StateTally> {
    return this.#read(() => fileStates(this.#database));
  }

  files(filter: FileFilter): AsyncIterable<FileRow> {
    return this.#each(() => files(this.#database, filter));
  }

  async slowest(run: number, most: number): Promise<readonly FileRow[]> {
    return this.#read(() => slowest(this.#database, run, most));
  }

  async unopened(run?: number): Promise<Readonly<Record<string, number>>> {
    return this.#read(() => unopened(this.#database, run));
  }

  async pathsOf(sha256: string, most: number): Promise<readonly string[]> {
    return this.#read(() => pathsOf(this.#database, sha256, most));
  }

  async unmet(run: number, roots: readonly string[]): Promise<readonly Unmet[]> {
    return this.#read(() => unmet(this.#database, run, roots));
  }

  sameBytes(): AsyncIterable<SameBytes> {
    return this.#each(() => sameBytes(this.#database));
  }

  sameReports(): AsyncIterable<SameReport> {
    return this.#each(() => sameReports(this.#database));
  }

  async nameMetrics(metrics: readonly StoredMetric[]): Promise<void> {
    this.#write(() => this.#recorder.nameMetrics(metrics));
  }

  async nameAccounts(names: readonly StoredAccount[]): Promise<void> {
    this.#write(() => this.#recorder.nameAccounts(names));
  }

  async pathKnown(path: string): Promise<KnownPath | null> {
    return this.#read(() => pathKnown(this.#database, path));
  }

  async contentKnown(sha256: string): Promise<KnownContent | null> {
    return this.#read(() => contentKnown(this.#database, sha256));
  }

  async loadReport(sha256: string): Promise<Report | null> {
    // as it is at one moment: another process may be saving it anew
    return this.#read(() => this.#database.transaction(() => loadReport(this.#database, sha256))());
  }

  async findDocuments(words: string): Promise<readonly DocumentSummary[]> {
    return this.#read(() => findDocuments(this.#database, words));
  }

  async documents(filter: DocumentFilter): Promise<readonly DocumentSummary[]> {
    return this.#read(() => documents(this.#database, filter));
  }

  findings(filter: FindingFilter): AsyncIterable<StoredFinding> {
    return this.#each(() => findings(this.#database, filter));
  }

  async generation(): Promise<number> {
    return this.#read(() => generation(this.#database));
  }

  held(): AsyncIterable<DocumentSummary> {
    return this.#each(() => held(this.#database));
  }

  glances(): AsyncIterable<FindingGlance> {
    return this.#each(() => glances(this.#database));
  }

  search(words: string, filter: SearchFilter): AsyncIterable<SearchHit> {
    return this.#each(() => search(this.#database, words, filter));
  }

  async decide(all: readonly Decision[]): Promise<readonly ReviewEvent[]> {
    return this.#write(() => all.map((decision) => decide(this.#database, decision)));
  }

  decisions(): AsyncIterable<ReviewEvent> {
    return this.#each(() => decisions(this.#database));
  }

  async settle(): Promise<void> {
    while (this.#write(() => settle(this.#database, atOnce)));
  }

  async uncompared(): Promise<readonly Uncompared[]> {
    return this.#read(() => uncompared(this.#database));
  }

  async comparable(organisation: string): Promise<readonly Comparable[]> {
    return this.#read(() => comparable(this.#database, organisation));
  }

  async headingTitles(sha256: string): Promise<readonly string[]> {
    return this.#read(() => headingTitles(this.#database, sha256));
  }

  async saveCompared(run: number, of: Uncompared, compared: ComparedDocument): Promise<boolean> {
    return this.#write(() => saveCompared(this.#database, run, of, compared));
  }

  async endComparing(of: readonly Uncompared[]): Promise<void> {
    this.#write(() => endComparing(this.#database, of));
  }

  async countFindings(run: number): Promise<SeverityCounts> {
    return this.#read(() => countFindings(this.#database, run));
  }

  async countWorseRead(): Promise<number> {
    return this.#read(() => countWorseRead(this.#database));
  }

  /** A page that cannot even be read is one of the faults looked for. */
  async verify(): Promise<readonly string[]> {
    try {
      return this.#read(() => verify(this.#database));
    } catch (error) {
      if (error instanceof GoujiError && error.code === 'STORE_CORRUPT') return [error.message];
      throw error;
    }
  }

  async mend(): Promise<readonly DocumentSummary[]> {
    return this.#write(() => mend(this.#database));
  }

  /** What was committed goes into the database file: whoever copies or moves that file has it, though a reader may still keep the log. */
  async close(): Promise<void> {
    if (this.#database.open) this.#log?.writeBack();
    guarded(this.path, this.#patience, () => this.#database.close());
  }

  /** Row by row; one that is left early is closed, since a statement that is still read keeps the connection busy. */
  async *#each<T>(open: () => Generator<T>): AsyncIterable<T> {
    const rows = this.#read(open);
    try {
      for (;;) {
        const next = this.#read(() => rows.next());
        if (next.done) return;
        yield next.value;
      }
    } finally {
      rows.return(undefined);
    }
  }

  #read<T>(work: () => T): T {
    return guarded(this.path, this.#patience, work);
  }

  /**
   * Takes the write lock at the start: a read that turns into a write could fail at once, whatever the patience. Nothing is
   * committed to a file that the path no longer names, which would be acknowledged and yet not be there.
   */
  #write<T>(work: () => T): T {
    const inPlace = (): T => {
      const done = work();
      if (!this.#file.isInPlace()) throw new Error(`${this.path} names another file`);
      return done;
    };
    try {
      const result = this.#read(() => this.#database.transaction(inPlace).immediate());
      this.#log?.afterCommit();
      return result;
    } catch (error) {
      throw this.#file.isInPlace() ? error : this.#lost();
    }
  }

  /** What was committed goes to the file that was opened, wherever it is: its log would be taken for that of another file. */
  #lost(): GoujiError {
    const whole = this.#log?.writeBack() ?? false;
    return this.#file.lost(
      this.#read(() => countDocuments(this.#database)),
      whole,
    );
  }
}
