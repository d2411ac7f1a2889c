import type { AtMostRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import { around } from './alike/around.js';
import { ofTimes } from './alike/likeness.js';

/** Figures either way among which an operand is looked for. */
const mostAround = 300;
/** Pairs of characters of a whole's name that its own words must have. */
const leastShared = 3;
/** Pairs that the name of the whole may have besides. */
const mostBesides = 3;

/** A part that its sentence says is of a whole (接受的捐赠中，定向捐赠X), and that whole where it is told elsewhere. */
export function subsets(statements: readonly Statement[], year: number): AtMostRelation[] {
  const levels = statements.filter(({ sort, isBorrowed }) => sort === 'level' && !isBorrowed);
  return statements.flatMap((part): AtMostRelation[] => {
    const { of } = part;
    if (!of || part.sort !== 'level' || part.cell) return [];
    const wholes = around(levels, part.at, mostAround).filter((it) => {
      if (it === part || it.measure !== part.measure || it.sentence === part.sentence) return false;
      let shared = 0;
      for (const term of of) if (it.terms.has(term)) shared++;
      return (
        shared >= leastShared &&
        shared === of.size &&
        it.terms.size - shared <= mostBesides &&
        ofTimes(part, it, year) >= 0
      );
    });
    const [first] = wholes;
    if (!first || wholes.some((it) => it.value >= part.value)) return [];
    return [
      {
        kind: 'at-most',
        check: 'subset-not-larger',
        doubt: null,
        lesser: part.figure,
        greater: first.figure,
        most: 'review',
      },
    ];
  });
}
