import pLimit from 'p-limit';
import { GoujiError } from '../../model/error.js';
import { problem } from '../../model/problem.js';
import { Child, type Ended } from './child.js';
import { noParts, Stopped, type Outcome, type Parts, type Pool } from './pool.js';
import { outcomeOf } from './reply.js';
import { defaultLimits, type AnswerOf, type Limits, type RequestOf, type Work } from './work.js';

export interface PoolOptions {
  /** A module that calls `serve` with the same kind of work. */
  readonly script: string;
  /** Processes at the same time; they start when there is something to do. */
  readonly jobs: number;
  readonly limits?: Limits;
  /** For the script: see `ownArguments`. */
  readonly args?: readonly string[];
}

/**
 * Has requests answered in child processes, so that a crash, a hang or a bomb costs that request and nothing else. One whose
 * process dies is tried once more, since it may have been killed from outside. Requests begin in the order in which they came.
 */
export class ChildPool<W extends Work<W>> implements Pool<W> {
  readonly #limits: Limits;
  readonly #start: () => Child;
  readonly #all: Child[] = [];
  readonly #idle: Child[] = [];
  readonly #limit: ReturnType<typeof pLimit>;
  #stopped = false;

  constructor({ script, jobs, limits = defaultLimits, args = [] }: PoolOptions) {
    this.#limits = limits;
    this.#start = () => {
      const child = new Child(limits, script, args);
      this.#all.push(child);
      return child;
    };
    this.#limit = pLimit(jobs);
  }

  ask<Name extends keyof W & string>(
    name: Name,
    request: RequestOf<W, Name>,
    file: string,
    parts: Parts = noParts,
  ): Promise<Outcome<AnswerOf<W, Name>>> {
    return this.#limit(async () => {
      if (this.#stopped) throw new Stopped();
      const child = this.#idle.pop() ?? this.#start();
      const attempt = (): Promise<Ended> => child.ask({ name, request }, (part) => parts.add(part));
      try {
        let ended = await attempt();
        if (ended.end === 'died' && !this.#stopped) {
          parts.clear();
          ended = await attempt();
        }
        // the child's `serve` is typed by the same work
        return this.#outcome(ended, file) as Outcome<AnswerOf<W, Name>>;
      } finally {
        this.#idle.push(child);
      }
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const child of this.#all) child.stop();
  }

  #outcome(ended: Ended, file: string): Outcome<unknown> {
    if (ended.end === 'replied') return outcomeOf(ended.reply, file);
    if (ended.end === 'stopped' || this.#stopped) throw new Stopped();
    const { seconds, megabytes } = this.#limits;
    switch (ended.end) {
      case 'unfit':
        throw new GoujiError('INTERNAL', { reason: ended.reason, file });
      case 'refused':
        throw new GoujiError('SYSTEM_REFUSED', { reason: ended.reason });
      case 'time':
        return { state: 'limit_exceeded', problem: problem('TIME_EXCEEDED', { file, seconds }) };
      case 'memory':
        return { state: 'limit_exceeded', problem: problem('MEMORY_EXCEEDED', { file, megabytes }) };
      case 'died':
        return { state: 'failed', problem: problem('READER_DIED', { file, reason: ended.reason }) };
    }
  }
}
