import type { Quantity } from '../../model/quantity.js';
import type { Act, Metadata } from '../../model/reading.js';
import type { Fact, Figure, Fund, Stage } from '../../model/report.js';
import { entityOf } from './entity.js';
import { unknown, type Known } from './known.js';
import type { MetricNames, Named } from './metric-names.js';
import type { When } from './period.js';
import type { TableWords } from './table-words.js';

/** The words around a figure from which its identity may be inherited, nearest first. */
export interface Context {
  readonly label: string;
  readonly quantity: Quantity;
  readonly act: Act;
  /** What the words around say; `several` where they speak of several years. */
  readonly when: When | 'several' | null;
  /** What the figure is a part of: 其中 divides it. */
  readonly whole: string;
  /** The level before it that a rate belongs to, and the words of the clause before where no figure stands in it. */
  readonly about: Figure | null;
  readonly prior: string;
  /** The words of its own clause before the figure. */
  readonly before: string;
  /** The column's heading and the table's title. */
  readonly table: readonly string[];
  /** The section's headings, innermost first. */
  readonly headings: readonly string[];
}

/** What the figures of a report are where neither words nor section say otherwise. */
const kindStages: Readonly<Record<string, Stage>> = { final_dept: 'final', budget_dept: 'budget' };

function inherit<T>(
  stated: T | null,
  around: readonly string[],
  find: (text: string) => { readonly means: T } | null,
): Known<T> {
  if (stated !== null) return { value: stated, basis: 'stated' };
  for (const text of around) {
    const cue = find(text);
    if (cue) return { value: cue.means, basis: 'inherited' };
  }
  return unknown;
}

/** The stage that words around a figure give it, nearest first; else what figures of the report's kind usually are. */
export function stageAround(
  stated: Stage | null,
  around: readonly string[],
  headings: readonly string[],
  names: MetricNames,
  metadata: Metadata,
): Known<Stage> {
  const stageIn = (text: string) => names.stageIn(names.withoutFunds(text));
  const near = inherit<Stage>(stated, around, stageIn);
  if (near.value !== null) return near;
  for (const [outwards, heading] of headings.entries()) {
    const cue = stageIn(heading);
    // 预算 alone is also in 预算管理, 预算绩效; and a part named after the budget holds sections on what became of it
    const settles = cue && cue.word !== '预算' && (outwards === 0 || cue.means === 'final' || cue.means === 'executed');
    if (settles) return { value: cue.means, basis: 'inherited' };
    if (cue && outwards === 0) break;
  }
  const usual = kindStages[metadata.reportKind ?? ''] ?? null;
  return { value: usual, basis: usual === null ? 'unknown' : 'inferred' };
}

function stageOf({ metric, stage }: Named, context: Context, names: MetricNames, metadata: Metadata): Known<Stage> {
  const staged = metric.flow === 'flow' && (metric.unit === 'money' || metric.unit === 'count');
  if (!staged || metric.subject === 'economy') return unknown;
  return stageAround(stage, [context.whole, ...context.table], context.headings, names, metadata);
}

/** 上年 is the year before the report's, and a range without a year lies in the report's. */
function periodOf({ when, act, headings }: Context, { prior, stage }: Named, own: number | null): Known<string> {
  const named = headings.map((title) => /(?:19|20)\d{2}(?=年)/.exec(title)?.[0]).find((it) => it !== undefined);
  const year = named === undefined ? own : Number(named);
  const compared = act === 'base' || act === 'from';
  if ((prior || stage === 'prior_final') && !(compared && when))
    return year === null ? unknown : { value: String(year - 1), basis: 'inherited' };
  if (when === 'several') return unknown;
  if (when === null) return year === null || compared ? unknown : { value: String(year), basis: 'inherited' };
  if (!when.period.includes('XXXX')) return { value: when.period, basis: when.basis };
  return year === null ? unknown : { value: when.period.replaceAll('XXXX', String(year)), basis: 'inherited' };
}

const introduces = /^(?:经|截至|其中|总体|综上|据|按)|(?:看|来看|方面)$/;

/** Whether a rate is of what its metric is a rate of: 执行率 behind one project's spending is that project's. */
function isOf({ metric, fund }: Named, { about, prior }: Context, names: MetricNames): boolean {
  if (metric.of.length === 0) return true;
  if (fund !== null) return false;
  if (about && !names.isGeneral(about.label)) return about.fact !== null && metric.of.includes(about.fact.metric);
  return prior === '' || introduces.test(prior);
}

/**
 * Whether a figure goes on about a body that its sentence, or what 其中 divides, named before it: 全国国有企业资产总额…，负债总额….
 * Where the names before it are the report's own, they make facts.
 */
function isOfAnother({ metric }: Named, { quantity, about, whole }: Context, names: MetricNames, kind: string | null) {
  const owns = (label: string, of: Pick<Quantity, 'kind' | 'unit'>): boolean => {
    const named = names.find(label, of, kind);
    return named === null ? names.ownsCompanion(label, metric) : names.areCompanions(named.metric, metric);
  };
  if (about !== null && about.fact === null && about.kind === quantity.kind) return owns(about.label, about);
  return whole !== '' && names.find(whole, quantity, kind) === null && names.ownsCompanion(whole, metric);
}

/** Says which fact a figure is, as far as its label and surroundings tell; null where the label names no metric. */
export function bindFact(
  context: Context,
  names: MetricNames,
  words: TableWords,
  metadata: Metadata,
  speaksAs: string | null,
): Fact | null {
  const named = names.find(context.label, context.quantity, speaksAs);
  if (!named || !isOf(named, context, names) || isOfAnother(named, context, names, speaksAs)) return null;
  const stage = stageOf(named, context, names, metadata);
  const around = [context.whole, ...context.table, ...context.headings];
  const money = named.metric.unit === 'money' && named.metric.subject !== 'economy';
  const fund = money ? inherit<Fund>(named.fund, around, (text) => names.fundIn(text)) : unknown;
  const period = periodOf(context, named, names.isTwoYears(speaksAs) ? null : metadata.reportYear);
  const ofPlace = named.metric.subject === 'government' || named.metric.subject === 'economy';
  // 全市地方财政收入: the outer level says whose
  const level = (ofPlace ? names.levelAt(context.before) : null) ?? named.level;
  const entity = entityOf(level, metadata, words);
  return {
    metric: named.metric.id,
    stage: stage.value,
    fund: fund.value,
    period: period.value,
    entity: entity.value,
    account: null,
    basis: { stage: stage.basis, fund: fund.basis, period: period.basis, entity: entity.basis },
  };
}
