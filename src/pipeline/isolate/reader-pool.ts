import { fileURLToPath } from 'node:url';
import type { Report } from '../../model/report.js';
import { ChildPool } from './child-pool.js';
import { failedReport } from './failed-report.js';
import type { Reading } from './reader-process.js';
import { defaultLimits, type Limits } from './work.js';

const script = fileURLToPath(new URL('./reader-process.js', import.meta.url));

/** Analyses files in child processes: one that harms its reader becomes a report that says so. */
export class ReaderPool {
  readonly #children: ChildPool<Reading>;

  /** `rules`: a folder of rules besides gouji's own. */
  constructor(jobs: number, limits: Limits = defaultLimits, rules?: string) {
    this.#children = new ChildPool<Reading>({ script, jobs, limits, args: rules === undefined ? [] : [rules] });
  }

  /** Rejects as `ChildPool.ask` does. */
  async read(bytes: Uint8Array, fileName: string): Promise<Report> {
    const outcome = await this.#children.ask('analyze', { bytes, fileName }, fileName);
    if ('answer' in outcome) return outcome.answer;
    return failedReport(fileName, bytes, outcome.state, outcome.problem);
  }

  stop(): void {
    this.#children.stop();
  }
}
