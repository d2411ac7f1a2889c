import { fileURLToPath } from 'node:url';
import { problem, type Problem } from '../../model/problem.js';
import type { Report } from '../../model/report.js';
import type { Store } from '../../store/store.js';
import { ChildPool } from '../isolate/child-pool.js';
import { OwnProcess } from '../isolate/own-process.js';
import type { Pool } from '../isolate/pool.js';
import type { Limits } from '../isolate/work.js';
import type { Compared } from './compare.js';
import type { Comparisons } from './comparisons.js';
import type { StoredPair } from './pair.js';

const script = fileURLToPath(new URL('./compare-process.js', import.meta.url));

export interface ComparePoolOptions {
  /** Holds the documents; for reports that are given, none is needed. */
  readonly store?: Pick<Store, 'path' | 'loadReport'>;
  /** Processes at the same time. */
  readonly jobs: number;
  /** What a pair may cost. */
  readonly limits: Limits;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** False: in this process, where no limit holds. */
  readonly isolated?: boolean | undefined;
  /** In place of gouji's own. */
  readonly script?: string;
}

type Named = StoredPair['first'];
const noStore = { path: '', loadReport: async () => null };

/** Holds documents against each other in child processes: a pair that harms its child costs that pair. */
export class ComparePool {
  readonly #pool: Pool<Comparisons>;

  constructor({ store = noStore, jobs, limits, rules, isolated = true, script: own = script }: ComparePoolOptions) {
    const args = rules === undefined ? [store.path] : [store.path, rules];
    this.#pool = isolated
      ? new ChildPool<Comparisons>({ script: own, jobs, limits, args })
      : new OwnProcess<Comparisons>(async () => (await import('./comparisons.js')).comparisons(() => store, rules));
  }

  /** Of the store, which the child opens too. Says why where they cannot be compared. Rejects as `ChildPool.ask` does. */
  async compareStored({ kind, first, second }: StoredPair): Promise<Compared | Problem> {
    const named = ({ sha256, file }: Named): Named => ({ sha256, file });
    const pair: StoredPair = { kind, first: named(first), second: named(second) };
    const outcome = await this.#pool.ask('stored', pair, first.file);
    if (!('answer' in outcome)) return failed(pair.first, pair.second, reasonOf(outcome.problem));
    const { answer } = outcome;
    return 'reason' in answer ? failed(first, second, answer.reason) : answer;
  }

  /** In every way in which one says something of the other; as `Comparer.compare`. Rejects as `ChildPool.ask` does. */
  async compare(a: Report, b: Report): Promise<readonly Compared[] | Problem> {
    const outcome = await this.#pool.ask('given', [a, b], a.file);
    return 'answer' in outcome ? outcome.answer : failed(a, b, reasonOf(outcome.problem));
  }

  stop(): void {
    this.#pool.stop();
  }
}

const failed = (first: Named, second: Named, reason: string): Problem =>
  problem('COMPARISON_FAILED', { file: first.file, other: second.file, reason });

/** A key of the words of COMPARISON_FAILED, or what the child said. */
const reasonOf = ({ code, params }: Problem): string => String(params['reason'] ?? code);
