import type { SumRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import type { Naming } from '../../rulebook/naming.js';
import { ofTimes } from './alike/likeness.js';
import { isMet } from './alike/near-miss.js';
import { partsOfTotal } from './parts-of-total.js';

/** The only number that goes by one of the names at the time; null where none or several do. */
function only(
  statements: readonly Statement[],
  names: readonly string[],
  like: Statement | null,
  year: number,
): Statement | null {
  const found = statements.filter(
    (it) =>
      it.sort === 'level' &&
      !it.apart.has('regular') &&
      names.includes(it.name) &&
      (!like || (it.measure === like.measure && ofTimes(it, like, year) >= 0)),
  );
  const [first] = found;
  return first && found.every((it) => Math.abs(it.value - first.value) <= it.half + first.half) ? first : null;
}

/** What accounts everywhere are made of, by plain names: 资产 = 负债 + 净资产. */
export function identities(
  statements: readonly Statement[],
  { identities: forms }: Pick<Naming, 'identities'>,
  year: number,
): SumRelation[] {
  return forms.flatMap(({ whole, parts }): SumRelation[] => {
    const total = only(statements, whole, null, year);
    if (!total) return [];
    const terms = parts.map((names) => only(statements, names, total, year));
    const found = terms.filter((it) => it !== null);
    if (found.length < terms.length) return [];
    const sum = found.reduce((all, it) => all + it.value, 0);
    const slack = found.reduce((all, it) => all + it.half, 0);
    // a number that they do make is what they divide
    if (statements.some((it) => it.measure === total.measure && isMet(it, sum, slack))) return [];
    return [partsOfTotal(total, found, 'review')];
  });
}
