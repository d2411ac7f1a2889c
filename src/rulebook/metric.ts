import { join } from 'node:path';
import { z } from 'zod';
import { funds, stages } from '../model/report.js';
import { namesOf } from './alternatives.js';
import { pattern } from './headings.js';
import { ruleFiles } from './rule-files.js';
import { readRules } from './yaml.js';

/** Whose figures a report gives: those of an agency, of one project, of a government's budget, of an economy. */
const subjects = ['department', 'project', 'government', 'economy'] as const;
export type Subject = (typeof subjects)[number];

/** Names, of which one may stand for several: `公务用车{购置|更新}费`. */
const synonyms = z
  .array(z.string().min(1))
  .default([])
  .transform((patterns, context) => {
    try {
      return patterns.flatMap(namesOf);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });

const metricSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  unit: z.enum(['money', 'count', 'percent', 'score', 'number', 'ratio']),
  /** What a count may be counted in (人, 名), first what it is shown in beside others; none says that any unit will do. */
  measure: z.array(z.string().min(1)).default([]),
  /** A stock is held at a moment, so it has no stage of budget or accounts. */
  flow: z.enum(['flow', 'stock']).default('flow'),
  /** The kind of body whose reports mean this by the name; none where every report does. */
  subject: z.enum(subjects).optional(),
  /** Other wordings of the same thing. A label means the metric when only words of stage, fund, period or entity are left of it. */
  synonyms,
  /** A rate of these metrics: where the figure before it is of something else, so is the rate. */
  of: z.array(z.string().min(1)).default([]),
  /** The stage that a wording settles by itself: 决算支出 is `final`. */
  stages: z.record(z.string(), z.enum(stages)).default({}),
  /** Another metric's name for what it is of one fund: facts are kept under that metric, so that one fact has one id. */
  is: z.strictObject({ metric: z.string().min(1), fund: z.enum(funds) }).optional(),
});
const metricsSchema = z
  .strictObject({ metrics: z.array(metricSchema).nonempty() })
  .superRefine(({ metrics }, context) => {
    const ids = new Set(metrics.filter((it) => it.is === undefined).map(({ id }) => id));
    for (const [at, { is }] of metrics.entries()) {
      if (is === undefined || ids.has(is.metric)) continue;
      const message = `“${is.metric}” is no metric of this file`;
      context.addIssue({ code: 'custom', path: ['metrics', at, 'is', 'metric'], message });
    }
  });

const bindingSchema = z.strictObject({
  /** Words that say at which stage a figure was taken; the longest that stands in the label counts. */
  stages: z.partialRecord(z.enum(stages), z.array(z.string().min(1))),
  funds: z.partialRecord(z.enum(funds), z.array(z.string().min(1))),
  /** Which subjects the reports of a kind speak of; a kind that is not named here may speak of any. */
  subjects: z.record(z.string(), z.array(z.enum(subjects))),
  /** Kinds of report that look back on one year and ahead to another: their own year dates no figure. */
  twoYears: z.array(z.string()),
  /** Words by which a report of no known kind shows that it speaks of a government, and the kind that it is then bound as. */
  governments: z.strictObject({ kind: z.string(), words: z.array(z.string().min(1)) }),
  /** Words that say of which level of government a figure is: 全区 holds 区级 and what is below. */
  levels: z.array(z.string().min(1)),
  /** Groups of metrics that one body has: what a sentence names for the first of them is whose the others are too. */
  companions: z.array(z.array(z.string().min(1)).min(2)).default([]),
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
