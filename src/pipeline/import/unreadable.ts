import { problem, type Problem } from '../../model/problem.js';

/** Why something could not be read, in a few words: the system's code where it gave one. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  return String(error);
}

/** What to say of a path that cannot be read for a reason. */
export function unreadable(path: string, reason: string): Problem {
  const missing = reason === 'ENOENT' || reason === 'ENOTDIR';
  return missing ? problem('FILE_NOT_FOUND', { path }) : problem('FILE_UNREADABLE', { path, reason });
}
