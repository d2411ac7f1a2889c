import type { Track } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import type { Reading } from '../../model/reading.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { quantitiesOf } from '../quantities-of.js';
import { Describer } from './describer.js';

/** The described figures of each paragraph that has any, in reading order. */
export function describedTracks({ paragraphs, figures }: Reading, rulebook: Rulebook): Track[] {
  const describer = new Describer(rulebook);
  const byBlock = groupedBy(
    figures.filter((it) => it.table === null),
    (it) => it.block,
  );
  return paragraphs.flatMap(({ block, heading }): Track[] => {
    const { id, text } = block;
    const own = byBlock.get(id);
    if (!own) return [];
    const made = new Map(own.map((it) => [it.start, it]));
    const spots = describer.spots(text, quantitiesOf(block), (start) => made.get(start));
    return spots.length > 0 ? [{ block: id, heading, text, spots }] : [];
  });
}
