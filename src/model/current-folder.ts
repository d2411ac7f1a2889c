import { GoujiError } from './error.js';

/** Throws FOLDER_GONE: every name without a leading slash, and every child process, needs a current folder. */
export function assertFolder(): void {
  try {
    process.cwd();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new GoujiError('FOLDER_GONE', { reason }, { cause: error });
  }
}
