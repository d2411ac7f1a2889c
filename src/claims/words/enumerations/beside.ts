import type { ItemsRelation } from '../../../model/relation.js';
import type { Count } from './lexicon.js';
import type { Paragraph } from './paragraph.js';

/** A count with the names that it counts, wherever in its paragraph they stand. */
export interface Beside extends Pick<ItemsRelation, 'items' | 'possible' | 'partial' | 'list'> {
  readonly paragraph: Paragraph;
  readonly stated: Count;
}
