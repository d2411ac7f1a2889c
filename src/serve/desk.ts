import type { Rulebook } from '../rulebook/rulebook.js';
import type { Store } from '../store/store.js';
import type { Overview } from './overview.js';

/** What the routes work with. */
export interface Desk {
  /** Opened for reading. */
  readonly store: Store;
  /** Opens it for writing, for one decision; who opens it closes it. */
  readonly openForWriting: () => Store;
  readonly overview: Overview;
  readonly rulebook: Rulebook;
  /** The name that decisions bear unless the page gives another. */
  readonly by: string;
  readonly language: 'zh' | 'en';
  /** Aborted when the desk is closed. */
  readonly signal: AbortSignal;
}
