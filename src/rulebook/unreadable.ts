import { GoujiError } from '../model/error.js';

/** A file or folder of rules that the system does not let us read, as RULE_INVALID. */
export function unreadable(file: string, error: unknown): GoujiError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new GoujiError('RULE_INVALID', { file, line: 1, issue: `cannot be read (${reason})` }, { cause: error });
}
