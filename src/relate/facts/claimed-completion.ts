import { shareHolds } from '../../model/printed.js';
import type { Passage } from '../../model/reading.js';
import type { ShareRelation } from '../../model/relation.js';
import type { Figure, Stage } from '../../model/report.js';
import type { Stated } from './stated.js';

const done: readonly Stage[] = ['final', 'executed'];
const planned: readonly Stage[] = ['adjusted_budget', 'budget', 'initial_budget'];
const spending = 'expenditure_year';

function distinct(facts: readonly Stated[], stages: readonly Stage[]): Figure[] {
  const values = new Map<string, Figure>();
  for (const stage of stages) {
    for (const { figure, fact } of facts) {
      if (fact.metric !== spending || fact.stage !== stage || fact.basis.stage?.how !== 'stated') continue;
      if (!values.has(figure.value)) values.set(figure.value, figure);
    }
  }
  return [...values.values()];
}

/**
 * A claimed execution of the budget (完成预算支出100%) whose own sentence does not print both figures, held against
 * the spending and the budgets printed anywhere. Several formulas are in use: the claim stands if any of them gives it.
 */
export function claimedCompletions(
  passages: readonly Passage[],
  facts: readonly Stated[],
  used: ReadonlySet<Figure>,
): ShareRelation[] {
  const parts = distinct(facts, done);
  const wholes = distinct(facts, planned);
  const [part] = parts;
  if (!part || wholes.length === 0) return [];
  return passages.flatMap(({ mentions }) =>
    mentions.flatMap((it, at): ShareRelation[] => {
      const rate = it.figure;
      const claim =
        it.act === 'completion'
          ? /预算支出|预算执行|支出预算|整体支出/.test(it.before) && !/项目|经费/.test(it.before)
          : rate.fact?.metric === 'budget_exec_rate';
      // a sentence that speaks of something else (项目支出全年预算70万元，执行率…) makes no claim about the whole
      const about = mentions.slice(0, at).findLast((m) => m.act === 'level' && m.sentence === it.sentence);
      const other = about !== undefined && about.figure.fact?.metric !== spending;
      if (!claim || other || rate.kind !== 'percent' || used.has(rate)) return [];
      const nearest = [...wholes].sort((a, b) => Number(b.block === rate.block) - Number(a.block === rate.block))[0];
      const pairs = parts.flatMap((p) => wholes.map((whole) => ({ part: p, whole })));
      const holding = pairs.find((pair) => shareHolds(rate, pair.part, pair.whole));
      const pair = holding ?? (nearest && { part, whole: nearest });
      return pair ? [{ kind: 'share', check: 'claimed-completion', doubt: null, rate, ...pair }] : [];
    }),
  );
}
