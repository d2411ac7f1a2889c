import { groupedBy } from '../../../model/grouped.js';
import type { EqualRelation } from '../../../model/relation.js';
import type { Statement } from '../../../model/statement.js';
import type { Naming } from '../../../rulebook/naming.js';
import type { Known } from '../alike/known.js';
import { printAlike } from '../alike/slip-apart.js';
import { bareDigitsOf, significant } from '../alike/slip-between.js';

/** Characters of a name from which it stands for one row or column and no other. */
const leastOfName = 4;
/** Digits of which two numbers of one name agree by no chance. */
const telling = 3;

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((it) => b.has(it));

const digits = (it: Statement): number => significant(bareDigitsOf(it)?.text ?? '').length;

/**
 * Figures of text that a table gives under the very same name for another year, while it gives another number for theirs: last
 * year's figure was left standing. `year`: that of the document.
 */
export function ofOtherTime(
  statements: readonly Statement[],
  { stages }: Pick<Naming, 'stages'>,
  year: number,
  known: Known,
): EqualRelation[] {
  const plain = new RegExp(`^(?:${stages.join('|')})*$`);
  /** What a cell is called where its row or column says no more than which stage it is. */
  const nameOf = ({ cell }: Statement): string | null => {
    const [row, column] = [cell?.rowName ?? '', cell?.columnName ?? ''];
    return plain.test(column) ? row : plain.test(row) ? column : null;
  };
  const cells = statements.filter(({ cell, sort }) => cell !== null && sort === 'level');
  const byName = groupedBy(cells, (it) => `${nameOf(it) ?? ''} ${it.measure}`);
  const yearOf = ({ when }: Statement): number => when.year ?? year;
  return statements.flatMap((it): EqualRelation[] => {
    if (it.cell || it.sort !== 'level' || it.isBorrowed || it.name.length < leastOfName || it.words.has('plan'))
      return [];
    if (known.isConfirmed(it.figure) || digits(it) < telling) return [];
    const found = (byName.get(`${it.name} ${it.measure}`) ?? []).filter(
      ({ apart, when }) => sameSet(apart, it.apart) && when.span === it.when.span,
    );
    const own = found.filter((cell) => yearOf(cell) === yearOf(it));
    const other = found.filter((cell) => yearOf(cell) !== yearOf(it) && printAlike(cell, it));
    const [right] = own;
    if (!right || other.length === 0 || own.some((cell) => !printAlike(cell, right) || printAlike(cell, it))) return [];
    if (other.some(({ cell }) => cell?.table !== right.cell?.table)) return [];
    return [
      {
        kind: 'equal',
        check: 'text-against-table',
        doubt: null,
        left: it.figure,
        right: right.figure,
        most: 'warning',
      },
    ];
  });
}
