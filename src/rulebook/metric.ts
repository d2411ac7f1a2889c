import { join } from 'node:path';
import { z } from 'zod';
import { funds, stages } from '../model/report.js';
import { pattern } from './headings.js';
import { ruleFiles } from './rule-files.js';
import { readRules } from './yaml.js';

const metricSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  unit: z.enum(['money', 'count', 'percent', 'score']),
  /** Other wordings of the same thing. A label means the metric when only words of stage, fund, period or entity are left of it. */
  synonyms: z.array(z.string().min(1)).default([]),
  /** The stage that a wording settles by itself: 决算支出 is `final`. */
  stages: z.record(z.string(), z.enum(stages)).default({}),
});
const metricsSchema = z.strictObject({ metrics: z.array(metricSchema).nonempty() });

const bindingSchema = z.strictObject({
  /** Words that say at which stage a figure was taken; the longest that stands in the label counts. */
  stages: z.partialRecord(z.enum(stages), z.array(z.string().min(1))),
  funds: z.partialRecord(z.enum(funds), z.array(z.string().min(1))),
  /** Words that may stand before a metric's name without changing what it is: 本部门, 全年, 我办. */
  neutral: z.array(z.string().min(1)),
  /** How a cell's identity is read from its row, its column and its table's title. */
  tables: z.strictObject({
    whole: z.array(z.string().min(1)).nonempty(),
    fund_rows: z.array(z.string().min(1)).nonempty(),
    all_funds: z.array(pattern).nonempty(),
    /** The metric that a breakdown under such words is a part of; the longest word counts. */
    sides: z.record(z.string(), z.array(z.string().min(1)).nonempty()),
    /** Metric of a group → what its parts' names lack. */
    within: z.record(z.string(), z.string().min(1)),
    scopes: z.array(z.string().min(1)).nonempty(),
  }),
});

export type Metric = z.infer<typeof metricSchema>;
export type Binding = z.infer<typeof bindingSchema>;

/** All metrics of rules/metrics, in file order. */
export function readMetrics(directory: string): readonly Metric[] {
  return ruleFiles(directory, 'metrics').flatMap(
    (file) => readRules(join(directory, 'metrics', file), metricsSchema, `metrics/${file}`).metrics,
  );
}

export const readBinding = (directory: string): Binding =>
  readRules(join(directory, 'binding.yaml'), bindingSchema, 'binding.yaml');
