import { extract } from '../../src/extract/extract.js';
import type { Spot } from '../../src/model/description.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

/** The described figures of one paragraph. */
export function spotsOf(text: string): readonly Spot[] {
  const [track, ...more] = extract(documentOf([text]), defaultRulebook()).tracks;
  if (more.length > 0) throw new Error('more than one paragraph');
  return track?.spots ?? [];
}
