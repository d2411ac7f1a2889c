import { compare, decimal } from '../../model/decimal.js';
import type { EqualRelation } from '../../model/relation.js';
import type { Figure, Stage } from '../../model/report.js';
import type { Stated } from './stated.js';

const plans = new Set<Stage | null>(['budget', 'initial_budget', 'adjusted_budget']);
const accounts = new Set<Stage | null>(['final', null]);

const sameValue = (a: Stated, b: Stated): boolean => compare(decimal(a.figure.value), decimal(b.figure.value)) === 0;
const sameIdentity = (a: Stated, b: Stated): boolean =>
  a.fact.metric === b.fact.metric &&
  a.fact.fund === b.fact.fund &&
  a.fact.period === b.fact.period &&
  a.fact.entity === b.fact.entity &&
  a.fact.account?.code === b.fact.account?.code;

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
      const inferred = [known, it].some(({ fact }) => fact.basis.stage !== 'stated' || fact.fund === null);
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
  return facts.flatMap((it): EqualRelation[] => {
    const inSection = it.fact.stage === 'executed' || it.fact.stage === 'final';
    if (!inSection || it.fact.basis.stage === 'stated' || it.figure.table) return [];
    const others = facts.filter(
      (other) => other !== it && sameIdentity(it, other) && other.figure.kind === it.figure.kind,
    );
    const account =
      others.find((other) => other.fact.stage === 'final') ?? others.find((other) => accounts.has(other.fact.stage));
    const plan =
      others.some((other) => plans.has(other.fact.stage) && sameValue(it, other)) ||
      figures.some(
        (other) =>
          other.value === it.figure.value &&
          other.kind === it.figure.kind &&
          /预算(?!.*(?:决算|执行))/.test(other.label),
      );
    if (!account || !plan) return [];
    return [{ kind: 'equal', check: 'stage-confusion', doubt: null, left: it.figure, right: account.figure }];
  });
}
