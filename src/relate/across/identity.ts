import { compare, decimal, type Decimal } from '../../model/decimal.js';
import type { Fact, Figure, Fund, Stage } from '../../model/report.js';
import type { Stated } from '../facts/stated.js';
import { agree } from './agreeing.js';

/** Stages that mean one thing across documents. */
export function sameStage(stage: Stage | null): 'account' | 'budget' | 'adjusted' | 'target' | null {
  switch (stage) {
    case 'final':
    case 'executed':
    case 'actual':
    case 'prior_final':
      return 'account';
    case 'budget':
    case 'initial_budget':
      return 'budget';
    case 'adjusted_budget':
      return 'adjusted';
    case 'target':
      return 'target';
    case null:
      return null;
  }
}

export interface Wanted {
  /** The subject of a row of a table; figures of subjects are parts of those without. */
  readonly account: Fact['account'];
  readonly metric: string;
  readonly stage: ReturnType<typeof sameStage>;
  readonly fund: Fund | null;
  readonly period: string;
  readonly kind: Figure['kind'];
}

const stepOf = ({ figure }: Stated): Decimal => decimal(figure.step ?? '1');

/** The most precise mention of a fact in a document; null where none is, or where the document gives it several values. */
export function stating(wanted: Wanted, facts: readonly Stated[]): Stated | null {
  const found = facts.filter(
    ({ fact, figure }) =>
      fact.metric === wanted.metric &&
      (fact.account?.code ?? null) === (wanted.account?.code ?? null) &&
      sameStage(fact.stage) === wanted.stage &&
      fact.fund === wanted.fund &&
      fact.period === wanted.period &&
      figure.kind === wanted.kind,
  );
  const finest = found.toSorted((a, b) => compare(stepOf(a), stepOf(b)) || a.at - b.at)[0];
  return finest && found.every(({ figure }) => agree(figure, finest.figure)) ? finest : null;
}

/** Identity known on both sides: only then may a difference be more than a question. */
export const isCertain = (...facts: readonly Fact[]): boolean =>
  facts.every(
    ({ fund, basis }) =>
      fund !== null && [basis.fund, basis.stage, basis.period].every((it) => it !== null && it.how !== 'inferred'),
  );
