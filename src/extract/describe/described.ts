import type { Described } from '../../model/description.js';
import type { Reading } from '../../model/reading.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { describedTracks } from './described-tracks.js';
import { statementsOf, yearOf } from './statements.js';
import { timeTracks } from './times/time-tracks.js';

/** A document with what its sentences say of their figures and of its days and years: what claims are proposed from. */
export function described(reading: Reading, rulebook: Rulebook): Described {
  const tracks = describedTracks(reading, rulebook);
  const year = yearOf(reading);
  const statements = statementsOf(reading, tracks, year, rulebook);
  return { reading, tracks, times: timeTracks(reading, rulebook), year, statements };
}
