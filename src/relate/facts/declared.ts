import type { Check } from '../../rulebook/check.js';
import type { Relation } from '../../model/relation.js';
import type { Stage } from '../../model/report.js';
import type { Stated } from './stated.js';

/** Stages that speak of what happened; a declared relation holds among these or among plans, never across. */
const happened = new Set<Stage | null>(['final', 'executed', 'actual', null]);

function groupByBlock(facts: readonly Stated[]): Stated[][] {
  const blocks = new Map<string, Stated[]>();
  for (const it of facts) {
    const key = it.figure.table ? `${it.figure.table.id}:${it.figure.table.col}` : it.figure.block;
    blocks.set(key, [...(blocks.get(key) ?? []), it]);
  }
  return [...blocks.values()];
}

/** The nearest figure of a metric to `at` that took place, in the same fund. */
function nearestOf(metric: string, facts: readonly Stated[], near: Stated): Stated | null {
  const same = facts.filter(
    (it) =>
      it.fact.metric === metric &&
      happened.has(it.fact.stage) &&
      it.fact.fund === near.fact.fund &&
      it.fact.period === near.fact.period &&
      it.figure.kind === near.figure.kind,
  );
  return same.sort((a, b) => Math.abs(a.at - near.at) - Math.abs(b.at - near.at))[0] ?? null;
}

function declaredIn(check: Check, facts: readonly Stated[]): Relation[] {
  const { relation } = check;
  if (!relation) return [];
  if ('lesser' in relation) {
    const greater = facts.find((it) => it.fact.metric === relation.greater);
    const lesser = greater && nearestOf(relation.lesser, facts, greater);
    if (!greater || !lesser) return [];
    return [{ kind: 'at-most', check: check.id, doubt: null, lesser: lesser.figure, greater: greater.figure }];
  }
  const total = facts.find((it) => it.fact.metric === relation.total && happened.has(it.fact.stage));
  if (!total) return [];
  const terms: { readonly figure: Stated['figure']; readonly weight: 1 | -1 }[] = [];
  for (const [metrics, weight] of [
    [relation.plus, 1],
    [relation.minus, -1],
  ] as const) {
    for (const metric of metrics) {
      const found = nearestOf(metric, facts, total);
      if (found) terms.push({ figure: found.figure, weight });
      else if (!relation.optional.includes(metric)) return [];
    }
  }
  return [{ kind: 'sum', check: check.id, doubt: null, total: total.figure, terms, complete: true }];
}

/** Checks declared over metrics, tried wherever one paragraph or one table column states all of them. */
export function declaredRelations(checks: Iterable<Check>, facts: readonly Stated[]): Relation[] {
  const groups = groupByBlock(facts);
  return [...checks]
    .filter((check) => check.relation)
    .flatMap((check) => groups.flatMap((group) => declaredIn(check, group)));
}
