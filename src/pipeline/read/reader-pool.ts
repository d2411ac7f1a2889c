import { deserialize } from 'node:v8';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../model/report.js';
import { headOf } from '../../store/pack-report.js';
import type { PackedReport } from '../../store/store.js';
import { usualMostPages } from '../../parse/pdf/page-limit.js';
import { ChildPool } from '../isolate/child-pool.js';
import { OwnProcess } from '../isolate/own-process.js';
import type { Pool } from '../isolate/pool.js';
import type { Limits } from '../isolate/work.js';
import { failedReport } from './failed-report.js';
import type { Analyze, Hashed, Members, NoReport, Shown, ToRead } from './read.js';
import type { Reading } from './reading.js';
import { Spool } from './spool.js';

const script = fileURLToPath(new URL('./reader-process.js', import.meta.url));

/** A content whose hash is known. */
export type KnownToRead = ToRead & { readonly sha256: string };
/** `seconds`: processor time that it took; undefined where its reader died of it. */
export type Packed = { readonly report: PackedReport; readonly seconds?: number | undefined } | NoReport;
export type Whole = { readonly report: () => Report } | NoReport;

export interface ReadingOptions {
  readonly jobs: number;
  readonly limits: Limits;
  /** Of a PDF, beyond which it is not read. */
  readonly mostPages?: number | undefined;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** False: in this process, where no limit holds. */
  readonly isolated?: boolean | undefined;
  /** In place of gouji's own, in this process. */
  readonly analyze?: Analyze | undefined;
}

/** Reads files for the store. */
export interface Reader {
  pack(file: KnownToRead): Promise<Packed>;
  /** In order of the members; one state for all where the archive harmed its reader. */
  hash(members: Members, file: string): Promise<readonly Hashed[] | Extract<NoReport, { state: unknown }>>;
}

/**
 * Reads files in child processes, unless told otherwise: one that harms its reader is told as that. All that grows with a file stays
 * in the child; what it sends is kept within a bound until it is asked for. Rejects as `Pool.ask` does.
 */
export class ReaderPool implements Reader {
  readonly #pool: Pool<Reading>;
  readonly #spool = new Spool();

  constructor(options: ReadingOptions) {
    const { jobs, limits, mostPages = usualMostPages, rules, analyze } = options;
    const isolated = options.isolated !== false && analyze === undefined;
    const args = [String(mostPages), ...(rules === undefined ? [] : [rules])];
    this.#pool = isolated
      ? new ChildPool<Reading>({ script, jobs, limits, args })
      : new OwnProcess<Reading>(async () => (await import('./reading.js')).reading({ mostPages, rules, analyze }));
  }

  async pack(file: KnownToRead): Promise<Packed> {
    const parts = this.#spool.open();
    const outcome = await this.#pool.ask('pack', file, file.file, parts);
    const answer =
      'answer' in outcome
        ? outcome.answer
        : { head: headOf(failedReport(file.file, file.sha256, outcome.state, outcome.problem)), seconds: undefined };
    if (!('head' in answer)) return answer;
    const { head, seconds } = answer;
    if (!head.state.startsWith('ok')) parts.clear();
    return { report: { head, parts }, seconds };
  }

  /** The whole report, which comes into memory when it is asked for, once. */
  async whole(file: ToRead): Promise<Whole> {
    const parts = this.#spool.open();
    const outcome = await this.#pool.ask('whole', file, file.file, parts);
    if (!('answer' in outcome)) {
      parts.clear();
      return outcome;
    }
    if (!('done' in outcome.answer)) return outcome.answer;
    return { report: () => deserialize(Buffer.concat([...parts])) as Report };
  }

  async html(file: ToRead): Promise<Shown> {
    const outcome = await this.#pool.ask('html', file, file.file);
    return 'answer' in outcome ? outcome.answer : outcome;
  }

  async hash(members: Members, file: string): Promise<readonly Hashed[] | Extract<NoReport, { state: unknown }>> {
    const outcome = await this.#pool.ask('hash', members, file);
    return 'answer' in outcome ? outcome.answer : outcome;
  }

  /** Of a file that harmed its reader; null where it cannot even be unpacked. */
  async hashOf({ path, follow, within, file }: ToRead): Promise<string | null> {
    const hashed = await this.hash({ archive: { path, follow }, members: [{ file, within }] }, file);
    const [only] = 'problem' in hashed ? [] : hashed;
    return only && 'sha256' in only ? only.sha256 : null;
  }

  stop(): void {
    this.#pool.stop();
    this.#spool.close();
  }
}
