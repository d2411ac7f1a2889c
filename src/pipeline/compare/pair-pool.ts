import { fileURLToPath } from 'node:url';
import { problem, type Problem } from '../../model/problem.js';
import { ChildPool } from '../isolate/child-pool.js';
import type { Limits } from '../isolate/work.js';
import type { Pairs } from './compare-process.js';
import type { Compared } from './compare.js';
import type { StoredPair } from './pair.js';

const script = fileURLToPath(new URL('./compare-process.js', import.meta.url));

/** Where the children find the documents and the rules, how many there are and how much a pair may cost. */
export interface PairPoolOptions {
  /** Of the database. */
  readonly path: string;
  readonly jobs: number;
  readonly limits: Limits;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** In place of gouji's own. */
  readonly script?: string;
}

/** Holds stored documents against each other in child processes, which load them: a pair that harms its child costs that pair. */
export class PairPool {
  readonly #children: ChildPool<Pairs>;

  constructor({ path, jobs, limits, rules, script: own = script }: PairPoolOptions) {
    const args = rules === undefined ? [path] : [path, rules];
    this.#children = new ChildPool<Pairs>({ script: own, jobs, limits, args });
  }

  /** Rejects as `ChildPool.ask` does. */
  async compare(pair: StoredPair): Promise<Compared | Problem> {
    const { first, second } = pair;
    const named = (it: StoredPair['first']): StoredPair['first'] => ({ sha256: it.sha256, file: it.file });
    const asked = { kind: pair.kind, first: named(first), second: named(second) };
    const outcome = await this.#children.ask('compare', asked, first.file);
    if ('answer' in outcome && outcome.answer) return outcome.answer;
    const reason = 'answer' in outcome ? 'gone' : reasonOf(outcome.problem);
    return problem('COMPARISON_FAILED', { file: first.file, other: second.file, reason });
  }

  stop(): void {
    this.#children.stop();
  }
}

/** A key of the words of COMPARISON_FAILED, or what the child said. */
const reasonOf = ({ code, params }: Problem): string => String(params['reason'] ?? code);
