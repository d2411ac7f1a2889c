import { sameMeasure } from '../../model/printed.js';
import type { Mention } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Fact } from '../../model/report.js';
import { bestShared, isSlip } from './agreeing.js';
import type { Claim, Side } from './claim.js';
import { isCertain, sameStage, stating } from './identity.js';
import { viewsOf, type View } from './views.js';
import { keyOf } from './when.js';

/** The document itself says why its figures of last year need not be those that were reported. */
const adjusted: Doubt = { status: 'ambiguous', reason: 'the report says that it adjusted figures of last year' };

const figure = 'prior-year-figure';
const derived = 'prior-year-change';

const stageOf = ({ stage }: View): string => sameStage(stage) ?? '';
const alike = (a: View, b: View): boolean =>
  keyOf(a.when) === keyOf(b.when) &&
  a.side === b.side &&
  a.scope === b.scope &&
  a.fund === b.fund &&
  a.measure === b.measure &&
  stageOf(a) === stageOf(b);

/** Columns of last year in this year's tables against last year's own. */
function columns(now: Side, before: Side): Claim[] {
  const [later, earlier] = [now, before].map(({ reading, names, year }) => viewsOf(reading, names, year));
  return (later ?? []).flatMap((view) => {
    const past = view.when.year === before.year;
    if (!past) return [];
    const others = (earlier ?? []).filter((it) => alike(view, it));
    const told = now.adjusted || view.when.restated;
    return bestShared(view, others, figure, told).map((relation): Claim => ({ relation, asked: !isSlip(relation) }));
  });
}

/** Facts that this year's report gives of last year: 上年决算数, 2022年支出. */
function facts(now: Side, before: Side): Claim[] {
  const period = String(before.year);
  return now.facts.flatMap(({ figure: left, fact }): Claim[] => {
    const stage = sameStage(fact.stage);
    if (fact.period !== period || stage === null || left.table) return [];
    const other = stating(
      { metric: fact.metric, stage, fund: fact.fund, account: fact.account, period, kind: left.kind },
      before.facts,
    );
    if (!other) return [];
    const doubt = now.adjusted ? adjusted : null;
    return [
      {
        relation: { kind: 'equal', check: figure, doubt, left, right: other.figure },
        asked: !isCertain(fact, other.fact),
      },
    ];
  });
}

/** What the words compare with: last year's account or last year's budget; null for anything else. */
function comparedWith(base: string, fact: Fact, year: number): ReturnType<typeof sameStage> {
  const past = /上年|去年|上一年/.test(base) || base.includes(`${year}年`);
  const others = (base.match(/(?:19|20)\d{2}年/g) ?? []).some((it) => it !== `${year}年`);
  if (!past || others || /同期|[1-9]月|季度/.test(base)) return null;
  if (/调整/.test(base)) return null;
  if (/决算|执行|实际/.test(base)) return 'account';
  return /预算/.test(base) ? 'budget' : sameStage(fact.stage);
}

/** 本年收入合计100万元，比上年增加20万元: last year's report must have given 80. */
function changes(now: Side, before: Side): Claim[] {
  const period = String(before.year);
  return now.reading.passages.flatMap(({ mentions }) =>
    mentions.flatMap((it): Claim[] => {
      const level: Mention | null | undefined = it.about === null ? null : mentions[it.about];
      const fact = level?.figure.fact;
      if (it.act !== 'delta' || it.direction === null || it.notComparable || !level || !fact) return [];
      if (level.act !== 'level' || fact.period !== String(now.year) || !sameMeasure(it.figure, level.figure)) return [];
      const stage = comparedWith(baseOf(it, mentions), fact, before.year);
      if (stage === null) return [];
      const wanted = {
        metric: fact.metric,
        stage,
        fund: fact.fund,
        account: fact.account,
        period,
        kind: level.figure.kind,
      };
      const other = stating(wanted, before.facts);
      if (!other) return [];
      const weight = it.direction === 'increase' ? 1 : -1;
      const relation: SumRelation = {
        kind: 'sum',
        check: derived,
        doubt: now.adjusted ? adjusted : null,
        total: level.figure,
        terms: [
          { figure: other.figure, weight: 1 },
          { figure: it.figure, weight },
        ],
        complete: true,
      };
      return [{ relation, asked: !isCertain(fact, other.fact) }];
    }),
  );
}

/** The words of a comparison stand before its change, or before the first of its changes. */
function baseOf(it: Mention, mentions: readonly Mention[]): string {
  if (it.base !== '') return it.base;
  const at = mentions.indexOf(it);
  const before = mentions.slice(0, at).findLast((m) => m.sentence === it.sentence && m.base !== '');
  return before?.about === it.about ? before.base : it.lead;
}

/** Everything that this year's report says of last year against last year's report. */
export const priorYear = (now: Side, before: Side): Claim[] => [
  ...columns(now, before),
  ...facts(now, before),
  ...changes(now, before),
];
