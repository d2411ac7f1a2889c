import type { Reading } from '../../../model/reading.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import { groupedBy } from '../../../model/grouped.js';
import { printed } from '../../../model/printed.js';

/** A number of fewer digits is met by chance. */
const fewestDigits = 3;
/** A shorter name is of many things. */
const shortestName = 4;
/** A name that is met so often is of many things too. */
const mostNamed = 4;

const digits = ({ number }: Figure): string => (number ?? '').replace(/\D/g, '').replace(/^0+|0+$/g, '');

/** 项目总投资2.35亿元 and later 项目总投资2,350万元: one name, the same digits, another size. */
export function sameDigits({ figures }: Reading): WordsRelation[] {
  const named = figures.filter(
    (it) =>
      it.table === null &&
      it.kind === 'money' &&
      it.label.length >= shortestName &&
      digits(it).length >= fewestDigits &&
      printed(it),
  );
  return [...groupedBy(named, (it) => it.label).values()].flatMap((all): WordsRelation[] => {
    const [first] = all;
    if (!first || all.length > mostNamed) return [];
    const other = all.find((it) => digits(it) === digits(first) && it.value !== first.value);
    // a figure between with digits of its own shows that the name is of more things
    if (!other || all.some((it) => digits(it) !== digits(first)) || other.unitText === first.unitText) return [];
    return [
      {
        kind: 'words',
        check: 'unit-slip',
        doubt: null,
        words: other,
        holds: false,
        wanted: first.text,
        against: [first],
      },
    ];
  });
}
