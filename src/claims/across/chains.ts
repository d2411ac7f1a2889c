import { groupedBy } from '../../model/grouped.js';
import type { WordClass } from '../../model/description.js';
import type { SumRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import { isMet, nearMiss } from './alike/near-miss.js';

/** Steps that a chain may have, and paragraphs that it may run over. */
const mostSteps = 5;
const paragraphsBefore = 2;
/** How telling a slip must be for a chain that only words hold together. */
const telling = 2.5;

const plus: readonly WordClass[] = ['up', 'inflow'];
const minus: readonly WordClass[] = ['down', 'outflow'];
/** Words of what stands at either end of a chain. */
const begins: readonly WordClass[] = ['plan', 'opening', 'prior'];
const results: readonly WordClass[] = ['to', 'closing', 'amountto', 'remain', 'current', 'plan'];

const says = ({ words }: Statement, classes: readonly WordClass[]): boolean => classes.some((it) => words.has(it));

/** 1 or -1 as its words make a step lead up or down; 0 where they say neither or both. */
function signOf(it: Statement): 1 | 0 | -1 {
  const [up, down] = [says(it, plus), says(it, minus)];
  return up === down ? 0 : up ? 1 : -1;
}

/** What is reached from a figure by steps up and down, told in paragraphs that follow each other, and is one slip off. */
export function chains(statements: readonly Statement[]): SumRelation[] {
  const held = statements.filter(({ cell, sort, value }) => !cell && sort !== 'rate' && value > 0);
  return [...groupedBy(held, ({ measure }) => measure).values()].flatMap((all) =>
    all.flatMap((result, at) => chainTo(result, all.slice(Math.max(0, at - mostSteps - 1), at)) ?? []),
  );
}

function chainTo(result: Statement, before: readonly Statement[]): SumRelation | null {
  if (result.sort !== 'level' || !says(result, results)) return null;
  const steps: { readonly it: Statement; readonly sign: 1 | -1 }[] = [];
  let found: SumRelation | null = null;
  for (let at = before.length - 1; at >= 0 && steps.length <= mostSteps; at--) {
    const it = before[at];
    if (!it || it.paragraph < result.paragraph - paragraphsBefore) break;
    if (steps.length >= 2 && says(it, begins) && it.sort !== 'change') {
      const computed = steps.reduce((sum, step) => sum + step.sign * step.it.value, it.value);
      const slack = steps.reduce((sum, step) => sum + step.it.half, it.half);
      const apart = it.paragraph !== result.paragraph;
      if (isMet(result, computed, slack)) return apart ? relationOf(result, [{ it, sign: 1 }, ...steps]) : null;
      if (apart && computed > 0 && (nearMiss(result, computed, slack) ?? 0) >= telling)
        found ??= relationOf(result, [{ it, sign: 1 }, ...steps]);
    }
    const sign = signOf(it);
    if (sign === 0) break;
    steps.unshift({ it, sign });
  }
  return found;
}

const relationOf = (
  result: Statement,
  terms: readonly { readonly it: Statement; readonly sign: 1 | -1 }[],
): SumRelation => ({
  kind: 'sum',
  check: 'stepped-total',
  doubt: null,
  total: result.figure,
  terms: terms.map(({ it, sign }) => ({ figure: it.figure, weight: sign })),
  complete: true,
  most: 'warning',
});
