import { sameMeasure } from '../../model/printed.js';
import type { Claim, Side } from './claim.js';
import { isCertain, sameStage, stating } from './identity.js';
import { viewsOf, type View } from './views.js';
import { keyOf } from './when.js';

/** What a performance report says of the account against the account of the same year. */
export function performanceAgainstAccount(performance: Side, account: Side): Claim[] {
  const period = String(performance.year);
  return performance.facts.flatMap(({ figure, fact }): Claim[] => {
    const stage = sameStage(fact.stage);
    if (fact.period !== period || stage !== 'account' || fact.basis.stage?.how !== 'stated') return [];
    const other = stating(
      { metric: fact.metric, stage, fund: fact.fund, account: fact.account, period, kind: figure.kind },
      account.facts,
    );
    if (!other) return [];
    return [
      {
        relation: {
          kind: 'equal',
          check: 'performance-against-account',
          doubt: null,
          left: figure,
          right: other.figure,
        },
        asked: !isCertain(fact, other.fact),
      },
    ];
  });
}

const sameColumn = (a: View, b: View): boolean =>
  keyOf(a.when) === keyOf(b.when) &&
  a.side === b.side &&
  a.stage !== null &&
  sameStage(a.stage) === sameStage(b.stage) &&
  a.fund === b.fund &&
  a.measure === b.measure;

/** A unit's amounts against those of the department that it belongs to: a part is never more than the whole. */
export function unitWithinDepartment(unit: Side, department: Side): Claim[] {
  const check = 'unit-within-department';
  const departments = viewsOf(department.reading, department.names, department.year);
  const tables = viewsOf(unit.reading, unit.names, unit.year).flatMap((view) =>
    departments
      .filter((it) => sameColumn(view, it))
      .flatMap((it) =>
        [...view.rows].flatMap(([key, lesser]): Claim[] => {
          const greater = it.rows.get(key);
          // a name alone may mean other things in other tables; a subject code does not
          if (!greater || !/^\d{3,7}$/.test(key) || !sameMeasure(lesser, greater)) return [];
          return [{ relation: { kind: 'at-most', check, doubt: null, lesser, greater }, asked: true }];
        }),
      ),
  );
  const period = String(unit.year);
  const facts = unit.facts.flatMap(({ figure: lesser, fact }): Claim[] => {
    const stage = sameStage(fact.stage);
    if (fact.period !== period || stage === null) return [];
    const wanted = { metric: fact.metric, stage, fund: fact.fund, account: fact.account, period, kind: lesser.kind };
    const other = stating(wanted, department.facts);
    if (!other) return [];
    return [{ relation: { kind: 'at-most', check, doubt: null, lesser, greater: other.figure }, asked: true }];
  });
  return [...tables, ...facts];
}
