import type { Mention, Passage, Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

interface Change {
  readonly level: Mention;
  readonly delta: Mention;
}

/** Levels with the change that the text gives them. */
function changesIn({ mentions }: Passage): Change[] {
  return mentions.flatMap((delta): Change[] => {
    const level = delta.about === null ? undefined : mentions[delta.about];
    const isChange = delta.act === 'delta' && delta.direction !== null && delta.figure.kind === 'money';
    return isChange && level ? [{ level, delta }] : [];
  });
}

const side = ({ figure, before }: Mention): string | null => {
  const sides = new Set(`${figure.label}${before}`.match(/收入|支出/g) ?? []);
  return sides.size === 1 ? ([...sides][0] ?? null) : null;
};

/** Income and spending of one amount, changed by one amount, cannot have grown and fallen. */
export function siblingDirections({ passages, paragraphs }: Reading): WordsRelation[] {
  const blocks = new Map(paragraphs.map((it) => [it.block.id as string, it.block]));
  return passages.flatMap((passage) => {
    const changes = changesIn(passage);
    const block = blocks.get(passage.block);
    if (!block) return [];
    // the first change of each side, by its two amounts
    const met = new Map<string, Map<string, Change>>();
    return changes.flatMap((own): WordsRelation[] => {
      const about = side(own.level);
      if (about === null) return [];
      const amounts = `${own.level.figure.value} ${own.delta.figure.value}`;
      const sides = met.get(amounts) ?? new Map<string, Change>();
      met.set(amounts, sides);
      const other = [...sides].find(([of]) => of !== about)?.[1];
      if (!sides.has(about)) sides.set(about, own);
      if (!other) return [];
      const words = (change: Change): ReturnType<typeof quoted> => {
        const { figure } = change.delta;
        const start = Math.max(0, figure.start - 2);
        return quoted(block, start, block.text.slice(start, figure.end), passage.heading);
      };
      const holds = own.delta.direction === other.delta.direction;
      return [wordsRelation('sibling-directions', words(own), holds, { wanted: '', against: [words(other)] })];
    });
  });
}
