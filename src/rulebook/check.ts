import { join } from 'node:path';
import { z } from 'zod';
import { nearest } from '../model/nearest.js';
import { severities, stages } from '../model/report.js';
import { pattern } from './headings.js';
import { ruleFiles } from './rule-files.js';
import { readRules } from './yaml.js';

/** What arithmetic a check asks for; each has one file under judge/. */
const checkKinds = [
  'sum',
  'share',
  'growth',
  'product',
  'computed',
  'equal',
  'at-most',
  'order',
  'items',
  'words',
] as const;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
/** `SUM-001`: an entry of catalogue.yaml. */
export const catalogueId = z.string().regex(/^[A-Z]+-\d{3}$/, 'must be like SUM-001');
export const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** A rule of the user's own may explain itself in one language. */
const explanation = z.union([
  words,
  z
    .string()
    .min(1)
    .transform((own) => ({ zh: own, en: own })),
]);

/** A document in miniature: paragraphs and tables in order. */
const miniature = z
  .array(z.union([z.string(), z.strictObject({ table: z.array(z.array(z.string())).nonempty() })]))
  .nonempty();

/** A document, or two that are compared. What the check makes of it is `expect`. */
const exampleSchema = z.strictObject({
  name: z.string().min(1),
  given: miniature,
  /** The other document, of a check across documents. */
  other: miniature.optional(),
  /** `not_run`: the check finds nothing it may judge. */
  expect: z.enum(['passed', 'passed_with_rounding', 'failed', 'ambiguous', 'not_run']),
  /** Words that the finding's arithmetic or message must show. */
  shows: z.string().optional(),
});

/**
 * A formula down the columns of a statement whose rows the forms fix. Patterns meet a row's label without white space,
 * number and 加：/减：. Terms that a column leaves blank count as nothing.
 */
const rowFormulaSchema = z.strictObject({
  /** An id of tables.yaml. */
  table: z.string(),
  total: pattern,
  plus: z.array(pattern).default([]),
  minus: z.array(pattern).default([]),
  /** Of the terms: those without which the formula is not tried. */
  needs: z.array(pattern).nonempty(),
});

/** A formula across every row of a table whose columns the forms fix. Patterns meet a column's headings joined by /. */
const columnFormulaSchema = z.strictObject({
  table: z.string(),
  total: pattern,
  plus: z.array(pattern).nonempty(),
  minus: z.array(pattern).default([]),
  /** Of the terms: those without which the formula is not tried. */
  needs: z.array(pattern).nonempty(),
});

/** One cell, by the kind of its table (an id of tables.yaml), the label of its row and the headings of its column (the one that gives whole rows unless said). */
const cellSchema = z.strictObject({
  table: z.string(),
  row: pattern,
  column: pattern.optional(),
  /** A blank or missing cell counts as nothing. */
  optional: z.boolean().default(false),
});

/** A formula between cells of different tables: total = Σ plus − Σ minus, or total ≥ Σ plus with `at_least`. */
const cellFormulaSchema = z.strictObject({
  total: cellSchema,
  plus: z.array(cellSchema).nonempty(),
  minus: z.array(cellSchema).default([]),
  /** The total may be more than the one term. */
  at_least: z.boolean().default(false),
});

/** A formula over figures that one sentence, else one paragraph, states; patterns meet their labels. */
const labelFormulaSchema = z.strictObject({
  kind: z.enum(['money', 'count', 'percent']),
  total: pattern,
  plus: z.array(pattern).nonempty(),
  minus: z.array(pattern).default([]),
  /** Of plus and minus: those that count as nothing where they are not stated. */
  optional: z.array(pattern).default([]),
  /** The total may be more than the one term. */
  at_least: z.boolean().default(false),
  /** Words in the paragraph under which it need not hold. */
  unless: pattern.optional(),
});

/** A check that is a special case of another: relations that the other finds under these labels are reported as its own. */
const narrowsSchema = z.strictObject({
  /** The checks that it is a special case of. */
  of: z.array(z.string()).nonempty(),
  /** The label of the total, the rate or the greater figure. */
  total: pattern,
  /** The labels of all terms, of part and whole, or of the lesser figure. */
  terms: pattern,
});

/** A check that is declared over metrics, not found in the words: what to relate. */
const relationSchema = z.union([
  z.strictObject({
    total: z.string(),
    plus: z.array(z.string()).nonempty(),
    minus: z.array(z.string()).default([]),
    /** Of plus and minus: those that count as nothing where the document does not state them. */
    optional: z.array(z.string()).default([]),
    /** `table`: paragraphs are not searched, since their words say better what their figures are parts of. */
    where: z.literal('table').optional(),
  }),
  z.strictObject({
    lesser: z.string(),
    greater: z.string(),
    /** `document`: both may stand anywhere, each with one value; else one paragraph or row states both. */
    where: z.literal('document').optional(),
    /** The stages of which the two must be, where they differ. */
    stages: z.strictObject({ lesser: z.array(z.enum(stages)), greater: z.array(z.enum(stages)) }).optional(),
  }),
  z.strictObject({ rows: rowFormulaSchema }),
  z.strictObject({ columns: columnFormulaSchema }),
  z.strictObject({ labels: labelFormulaSchema }),
  z.strictObject({ cells: cellFormulaSchema }),
]);

/** A formula over metrics, tried in paragraphs and tables. */
export type MetricRelation = Exclude<
  z.infer<typeof relationSchema>,
  { rows: unknown } | { columns: unknown } | { cells: unknown } | { labels: unknown }
>;
export type LabelFormula = z.infer<typeof labelFormulaSchema>;
export type ColumnFormula = z.infer<typeof columnFormulaSchema>;
export type RowFormula = z.infer<typeof rowFormulaSchema>;
export type CellFormula = z.infer<typeof cellFormulaSchema>;
export type CellName = z.infer<typeof cellSchema>;

const checkSchema = z.strictObject({
  id,
  kind: z.enum(checkKinds),
  title: words,
  severity: z.enum(severities),
  /** `documents`: it holds two documents against each other. */
  across: z.literal('documents').optional(),
  /** Entries of catalogue.yaml that it covers. */
  catalogue: z.array(catalogueId),
  /** Shown beside the finding. Quotes the rule or form it comes from where there is one. */
  why: explanation,
  /** What it knowingly does not report. */
  lets_pass: explanation,
  message: words,
  relation: relationSchema.optional(),
  narrows: narrowsSchema.optional(),
  examples: z
    .array(exampleSchema)
    .refine((all) => ['failed', 'not_run'].every((wanted) => all.some((it) => it.expect === wanted)), {
      message: 'needs an example that fails and one that is not run',
    })
    .refine((all) => all.some((it) => it.expect === 'passed' || it.expect === 'passed_with_rounding'), {
      message: 'needs an example that passes',
    }),
});

export interface Check extends Omit<z.infer<typeof checkSchema>, 'lets_pass'> {
  readonly letsPass: Check['why'];
}

/** The kinds of table that a check names. */
function tablesOf({ relation }: Pick<Check, 'relation'>): string[] {
  if (!relation) return [];
  if ('rows' in relation) return [relation.rows.table];
  if ('columns' in relation) return [relation.columns.table];
  if (!('cells' in relation)) return [];
  return [relation.cells.total, ...relation.cells.plus, ...relation.cells.minus].map((it) => it.table);
}

/** Where a check names metrics, and which. */
function metricsIn({
  relation,
}: Pick<Check, 'relation'>): { readonly path: readonly PropertyKey[]; readonly id: string }[] {
  if (!relation) return [];
  const one = (key: string, metric: string) => ({ path: ['relation', key], id: metric });
  if ('lesser' in relation) return [one('lesser', relation.lesser), one('greater', relation.greater)];
  if (!('plus' in relation)) return [];
  const { total, ...lists } = relation;
  const all = (['plus', 'minus', 'optional'] as const).flatMap((key) =>
    lists[key].map((metric, at) => ({ path: ['relation', key, at], id: metric })),
  );
  return [one('total', total), ...all];
}

/** The metrics that a check is declared over; none where it is found in words or by the form of a table. */
export const metricsOf = (check: Pick<Check, 'relation'>): readonly string[] => metricsIn(check).map((it) => it.id);

/** What a check may name, and what else a folder asks of it. */
export interface CheckFolder {
  /** Kinds of table, ids of tables.yaml. */
  readonly tables: readonly string[];
  /** Ids of metrics. */
  readonly metrics: readonly string[];
  /** Objections of the folder: a path in the file and words; none unless given. */
  readonly object?: (
    check: z.infer<typeof checkSchema>,
  ) => { readonly path: PropertyKey[]; readonly message: string } | null;
}

/** Every check of a rules folder, by id. Each file is named after its check. */
export function readChecks(directory: string, folder: CheckFolder): ReadonlyMap<string, Check> {
  const metrics = new Set(folder.metrics);
  // One schema for all files: zod compiles each anew.
  let current = '';
  const known = checkSchema
    .refine((check) => tablesOf(check).every((table) => folder.tables.includes(table)), {
      path: ['relation'],
      message: 'names a kind of table that tables.yaml does not have',
    })
    .superRefine((check, context) => {
      for (const { path, id: metric } of metricsIn(check)) {
        if (metrics.has(metric)) continue;
        const meant = nearest(metric, folder.metrics);
        const message = `there is no metric “${metric}”${meant === null ? '' : ` (did you mean “${meant}”?)`}`;
        context.addIssue({ code: 'custom', path: [...path], message });
      }
      const objection = folder.object?.(check);
      if (objection) context.addIssue({ code: 'custom', ...objection });
    })
    .refine((check) => `${check.id}.yaml` === current, { path: ['id'], message: `must be the file's name` });
  const checks = new Map<string, Check>();
  for (const file of ruleFiles(directory, 'checks')) {
    current = file;
    const { lets_pass: letsPass, ...check } = readRules(join(directory, 'checks', file), known, `checks/${file}`);
    checks.set(check.id, { ...check, letsPass });
  }
  return checks;
}
