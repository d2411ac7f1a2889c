import type { Quantity } from '../../model/quantity.js';
import type { Metadata } from '../../model/reading.js';
import type { Basis, Fact, Fund, Stage } from '../../model/report.js';
import type { MetricNames } from './metric-names.js';

/** The words around a figure from which its identity may be inherited, nearest first. */
export interface Context {
  readonly label: string;
  readonly kind: Quantity['kind'];
  /** Four digits, from a date before the figure in its sentence or from its column's heading; null where none is said. */
  readonly year: string | null;
  /** The column's heading, the table's title or the section's headings. */
  readonly around: readonly string[];
}

/** Figures that are held at a moment and so have no stage. */
const stocks = new Set([
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

/** Says which fact a figure is, as far as its label and surroundings tell; null where the label names no metric. */
export function bindFact(context: Context, names: MetricNames, metadata: Metadata): Fact | null {
  const named = names.find(context.label, context.kind);
  if (!named) return null;
  const stock = stocks.has(named.metric);
  const stage = inherit<Stage>(named.stage, stock ? [] : context.around, (text) => names.stageIn(text));
  const fund = inherit<Fund>(named.fund, context.around, (text) => names.fundIn(text));
  const prior = /上年|去年/.test(context.label) && named.metric !== 'carryover_open';
  const reported = metadata.reportYear === null ? null : String(metadata.reportYear - (prior ? 1 : 0));
  const period = prior ? reported : (context.year ?? reported);
  return {
    metric: named.metric,
    stage: stage.value,
    fund: fund.value,
    period,
    entity: metadata.organisation,
    basis: {
      stage: stage.basis,
      fund: fund.basis,
      period: context.year !== null && !prior ? 'stated' : reported === null ? 'unknown' : 'inherited',
      entity: metadata.organisation === null ? 'unknown' : 'inherited',
    },
  };
}
