import pLimit from 'p-limit';
import { noParts, Stopped, type Outcome, type Parts, type Pool } from './pool.js';
import { outcomeOf, replyTo, type Handlers } from './reply.js';
import type { AnswerOf, RequestOf, Work } from './work.js';

/**
 * Has requests answered in this process, one after the other. No process has to start for it, and no limit of time or
 * memory holds: one that hangs or takes all memory ends this process.
 */
export class OwnProcess<W extends Work<W>> implements Pool<W> {
  readonly #load: () => Promise<Handlers<W>>;
  readonly #limit = pLimit(1);
  #handlers: Promise<Handlers<W>> | null = null;
  #stopped = false;

  /** `load` is called with the first request. */
  constructor(load: () => Promise<Handlers<W>>) {
    this.#load = load;
  }

  ask<Name extends keyof W & string>(
    name: Name,
    request: RequestOf<W, Name>,
    file: string,
    parts: Parts = noParts,
  ): Promise<Outcome<AnswerOf<W, Name>>> {
    return this.#limit(async () => {
      if (this.#stopped) throw new Stopped();
      const handlers = await (this.#handlers ??= this.#load());
      const reply = await replyTo({ name, request }, handlers, (part) => parts.add(part));
      if (this.#stopped) throw new Stopped();
      // the handlers are those of the same work
      return outcomeOf(reply, file) as Outcome<AnswerOf<W, Name>>;
    });
  }

  /** What is under way comes to its end, and its answer to nothing. */
  stop(): void {
    this.#stopped = true;
  }
}
