import { printed } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';

const isPoints = ({ figure }: Mention): boolean => /百分点/.test(figure.unitText) && printed(figure) !== null;
const isRate = (it: Mention | undefined): it is Mention =>
  it !== undefined && it.figure.kind === 'percent' && it.figure.unit === '%' && printed(it.figure) !== null;

/** 由72.3%提高到75.1%，提高2.8个百分点: points are the difference of the two rates before them. */
export function percentagePoints({ mentions }: Passage): SumRelation[] {
  return mentions.flatMap((it, at): SumRelation[] => {
    const [before, after] = [mentions[at - 2], mentions[at - 1]];
    if (!isPoints(it) || it.direction === null || !isRate(before) || !isRate(after)) return [];
    const pair = before.act === 'from' && after.act === 'to';
    if (!pair || after.sentence !== it.sentence) return [];
    const weight = it.direction === 'increase' ? 1 : -1;
    return [
      {
        kind: 'sum',
        check: 'percentage-points',
        doubt: null,
        total: after.figure,
        terms: [
          { figure: before.figure, weight: 1 },
          { figure: it.figure, weight },
        ],
        complete: true,
      },
    ];
  });
}
