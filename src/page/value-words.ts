import type { FacetName } from '../model/desk.js';
import type { WordKey } from '../model/words.js';
import { say } from './language.js';

/** Facets whose values are words of ours. */
const worded: ReadonlySet<FacetName> = new Set(['status', 'severity', 'state']);

/** A value of a facet as people read it. */
export function valueWords(name: FacetName, value: string): string {
  if (value === '') return say('deskUnknown');
  return worded.has(name) ? say(value as WordKey) : value;
}
