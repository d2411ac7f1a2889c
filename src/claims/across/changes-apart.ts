import type { WordClass } from '../../model/description.js';
import { groupedBy } from '../../model/grouped.js';
import type { Relation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import type { Naming } from '../../rulebook/naming.js';
import { around } from './alike/around.js';
import { isMet } from './alike/near-miss.js';

/** Words by which a change is no change since the year before, or none of the printed numbers. */
const otherBases: readonly WordClass[] = ['plan', 'opening', 'average', 'yearly', 'comparable', 'limit', 'differ'];
/** Pairs of characters that the name of a figure may have and that of its base not. */
const mostBesides = 4;
const leastTerms = 2;
/** Figures either way of a change among which its base is looked for. */
const mostAround = 400;
/** Characters that the words of a change itself have: 较增加. */
const mostOwn = 3;
/** How far off, as a part of the base, a change is of another thing and no slip. */
const mostOff = 0.3;
const percent = 'percent %';
const points = 'percent pp';

const signOf = ({ words }: Statement): 1 | 0 | -1 => {
  const [up, down] = [words.has('up'), words.has('down')];
  return up === down ? 0 : up ? 1 : -1;
};

/** What a change in the same sentence changes: the figure before it, with nothing but other changes of that in between. */
function currentOf(statements: readonly Statement[], change: Statement): Statement | null {
  for (let at = change.at - 1; at >= 0; at--) {
    const it = statements[at];
    if (!it || it.paragraph !== change.paragraph || it.sentence !== change.sentence) return null;
    if (it.sort !== 'change') return it.sort === 'base' ? null : it;
  }
  return null;
}

/** The years that figures tell: their own, or that of the figure before in their sentence (去年受理1,314件，挽回损失2,965万元). */
function yearsOf(statements: readonly Statement[]): ReadonlyMap<Statement, number> {
  const years = new Map<Statement, number>();
  let sentence = -1;
  let carried: number | null = null;
  for (const it of statements) {
    if (it.sentence !== sentence) carried = null;
    sentence = it.sentence;
    const year: number | null = it.when.year ?? (it.sort === 'change' ? null : carried);
    if (year !== null) years.set(it, year);
    if (it.sort === 'level') carried = year;
  }
  return years;
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((it) => b.has(it));

/** Whether one name is the other, or what is left of it where it is told again in short. */
function isNamedLike(base: Statement, current: Statement): boolean {
  if (base.isBorrowed || base.terms.size < leastTerms || !sameSet(base.apart, current.apart)) return false;
  if (current.terms.size - base.terms.size > mostBesides) return false;
  return [...base.terms].every((it) => current.terms.has(it));
}

/** Whether a change names something besides what stands before it: 装机800万千瓦，净外送电量增长10%. */
const isOfOther = (change: Statement, current: Statement): boolean =>
  [...change.name].filter((it) => !current.name.includes(it)).length > mostOwn;

/** Whether another change of its measure stands right beside it: each is since something else (比预算下降17.5%，比决算下降4.3%). */
const isOneOfSeveral = (statements: readonly Statement[], { at, sentence, measure }: Statement): boolean =>
  [statements[at - 1], statements[at + 1]].some(
    (it) => it?.sort === 'change' && it.sentence === sentence && it.measure === measure,
  );

/** The relation of a figure, its change and its base, and whether the printed numbers fit it; null for what cannot be compared. */
function relationOf(
  change: Statement,
  current: Statement,
  base: Statement,
): { readonly relation: Relation; readonly holds: boolean } | null {
  const sign = signOf(change);
  const shared = { doubt: null, most: 'review' } as const;
  if (change.measure === percent && current.measure !== percent) {
    const computed = 100 * (current.value / base.value - 1);
    const slack = (100 * (current.half + (current.value / base.value) * base.half)) / base.value;
    if (Math.abs(sign * change.value - computed) > 100 * mostOff) return null;
    const direction = sign > 0 ? 'increase' : 'decrease';
    return {
      relation: {
        ...shared,
        kind: 'growth',
        check: 'growth-rate',
        rate: change.figure,
        direction,
        current: current.figure,
        prior: base.figure,
        delta: null,
      },
      holds: isMet(change, sign * computed, slack + change.step / 2),
    };
  }
  const isPoints = change.measure === points && current.measure === percent;
  if (!isPoints && change.measure !== current.measure) return null;
  if (Math.abs(current.value - base.value - sign * change.value) > mostOff * base.value) return null;
  return {
    relation: {
      ...shared,
      kind: 'sum',
      check: isPoints ? 'percentage-points' : 'change-amount',
      total: current.figure,
      terms: [
        { figure: base.figure, weight: 1 },
        { figure: change.figure, weight: sign > 0 ? 1 : -1 },
      ],
      complete: true,
    },
    holds: isMet(current, base.value + sign * change.value, base.half + change.half),
  };
}

/** Changes since the year before whose base is told elsewhere, under the name of what they change. `year`: that of the document. */
export function changesApart(
  statements: readonly Statement[],
  { deflated }: Pick<Naming, 'deflated'>,
  year: number,
): Relation[] {
  const years = yearsOf(statements);
  const levels = statements.filter(({ sort, cell, value }) => sort !== 'change' && cell === null && value > 0);
  const byTime = groupedBy(levels, (it) => `${it.measure} ${years.get(it) ?? year}`);
  return statements.flatMap((change): Relation[] => {
    if (change.sort !== 'change' || change.cell || signOf(change) === 0) return [];
    if (otherBases.some((it) => change.words.has(it))) return [];
    const current = currentOf(statements, change);
    if (!current || current.isBorrowed || current.value <= 0 || isOfOther(change, current)) return [];
    if (isOneOfSeveral(statements, change)) return [];
    if (deflated.some((it) => current.name.includes(it))) return [];
    const now = years.get(current) ?? year;
    if (change.when.year !== null && ![now, now - 1].includes(change.when.year)) return [];
    const bases = around(byTime.get(`${current.measure} ${now - 1}`) ?? [], change.at, mostAround).filter(
      (it) => it.sentence !== current.sentence && it.when.span === current.when.span && isNamedLike(it, current),
    );
    const [base] = bases;
    if (!base || bases.some(({ value }) => value !== base.value)) return [];
    // what goes by the name of the base more closely is what the base is of
    const closer = around(byTime.get(`${current.measure} ${now}`) ?? [], change.at, mostAround).some(
      (it) => it.value !== current.value && isNamedLike(base, it) && it.terms.size <= current.terms.size,
    );
    const found = closer ? null : relationOf(change, current, base);
    return found && !found.holds ? [found.relation] : [];
  });
}
