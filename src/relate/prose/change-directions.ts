import type { Passage } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';

/** A rate that says nothing but how far something went up or down. */
const bare = /^(?:增长|增加|增幅|上升|提高|下降|减少|降低|降幅|压减|缩减)(?:了|约|为|达)*$/;
/** 减亏、亏损减少: less of what is bad may be called growth. */
const reversed = /亏/;

/** 减少191.62万元，增长7.09%: a change and its rate, one behind the other, go the same way. */
export function changeDirectionsIn({ mentions }: Passage): WordsRelation[] {
  return mentions.flatMap((rate, at): WordsRelation[] => {
    const delta = mentions[at - 1];
    if (rate.act !== 'growth' || rate.direction === null || delta?.act !== 'delta' || delta.direction === null)
      return [];
    if (!bare.test(rate.before) || !/^[，,、]?\s*\p{sc=Han}+$/u.test(rate.lead.trim())) return [];
    if (delta.sentence !== rate.sentence || delta.depth !== rate.depth || delta.group !== null || rate.group !== null)
      return [];
    if (delta.figure.kind === 'percent' || reversed.test(delta.before)) return [];
    const holds = delta.direction === rate.direction;
    return [
      {
        kind: 'words',
        check: 'change-directions',
        doubt: null,
        words: rate.figure,
        holds,
        wanted: delta.direction === 'increase' ? '增长' : '下降',
        against: [delta.figure],
      },
    ];
  });
}
