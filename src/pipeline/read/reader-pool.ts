import { deserialize } from 'node:v8';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { headOf } from '../../store/pack-report.js';
import type { PackedReport } from '../../store/store.js';
import { usualMostPages } from '../../parse/pdf/page-limit.js';
import { ChildPool } from '../isolate/child-pool.js';
import type { Limits } from '../isolate/work.js';
import { failedReport } from './failed-report.js';
import {
  hashMembers,
  readPacked,
  type Analyze,
  type Hashed,
  type Members,
  type NoReport,
  type Shown,
  type ToRead,
} from './read.js';
import type { Reading } from './reader-process.js';
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
}

/** Reads files for the store. */
export interface Reader {
  pack(file: KnownToRead): Promise<Packed>;
  /** In order of the members; one state for all where the archive harmed its reader. */
  hash(members: Members, file: string): Promise<readonly Hashed[] | Extract<NoReport, { state: unknown }>>;
}

/**
 * Reads files in child processes: one that harms its reader is told as that. All that grows with a file stays in the child;
 * what it sends is kept within a bound until it is asked for. Rejects as `ChildPool.ask` does.
 */
export class ReaderPool implements Reader {
  readonly #children: ChildPool<Reading>;
  readonly #spool = new Spool();

  constructor({ jobs, limits, mostPages = usualMostPages, rules }: ReadingOptions) {
    const args = [String(mostPages), ...(rules === undefined ? [] : [rules])];
    this.#children = new ChildPool<Reading>({ script, jobs, limits, args });
  }

  async pack(file: KnownToRead): Promise<Packed> {
    const parts = this.#spool.open();
    const outcome = await this.#children.ask('pack', file, file.file, parts);
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
    const outcome = await this.#children.ask('whole', file, file.file, parts);
    if (!('answer' in outcome)) {
      parts.clear();
      return outcome;
    }
    if (!('done' in outcome.answer)) return outcome.answer;
    return { report: () => deserialize(Buffer.concat([...parts])) as Report };
  }

  async html(file: ToRead): Promise<Shown> {
    const outcome = await this.#children.ask('html', file, file.file);
    return 'answer' in outcome ? outcome.answer : outcome;
  }

  async hash(members: Members, file: string): Promise<readonly Hashed[] | Extract<NoReport, { state: unknown }>> {
    const outcome = await this.#children.ask('hash', members, file);
    return 'answer' in outcome ? outcome.answer : outcome;
  }

  /** Of a file that harmed its reader; null where it cannot even be unpacked. */
  async hashOf({ path, follow, within, file }: ToRead): Promise<string | null> {
    const hashed = await this.hash({ archive: { path, follow }, members: [{ file, within }] }, file);
    const [only] = 'problem' in hashed ? [] : hashed;
    return only && 'sha256' in only ? only.sha256 : null;
  }

  stop(): void {
    this.#children.stop();
    this.#spool.close();
  }
}

/** Reads files in this process. */
export class LocalReader implements Reader {
  readonly #analyze: Analyze;
  readonly #rulebook: Rulebook;

  constructor(analyze: Analyze, rulebook: Rulebook) {
    this.#analyze = analyze;
    this.#rulebook = rulebook;
  }

  async pack(file: KnownToRead): Promise<Packed> {
    const parts: Uint8Array[] = [];
    const done = await readPacked(file, this.#analyze, this.#rulebook, (part) => parts.push(part));
    return 'head' in done ? { report: { head: done.head, parts }, seconds: done.seconds } : done;
  }

  hash(members: Members): Promise<readonly Hashed[]> {
    return hashMembers(members);
  }
}
