import type { Track } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import type { Reading } from '../../model/reading.js';
import { recognizeQuantities } from '../../recognize/recognize.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { Describer } from './describer.js';

/** The described figures of each paragraph that has any, in reading order. */
export function describedTracks({ paragraphs, figures }: Reading, rulebook: Rulebook): Track[] {
  const describer = new Describer(rulebook);
  const byBlock = groupedBy(
    figures.filter((it) => it.table === null),
    (it) => it.block,
  );
  return paragraphs.flatMap(({ block: { id, text }, heading }): Track[] => {
    const own = byBlock.get(id);
    if (!own) return [];
    const made = new Map(own.map((it) => [it.start, it]));
    const spots = describer.spots(text, recognizeQuantities(text), (start) => made.get(start));
    return spots.length > 0 ? [{ block: id, heading, text, spots }] : [];
  });
}
