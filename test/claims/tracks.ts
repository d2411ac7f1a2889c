import { describedTracks } from '../../src/extract/describe/described-tracks.js';
import { extract } from '../../src/extract/extract.js';
import type { Spot, Track } from '../../src/model/description.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

/** The described figures of a text. */
export function tracksOf(text: string): readonly Track[] {
  const rulebook = defaultRulebook();
  return describedTracks(extract(documentOf([text]), rulebook), rulebook);
}

/** The described figures of one paragraph. */
export function spotsOf(text: string): readonly Spot[] {
  const [track, ...more] = tracksOf(text);
  if (more.length > 0) throw new Error('more than one paragraph');
  return track?.spots ?? [];
}
