import type { Code } from '../model/catalogue.js';
import type { LedgerState } from './store.js';

/** The process that a run is done by: what tells whether it still lives. */
export interface RunProcess {
  readonly host: string;
  readonly pid: number;
  /** When it started, as the system counts; null where it does not say. Another process may have been given the same pid since. */
  readonly started: string | null;
}

/** A file that a run found, before anything was done with it. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
}

/** `interrupted`: it was killed, or its machine was, and a later run or nobody went on. */
export type RunHow = 'finished' | 'stopped' | 'interrupted';

/** An import, as the ledger has it. */
export interface RunRow {
  readonly run: number;
  readonly startedAt: string;
  /** Null while it goes on, and for one that was killed until another begins. */
  readonly endedAt: string | null;
  readonly ended: RunHow | null;
  /** When the last file was recorded; null where none was. */
  readonly lastAt: string | null;
  readonly paths: readonly string[];
  readonly rules: string;
  readonly version: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Null for a run of a gouji that did not say. */
  readonly process: RunProcess | null;
  /** How many files it found and of how many bytes, before it opened any; null as above. */
  readonly files: number | null;
  readonly bytes: number | null;
  readonly counts: StateTally;
  /** Files that it found and came to no state, and that no later run came to either. */
  readonly left: number;
  /** Bytes of the files that it recorded, and processor seconds that reading took. */
  readonly recorded: { readonly bytes: number; readonly seconds: number };
}

/** Which runs: one, those that nobody has ended, or all; at most so many. */
export interface RunFilter {
  readonly run?: number;
  readonly open?: boolean;
  readonly most?: number;
}

/** How many files are in which state; none that no file is in. */
export type StateTally = Readonly<Partial<Record<LedgerState, number>>>;

/** What a run, or the last one that met it, says of a file. */
export interface FileRow {
  readonly path: string;
  readonly state: LedgerState | 'uncompared';
  readonly code: Code | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly run: number;
  readonly at: string | null;
  readonly sha256: string | null;
  readonly title: string | null;
  readonly bytes: number | null;
  /** Of processor time. */
  readonly seconds: number | null;
}

/** Which rows of the ledger. */
export interface FileFilter {
  /** Of one run; of the last run that met each file where it is not given. */
  readonly run?: number;
  readonly states?: readonly FileRow['state'][];
  readonly code?: string;
}

/** A known path that a run did not meet. */
export interface Unmet {
  readonly path: string;
  /** Whether it was only ever passed by: nobody misses it. */
  readonly skipped: boolean;
}

/** Files of equal bytes. */
export interface SameBytes {
  readonly sha256: string;
  readonly title: string | null;
  readonly paths: readonly string[];
}

/** Different files of one report, the one that counts first. */
export interface SameReport {
  readonly title: string | null;
  readonly organisation: string | null;
  readonly year: number | null;
  readonly editions: readonly { readonly edition: number; readonly sha256: string; readonly path: string }[];
}

/** What runs find out about files before and beside reading them. */
export interface Ledger {
  /** What a run has before it: stays until each file is recorded. */
  planRun(run: number, files: readonly FoundFile[]): Promise<void>;
  /** Newest first. */
  runs(which: RunFilter): Promise<readonly RunRow[]>;
  /** Paths that a run found and did not come to, and that no later run came to; in order. */
  leftOf(run: number): Promise<readonly string[]>;
  /** States of all files by the last run that met each, files that are gone as `missing`. */
  fileStates(): Promise<StateTally>;
  /** By path; of documents that could not be held against others too, where no run is asked for. */
  files(filter: FileFilter): AsyncIterable<FileRow>;
  /** The files of a run whose reading took most processor time. */
  slowest(run: number, most: number): Promise<readonly FileRow[]>;
  /** What was not opened, by kind of file: of a run, or by the last run that met each. */
  unopened(run?: number): Promise<Readonly<Record<string, number>>>;
  /** Paths that hold a content now, at most so many. */
  pathsOf(sha256: string, most: number): Promise<readonly string[]>;
  /** Paths known under these (files, folders or archives) that are not yet gone and that a run did not meet, by path. */
  unmet(run: number, roots: readonly string[]): Promise<readonly Unmet[]>;
  sameBytes(): AsyncIterable<SameBytes>;
  sameReports(): AsyncIterable<SameReport>;
}
