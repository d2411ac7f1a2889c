import type { Code, Params } from '../../model/catalogue.js';
import type { Report } from '../../model/report.js';

/** What the parent sends to a reader process: one file. */
export interface Request {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** What it says first, when everything that reading needs is loaded. */
export interface Ready {
  readonly ready: true;
}

/** What it answers: a report, a fault that concerns every file (a rule that does not load), or what should never be thrown. */
export type Answer =
  | { readonly report: Report }
  | { readonly fault: { readonly code: Code; readonly params: Params<Code> } }
  | { readonly defect: string };
export interface Reply {
  readonly answer: Answer;
  readonly residentBytes: number;
}

/** How much one file may cost. */
export interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}
export const defaultLimits: Limits = { seconds: 60, megabytes: 640 };

/** What a reader process writes to stderr right before it ends itself for taking too much memory. */
export const memoryMark = 'gouji: over the memory limit';
