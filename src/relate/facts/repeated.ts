import type { EqualRelation } from '../../model/relation.js';
import type { Figure, Stage } from '../../model/report.js';
import type { Stated } from './stated.js';

const plans = new Set<Stage | null>(['budget', 'initial_budget', 'adjusted_budget']);

/** What two figures must share to be one fact at perhaps two stages. */
const subjectOf = ({ fact, figure }: Stated): string =>
  [fact.metric, fact.fund, fact.period, fact.entity, fact.account?.code, figure.kind].join('\u001f');
/** Values are printed in their shortest form, so that equal ones are equal texts. */
const valueOf = ({ kind, value }: Figure): string => `${kind} ${value}`;

/** The facts of one subject by stage. */
interface Subject {
  readonly final: Stated[];
  readonly stageless: Stated[];
  readonly planned: Set<string>;
}

function identity({ fact, figure }: Stated): string {
  return JSON.stringify([
    fact.metric,
    fact.stage,
    fact.fund,
    fact.period,
    fact.entity,
    fact.account?.code,
    figure.kind,
  ]);
}

/** One fact printed more than once in running text: each later figure against the first. */
export function repeatedFacts(facts: readonly Stated[]): EqualRelation[] {
  const first = new Map<string, Stated>();
  const relations: EqualRelation[] = [];
  for (const it of facts) {
    if (it.figure.table || it.fact.stage === null || it.fact.period === null) continue;
    const key = identity(it);
    const known = first.get(key);
    if (!known) first.set(key, it);
    else {
      const inferred = [known, it].some(({ fact }) => fact.basis.stage?.how !== 'stated' || fact.fund === null);
      const doubt = inferred
        ? { status: 'ambiguous' as const, reason: 'stage or fund is not said beside the figure' as const }
        : null;
      relations.push({ kind: 'equal', check: 'same-fact', doubt, left: known.figure, right: it.figure });
    }
  }
  return relations;
}

/**
 * A figure that a section about execution gives as spending, which is the budget's and not the accounts':
 * 预算执行情况 says 各项支出共计X, elsewhere 预算支出X and 决算支出Y.
 */
export function stageConfusions(facts: readonly Stated[], figures: readonly Figure[]): EqualRelation[] {
  const inSections = facts.filter(
    ({ fact, figure }) =>
      (fact.stage === 'executed' || fact.stage === 'final') && fact.basis.stage?.how !== 'stated' && !figure.table,
  );
  const sought = new Set(inSections.map(({ fact }) => fact.metric));
  const bySubject = new Map<string, Subject>();
  for (const it of facts.filter(({ fact }) => sought.has(fact.metric))) {
    const key = subjectOf(it);
    const known = bySubject.get(key) ?? { final: [], stageless: [], planned: new Set<string>() };
    bySubject.set(key, known);
    if (it.fact.stage === 'final') known.final.push(it);
    if (it.fact.stage === null) known.stageless.push(it);
    if (plans.has(it.fact.stage)) known.planned.add(valueOf(it.figure));
  }
  const labelledPlans = new Set(figures.filter(({ label }) => /预算(?!.*(?:决算|执行))/.test(label)).map(valueOf));
  return inSections.flatMap((it): EqualRelation[] => {
    const same = bySubject.get(subjectOf(it));
    if (!same) return [];
    const account = same.final.slice(0, 2).find((other) => other !== it) ?? same.stageless[0];
    const value = valueOf(it.figure);
    if (!account || !(same.planned.has(value) || labelledPlans.has(value))) return [];
    return [{ kind: 'equal', check: 'stage-confusion', doubt: null, left: it.figure, right: account.figure }];
  });
}
