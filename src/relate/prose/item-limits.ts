import { boundOf, sameMeasure } from '../../model/printed.js';
import type { Passage } from '../../model/reading.js';
import type { AtMostRelation, SumRelation } from '../../model/relation.js';

/** 单项支出均不超过五十万元: a bound on each item of a list that stands elsewhere. */
const eachAtMost =
  /(?:单项|单笔|每项|每笔|各项|单个项目)(\p{sc=Han}{2,6}?)(?:均|都|原则上)*(?:不超过|不得超过|不高于|不得高于)$/u;

/** Bounds on every item against the one list of such items; nothing is said where several lists could be meant. */
export function itemLimitsIn(passages: readonly Passage[], sums: readonly SumRelation[]): AtMostRelation[] {
  return passages.flatMap(({ mentions }) =>
    mentions.flatMap(({ figure, before }): AtMostRelation[] => {
      const noun = eachAtMost.exec(before)?.[1];
      if (noun === undefined || figure.kind !== 'money' || !boundOf(figure)) return [];
      const lists = sums.filter(({ terms }) =>
        terms.every((term) => sameMeasure(term.figure, figure) && term.figure.label.endsWith(noun)),
      );
      const [list] = lists;
      if (!list || lists.some((it) => it.total !== list.total)) return [];
      return list.terms.map(
        (term): AtMostRelation => ({
          kind: 'at-most',
          check: 'item-limit',
          doubt: null,
          lesser: term.figure,
          greater: figure,
        }),
      );
    }),
  );
}
