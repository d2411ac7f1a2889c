import { join } from 'node:path';
import { z } from 'zod';
import { severities } from '../model/report.js';
import { formulaSchema, selectorsOf } from './formula.js';
import { pattern } from './headings.js';
import { ruleFiles } from './rule-files.js';
import type { Nameable } from './selector.js';
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

/** `3,1`: a cell by row and column, from 0; with a minus, one that is taken away. */
const addedCell = z.string().regex(/^-?\d+,\d+$/, 'must be like 3,1');

/** A document in miniature: paragraphs and tables in order. `adds` says which cells a spreadsheet's formula in a cell adds up. */
const miniature = z
  .array(
    z.union([
      z.string(),
      z.strictObject({
        table: z.array(z.array(z.string())).nonempty(),
        adds: z.record(addedCell, z.array(addedCell)).optional(),
      }),
    ]),
  )
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

/** A check that is a special case of another: relations that the other finds under these labels are reported as its own. */
const narrowsSchema = z.strictObject({
  /** The checks that it is a special case of. */
  of: z.array(z.string()).nonempty(),
  /** The label of the total, the rate or the greater figure. */
  total: pattern,
  /** The labels of all terms, of part and whole, or of the lesser figure. */
  terms: pattern,
});

const checkSchema = (nameable: Nameable) =>
  z.strictObject({
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
    /** A check that is declared, not found in the words: what to relate. */
    relation: formulaSchema(nameable).optional(),
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

type Parsed = z.infer<ReturnType<typeof checkSchema>>;
export interface Check extends Omit<Parsed, 'lets_pass'> {
  readonly letsPass: Check['why'];
}

/** The metrics that a check is declared over; none where it is found in words or by other selectors. */
export const metricsOf = ({ relation }: Pick<Check, 'relation'>): readonly string[] =>
  relation ? selectorsOf(relation).flatMap((it) => (it.by === 'metric' ? [it.metric] : [])) : [];

/** Why a check of its kind cannot be declared so; null where it can. */
function misfitOf({ kind, relation }: Pick<Parsed, 'kind' | 'relation'>): string | null {
  if (!relation) return null;
  if (relation.isBound) return kind === 'at-most' ? null : 'greater and lesser make a check of kind at-most';
  if (kind === 'equal') return relation.terms.length === 1 ? null : 'a check of kind equal has one term';
  return kind === 'sum' ? null : 'total and plus make a check of kind sum, or of kind equal';
}

/** What a check may name, and what else a folder asks of it. */
export interface CheckFolder extends Nameable {
  /** Objections of the folder: a path in the file and words; none unless given. */
  readonly object?: (check: Parsed) => { readonly path: PropertyKey[]; readonly message: string } | null;
}

/** Every check of a rules folder, by id. Each file is named after its check. */
export function readChecks(directory: string, folder: CheckFolder): ReadonlyMap<string, Check> {
  // One schema for all files: zod compiles each anew.
  let current = '';
  const known = checkSchema(folder)
    .superRefine((check, context) => {
      const misfit = misfitOf(check);
      if (misfit !== null) context.addIssue({ code: 'custom', path: ['kind'], message: misfit });
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
