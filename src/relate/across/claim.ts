import type { Reading } from '../../model/reading.js';
import type { Relation } from '../../model/relation.js';
import type { ItemNames } from '../facts/item-name.js';
import type { Stated } from '../facts/stated.js';

/** One of two documents: what was read of it, the year that it is of, and its facts. */
export interface Side {
  readonly reading: Reading;
  readonly year: number;
  readonly names: ItemNames;
  readonly facts: readonly Stated[];
  /** It says that figures reported before were adjusted since, or are now counted otherwise. */
  readonly adjusted: boolean;
}

/** A relation between two documents. `asked`: part of an identity is not known, so that a difference is a question at most. */
export interface Claim {
  readonly relation: Relation;
  readonly asked: boolean;
}
