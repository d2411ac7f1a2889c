import type { Code, Params } from '../model/catalogue.js';
import type { Format, Parsed } from '../model/document.js';
import { problem, type Problem } from '../model/problem.js';

export type EndState = Exclude<Parsed['state'], 'ok' | 'ok_partial'>;

/** Ends the reading of one file in a state that is not a document. Thrown inside parse/ only; `parse` turns it into a result. */
export class ParseFailure<C extends Code = Code> extends Error {
  readonly state: EndState;
  readonly code: C;
  readonly params: Omit<Params<C>, 'file'>;

  constructor(state: EndState, code: C, params: Omit<Params<C>, 'file'>) {
    super(code);
    this.name = 'ParseFailure';
    this.state = state;
    this.code = code;
    this.params = params;
  }

  /** What to say of `fileName`, whose name every message begins with. */
  problem(fileName: string): Problem {
    return problem(this.code, { ...this.params, file: fileName } as unknown as Params<C>);
  }

  toParsed(fileName: string, format: Format | null): Parsed {
    return { state: this.state, format, problems: [this.problem(fileName)] };
  }
}

/** A bound that was passed: its own state, never `ok`. */
export const limitExceeded = (limit: string, met: string | number): ParseFailure =>
  new ParseFailure('limit_exceeded', 'LIMIT_EXCEEDED', { limit, met });

export const damaged = (reason: string): ParseFailure => new ParseFailure('failed', 'FILE_DAMAGED', { reason });

export const unsupported = (type: string): ParseFailure =>
  new ParseFailure('unsupported', 'TYPE_UNSUPPORTED', { type });

export const encrypted = (): ParseFailure => new ParseFailure('encrypted', 'FILE_ENCRYPTED', {});
