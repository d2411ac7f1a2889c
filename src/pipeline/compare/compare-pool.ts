import { fileURLToPath } from 'node:url';
import { problem, type Problem } from '../../model/problem.js';
import type { Report } from '../../model/report.js';
import { ChildPool } from '../isolate/child-pool.js';
import type { Limits } from '../isolate/work.js';
import type { Comparisons } from './compare-process.js';
import type { Compared } from './compare.js';
import type { StoredPair } from './pair.js';

const script = fileURLToPath(new URL('./compare-process.js', import.meta.url));

export interface ComparePoolOptions {
  /** Of the database that holds the documents; for reports that are given, none is needed. */
  readonly path?: string;
  /** Processes at the same time. */
  readonly jobs: number;
  /** What a pair may cost. */
  readonly limits: Limits;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** In place of gouji's own. */
  readonly script?: string;
}

type Named = StoredPair['first'];

/** Holds documents against each other in child processes: a pair that harms its child costs that pair. */
export class ComparePool {
  readonly #children: ChildPool<Comparisons>;

  constructor({ path = '', jobs, limits, rules, script: own = script }: ComparePoolOptions) {
    const args = rules === undefined ? [path] : [path, rules];
    this.#children = new ChildPool<Comparisons>({ script: own, jobs, limits, args });
  }

  /** Of the database; the child loads them. Says why where they cannot be compared. Rejects as `ChildPool.ask` does. */
  async compareStored({ kind, first, second }: StoredPair): Promise<Compared | Problem> {
    const named = ({ sha256, file }: Named): Named => ({ sha256, file });
    const pair: StoredPair = { kind, first: named(first), second: named(second) };
    const outcome = await this.#children.ask('stored', pair, first.file);
    if (!('answer' in outcome)) return failed(pair.first, pair.second, reasonOf(outcome.problem));
    const { answer } = outcome;
    return 'reason' in answer ? failed(first, second, answer.reason) : answer;
  }

  /** In every way in which one says something of the other; as `Comparer.compare`. Rejects as `ChildPool.ask` does. */
  async compare(a: Report, b: Report): Promise<readonly Compared[] | Problem> {
    const outcome = await this.#children.ask('given', [a, b], a.file);
    return 'answer' in outcome ? outcome.answer : failed(a, b, reasonOf(outcome.problem));
  }

  stop(): void {
    this.#children.stop();
  }
}

const failed = (first: Named, second: Named, reason: string): Problem =>
  problem('COMPARISON_FAILED', { file: first.file, other: second.file, reason });

/** A key of the words of COMPARISON_FAILED, or what the child said. */
const reasonOf = ({ code, params }: Problem): string => String(params['reason'] ?? code);
