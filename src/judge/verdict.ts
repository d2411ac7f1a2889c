import { toShortText, type Decimal } from '../model/decimal.js';
import type { OutcomeReason } from '../model/outcome-reason.js';
import type { Alarm, Doubt, Relation, Verdict } from '../model/relation.js';
import type { Figure, OutcomeStatus } from '../model/report.js';

interface Measured {
  readonly residual?: Decimal;
  readonly bound?: Decimal;
  readonly reason?: OutcomeReason;
  readonly alarm?: Alarm;
}

export function verdict(
  relation: Relation,
  status: OutcomeStatus,
  figures: readonly Figure[],
  said: Measured = {},
): Verdict {
  return {
    relation,
    status,
    figures,
    residual: said.residual ? toShortText(said.residual) : null,
    bound: said.bound ? toShortText(said.bound) : null,
    reason: said.reason ?? null,
    alarm: said.alarm ?? null,
  };
}

/** A relation that the document leaves open ends as its doubt says, and alarms nobody. */
export const undecided = (relation: Relation, doubt: Doubt, figures: readonly Figure[]): Verdict =>
  verdict(relation, doubt.status, figures, { reason: doubt.reason });
