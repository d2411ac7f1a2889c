import type { Track } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import type { Reading } from '../../model/reading.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { FigureMaker } from '../figure.js';
import { quantitiesOf } from '../quantities-of.js';
import { Describer } from './describer.js';

/** What is known of a length of time: no more than what stands there. */
const unlabelled = { label: '', role: null, fact: null, unitFrom: 'number', table: null } as const;

/**
 * The described figures of each paragraph that has any, in reading order. A length of time (7.4天, 八个月) is a figure only here, where
 * others may be reckoned with it.
 */
export function describedTracks({ paragraphs, figures }: Reading, rulebook: Rulebook): Track[] {
  const describer = new Describer(rulebook);
  const byBlock = groupedBy(
    figures.filter((it) => it.table === null),
    (it) => it.block,
  );
  const lengths = new FigureMaker('d');
  return paragraphs.flatMap(({ block, heading }): Track[] => {
    const { id, text } = block;
    const made = new Map((byBlock.get(id) ?? []).map((it) => [it.start, it]));
    for (const it of quantitiesOf(block))
      if (it.kind === 'duration' && !made.has(it.start))
        made.set(it.start, lengths.make(block, it, { ...unlabelled, heading }));
    if (made.size === 0) return [];
    const spots = describer.spots(text, quantitiesOf(block), (start) => made.get(start));
    return spots.length > 0 ? [{ block: id, heading, text, spots }] : [];
  });
}
