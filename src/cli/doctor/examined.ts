import type { WordKey } from '../../model/words.js';

/** One thing that the doctor looked at. */
export interface Examined {
  /** A name that never changes, for programs. */
  readonly check: string;
  readonly level: 'ok' | 'warn' | 'fail';
  readonly key: WordKey;
  readonly params: Readonly<Record<string, string | number>>;
}

export const megabyte = 1024 * 1024;
