import type { Problem } from '../../model/problem.js';
import type { AnswerOf, RequestOf, Work } from './work.js';

/** The pool was stopped before the request was answered. */
export class Stopped extends Error {}

/** What came of a request: its answer, or what whoever answers ran into, said of the file that the request was about. */
export type Outcome<Answer> =
  { readonly answer: Answer } | { readonly state: 'failed' | 'limit_exceeded'; readonly problem: Problem };

/** Takes the pieces that are sent before an answer. */
export interface Parts {
  add(part: Uint8Array): void;
  /** Whoever sent them died, and another begins anew. */
  clear(): void;
}
export const noParts: Parts = { add: () => {}, clear: () => {} };

/** Has requests of one kind of work answered, somewhere. */
export interface Pool<W extends Work<W>> {
  /**
   * `file` is what messages call the thing that the request is about. Rejects only with Stopped and with faults that concern
   * every request: no process can run here, a rule does not load.
   */
  ask<Name extends keyof W & string>(
    name: Name,
    request: RequestOf<W, Name>,
    file: string,
    parts?: Parts,
  ): Promise<Outcome<AnswerOf<W, Name>>>;
  /** Ends what is under way, and answers no more. */
  stop(): void;
}
