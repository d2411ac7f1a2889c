import type { Quantity } from '../../model/quantity.js';
import type { Metadata } from '../../model/reading.js';
import type { Basis, Fact, Fund, Stage } from '../../model/report.js';
import { entityOf } from './entity.js';
import type { MetricNames } from './metric-names.js';
import type { TableWords } from './table-words.js';

/** The words around a figure from which its identity may be inherited, nearest first. */
export interface Context {
  readonly label: string;
  readonly kind: Quantity['kind'];
  /** Four digits, from a date before the figure in its sentence or from its column's heading; null where none is said. */
  readonly year: string | null;
  /** The column's heading and the table's title. */
  readonly table: readonly string[];
  /** The section's headings, innermost first. */
  readonly headings: readonly string[];
}

/** What the figures of a report are where neither words nor section say otherwise. */
const kindStages: Readonly<Record<string, Stage>> = { final_dept: 'final', budget_dept: 'budget' };

/** Figures that are held at a moment and so have no stage. */
export const stocks: ReadonlySet<string> = new Set([
  'carryover_open',
  'carryover_close',
  'hc_authorized',
  'hc_actual',
  'hc_retired',
  'hc_non_establishment',
]);

function inherit<T>(
  stated: T | null,
  around: readonly string[],
  find: (text: string) => { readonly means: T } | null,
): { readonly value: T | null; readonly basis: Basis } {
  if (stated !== null) return { value: stated, basis: 'stated' };
  for (const text of around) {
    const cue = find(text);
    if (cue) return { value: cue.means, basis: 'inherited' };
  }
  return { value: null, basis: 'unknown' };
}

/** The stage that words around a figure give it, nearest first; else what figures of the report's kind usually are. */
export function stageOf(
  stated: Stage | null,
  context: Pick<Context, 'table' | 'headings'>,
  names: MetricNames,
  metadata: Metadata,
): { readonly value: Stage | null; readonly basis: Basis } {
  const near = inherit<Stage>(stated, context.table, (text) => names.stageIn(text));
  if (near.value !== null) return near;
  for (const [outwards, heading] of context.headings.entries()) {
    const cue = names.stageIn(heading);
    // 预算 alone is also in 预算管理, 预算绩效; and a part named after the budget holds sections on what became of it
    const settles = cue && cue.word !== '预算' && (outwards === 0 || cue.means === 'final' || cue.means === 'executed');
    if (settles) return { value: cue.means, basis: 'inherited' };
    if (cue && outwards === 0) break;
  }
  const usual = kindStages[metadata.reportKind ?? ''] ?? null;
  return { value: usual, basis: usual === null ? 'unknown' : 'inferred' };
}

/** Says which fact a figure is, as far as its label and surroundings tell; null where the label names no metric. */
export function bindFact(context: Context, names: MetricNames, words: TableWords, metadata: Metadata): Fact | null {
  const named = names.find(context.label, context.kind);
  if (!named) return null;
  const stock = stocks.has(named.metric);
  const stage = stock ? { value: null, basis: 'unknown' as const } : stageOf(named.stage, context, names, metadata);
  const fund = inherit<Fund>(named.fund, [...context.table, ...context.headings], (text) => names.fundIn(text));
  const prior = /上年|去年/.test(context.label) && named.metric !== 'carryover_open';
  const reported = metadata.reportYear === null ? null : String(metadata.reportYear - (prior ? 1 : 0));
  const period = prior ? reported : (context.year ?? reported);
  return {
    metric: named.metric,
    stage: stage.value,
    fund: fund.value,
    period,
    entity: entityOf(metadata, words),
    account: null,
    basis: {
      stage: stage.basis,
      fund: fund.basis,
      period: context.year !== null && !prior ? 'stated' : reported === null ? 'unknown' : 'inherited',
      entity: metadata.organisation === null ? 'unknown' : 'inherited',
    },
  };
}
