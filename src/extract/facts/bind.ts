import type { Quantity } from '../../model/quantity.js';
import type { Act, Metadata } from '../../model/reading.js';
import type { Basis, Fact, Figure, Fund, Stage } from '../../model/report.js';
import { entityOf } from './entity.js';
import { dense } from '../../model/dense.js';
import { factOf, inferred, inherited, named as ofName, stated, unknown, type Cue, type Known } from './known.js';
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
  /** The words of its own clause before and behind the figure. */
  readonly before: string;
  readonly after: string;
  /** The column's heading, and the title of its table or of the one that its paragraph is a note to. */
  readonly column: string;
  readonly caption: string;
  /** The section's headings, innermost first. */
  readonly headings: readonly string[];
}

/** What the figures of a report are where neither words nor section say otherwise. */
const kindStages: Readonly<Record<string, Stage>> = { final_dept: 'final', budget_dept: 'budget' };

/** Words around a figure and where they stand. */
export interface Around {
  readonly from: Basis['from'];
  readonly text: string;
}

function inherit<T>(around: readonly Around[], find: (text: string) => Cue<T> | null): Known<T> {
  for (const { from, text } of around) {
    const cue = find(text);
    if (cue) return inherited(cue, from);
  }
  return unknown;
}

/** The stage that words around a figure give it, nearest first; else what figures of the report's kind usually are. */
export function stageAround(
  around: readonly Around[],
  headings: readonly string[],
  names: MetricNames,
  metadata: Metadata,
): Known<Stage> {
  const stageIn = (text: string) => names.stageIn(names.withoutFunds(text));
  const near = inherit(around, stageIn);
  if (near.value !== null) return near;
  for (const [outwards, heading] of headings.entries()) {
    const cue = stageIn(heading);
    // 预算 alone is also in 预算管理, 预算绩效; and a part named after the budget holds sections on what became of it
    const settles = cue && cue.word !== '预算' && (outwards === 0 || cue.means === 'final' || cue.means === 'executed');
    if (settles) return inherited(cue, 'heading');
    if (cue && outwards === 0) break;
  }
  const word = metadata.reportKind ?? '';
  const means = kindStages[word];
  return means === undefined ? unknown : inferred({ word, means }, 'kind');
}

function stageOf({ metric, stage }: Named, context: Context, names: MetricNames, metadata: Metadata): Known<Stage> {
  const staged = metric.flow === 'flow' && (metric.unit === 'money' || metric.unit === 'count');
  if (!staged || metric.subject === 'economy') return unknown;
  return stage ? stated(stage, 'label') : stageAround(aroundOf(context), context.headings, names, metadata);
}

/** What a figure is a part of and what its table says, nearest first. */
const aroundOf = ({ whole, column, caption }: Context): Around[] => [
  { from: 'whole', text: whole },
  { from: 'column', text: column },
  { from: 'caption', text: caption },
];

/** The metric that the label names, in words of the figure's own clause or in others that it goes on about. */
function metricOf({ cue }: Named, { label, before, after, column, headings }: Context): Known<string> {
  const own = dense(before + after);
  if (own.includes(cue.word) || own.includes(dense(label)) || column !== '') return ofName(cue, 'label');
  const inHeading = headings.some((title) => dense(title).includes(cue.word));
  return cue.isByKind ? ofName(cue, 'label') : inherited(cue, inHeading ? 'heading' : 'sentence');
}

/** 上年 is the year before the report's, and a range without a year lies in the report's. */
function periodOf({ when, act, headings }: Context, { prior, stage }: Named, own: number | null): Known<string> {
  const named = headings.map((title) => /(?:19|20)\d{2}(?=年)/.exec(title)?.[0]).find((it) => it !== undefined);
  const year = named ?? (own === null ? null : String(own));
  const from = named === undefined ? 'report' : 'heading';
  const compared = act === 'base' || act === 'from';
  const before = prior ?? (stage?.means === 'prior_final' ? stage.word : null);
  if (before !== null && !(compared && when))
    return year === null ? unknown : inherited({ word: before, means: String(Number(year) - 1) }, 'label');
  if (when === 'several') return unknown;
  if (when === null) return year === null || compared ? unknown : inherited({ word: year, means: year }, from);
  if (!when.value.includes('XXXX')) return when;
  return year === null ? unknown : inherited({ word: year, means: when.value.replaceAll('XXXX', year) }, from);
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
  const metric = metricOf(named, context);
  const fund = fundOf(named, context, names);
  const period = periodOf(context, named, names.isTwoYears(speaksAs) ? null : metadata.reportYear);
  const ofPlace = named.metric.subject === 'government' || named.metric.subject === 'economy';
  const near = ofPlace ? names.levelAt(context.before) : null;
  const entity = entityOf({ label: named.level, clause: near }, metadata, words);
  return factOf({ metric, stage, fund, period, entity }, null);
}

function fundOf({ metric, fund }: Named, context: Context, names: MetricNames): Known<Fund> {
  if (metric.unit !== 'money' || metric.subject === 'economy') return unknown;
  if (fund) return stated(fund, 'label');
  const headings = context.headings.map((text) => ({ from: 'heading' as const, text }));
  return inherit([...aroundOf(context), ...headings], (text) => names.fundIn(text));
}
