import type { Described } from '../../model/description.js';
import type { Reading } from '../../model/reading.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { describedTracks } from './described-tracks.js';
import { timeTracks } from './times/time-tracks.js';

/** A document with what its sentences say of their figures and of its days and years: what claims are proposed from. */
export const described = (reading: Reading, rulebook: Rulebook): Described => ({
  reading,
  tracks: describedTracks(reading, rulebook),
  times: timeTracks(reading, rulebook),
});
