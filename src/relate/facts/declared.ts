import type { Check, MetricRelation } from '../../rulebook/check.js';
import type { Relation } from '../../model/relation.js';
import type { Stage } from '../../model/report.js';
import type { Term } from '../../model/printed.js';
import type { Stated } from './stated.js';
import type { Frame } from './table-frames.js';

/** Stages that speak of what happened; a declared relation holds among these or among plans, never across. */
const happened = new Set<Stage | null>(['final', 'executed', 'actual', null]);

function groupByBlock(facts: readonly Stated[]): Stated[][] {
  const blocks = new Map<string, Stated[]>();
  for (const it of facts) {
    if (it.figure.table) continue;
    const key = it.figure.block;
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

/** What a check declares over metrics; null where it declares something else or nothing. */
const overMetrics = ({ relation }: Check): MetricRelation | null =>
  relation === undefined || 'rows' in relation || 'columns' in relation || 'cells' in relation || 'labels' in relation
    ? null
    : relation;

function declaredIn(check: Check, facts: readonly Stated[]): Relation[] {
  const relation = overMetrics(check);
  if (!relation) return [];
  if ('lesser' in relation) {
    if (relation.where === 'document') return [];
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

/** The figures of a metric at some stages, when the document gives them one value. */
function onlyValue(metric: string, facts: readonly Stated[], stages: readonly (Stage | null)[] | null): Stated | null {
  const own = facts.filter(
    ({ fact }) =>
      fact.metric === metric && (stages === null || stages.includes(fact.stage)) && fact.stage !== 'prior_final',
  );
  return new Set(own.map((it) => it.figure.value)).size === 1 ? (own[0] ?? null) : null;
}

const plans: readonly (Stage | null)[] = ['initial_budget', 'adjusted_budget', 'budget'];

/** A bound between figures that may stand anywhere in the document. */
function declaredAcross(check: Check, facts: readonly Stated[]): Relation[] {
  const relation = overMetrics(check);
  if (!relation || !('lesser' in relation) || relation.where !== 'document') return [];
  const pairs = relation.stages
    ? [[relation.stages.lesser, relation.stages.greater] as const]
    : ([
        [[...happened], [...happened]],
        [plans, plans],
      ] as const);
  return pairs.flatMap(([low, high]): Relation[] => {
    const lesser = onlyValue(relation.lesser, facts, low);
    const greater = onlyValue(relation.greater, facts, high);
    const alike =
      lesser && greater && lesser.fact.period === greater.fact.period && lesser.figure.kind === greater.figure.kind;
    if (!alike || lesser.figure === greater.figure) return [];
    return [{ kind: 'at-most', check: check.id, doubt: null, lesser: lesser.figure, greater: greater.figure }];
  });
}

/** What a check says of the figures of one row, or of one table's whole-row columns. */
function declaredInFrame(check: Check, frame: Frame): Relation[] {
  const relation = overMetrics(check);
  if (!relation) return [];
  if ('lesser' in relation) {
    if (relation.where === 'document') return [];
    const [lesser, greater] = [frame.get(relation.lesser), frame.get(relation.greater)];
    return lesser && greater ? [{ kind: 'at-most', check: check.id, doubt: null, lesser, greater }] : [];
  }
  const total = frame.get(relation.total);
  const metrics = [...relation.plus, ...relation.minus];
  if (!total || metrics.some((metric) => !frame.has(metric) && !relation.optional.includes(metric))) return [];
  const terms = metrics.flatMap((metric, i): Term[] => {
    const figure = frame.get(metric);
    return figure ? [{ figure, weight: i < relation.plus.length ? 1 : -1 }] : [];
  });
  return [{ kind: 'sum', check: check.id, doubt: null, total, terms, complete: true }];
}

const inText = ({ relation }: Check): boolean => !(relation && 'total' in relation && relation.where === 'table');

/** Checks declared over metrics, tried wherever one paragraph, or one row or the sides of one table, state all of them. */
export function declaredRelations(
  checks: Iterable<Check>,
  facts: readonly Stated[],
  frames: readonly Frame[],
): Relation[] {
  const groups = groupByBlock(facts);
  const declared = [...checks].filter((check) => overMetrics(check) !== null);
  return declared.flatMap((check) => {
    const inProse = inText(check) ? groups.flatMap((group) => declaredIn(check, group)) : [];
    return inProse.concat(
      declaredAcross(check, facts),
      frames.flatMap((frame) => declaredInFrame(check, frame)),
    );
  });
}
