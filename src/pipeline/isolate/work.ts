import type { Code, Params } from '../../model/catalogue.js';

/**
 * What a child can be asked to do, as an interface of functions from request to answer; requests and answers cross to
 * another process, so they are data that can be cloned.
 */
export type Work<W> = { readonly [Name in keyof W]: (request: never) => unknown };
export type RequestOf<W extends Work<W>, Name extends keyof W> = Parameters<W[Name]>[0];
export type AnswerOf<W extends Work<W>, Name extends keyof W> = Awaited<ReturnType<W[Name]>>;

/** How much one request may cost. */
export interface Limits {
  /** Of processor time. */
  readonly seconds: number;
  /** Of the whole process, what lies outside JavaScript's heap too. */
  readonly megabytes: number;
}
export const defaultLimits: Limits = { seconds: 60, megabytes: 640 };

/** What the parent sends. */
export interface Asked {
  readonly name: string;
  readonly request: unknown;
}

/** An answer, a fault that concerns every request (a rule that does not load), or what should never be thrown. */
export type Reply =
  | { readonly answer: unknown }
  | { readonly fault: { readonly code: Code; readonly params: Params<Code> } }
  | { readonly defect: string };

/**
 * What a child says: once that all it needs is loaded, then for each request any number of parts and at last a reply; `full` where
 * what it holds leaves too little of its memory for another request.
 */
export type Said =
  { readonly ready: true } | { readonly part: Uint8Array } | { readonly reply: Reply; readonly full: boolean };

/** What a child writes to stderr right before it ends itself for taking too much. */
export const marks = { memory: 'gouji: over the memory limit', time: 'gouji: over the time limit' } as const;
