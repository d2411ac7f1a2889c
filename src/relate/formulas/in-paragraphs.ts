import { groupedBy } from '../../model/grouped.js';
import type { Stage } from '../../model/report.js';
import type { Formula } from '../../rulebook/formula.js';
import type { Stated } from '../facts/stated.js';
import { trialIn, type Declared, type Found, type Scope, type Trial } from './relation-in.js';

/** Stages that speak of what happened; a formula holds among these or among plans, never across. */
export const happened: readonly (Stage | null)[] = ['final', 'executed', 'actual', null];

/** The figure of a metric nearest to the total that took place, in the same fund and period. */
function nearestOf(metric: string, facts: readonly Stated[], near: Stated): Found {
  const same = facts.filter(
    ({ fact, figure }) =>
      fact.metric === metric &&
      happened.includes(fact.stage) &&
      fact.fund === near.fact.fund &&
      fact.period === near.fact.period &&
      figure.kind === near.figure.kind,
  );
  return same.sort((a, b) => Math.abs(a.at - near.at) - Math.abs(b.at - near.at))[0]?.figure ?? null;
}

/** What stays within a plan (编制, 限额) may be held against it: the greater figure of a bound is of any stage. */
const paragraphScope = (facts: readonly Stated[], { isBound }: Formula): Scope => ({
  total: (it) =>
    facts.find(
      ({ fact }) => it.by === 'metric' && fact.metric === it.metric && (isBound || happened.includes(fact.stage)),
    )?.figure ?? null,
  term(it, total) {
    const near = facts.find(({ figure }) => figure === total);
    return it.by === 'metric' && near ? nearestOf(it.metric, facts, near) : null;
  },
});

/** Formulas over metrics, tried in every paragraph. */
export function inParagraphs(facts: readonly Stated[]): (declared: Declared) => Trial[] {
  const told = facts.filter(({ figure }) => !figure.table);
  const paragraphs = [...groupedBy(told, ({ figure }) => figure.block).values()];
  return (declared) => paragraphs.flatMap((it) => trialIn(declared, paragraphScope(it, declared.formula)) ?? []);
}
