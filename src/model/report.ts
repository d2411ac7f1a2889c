import { z } from 'zod';
import { formNames, type Form } from './arithmetic.js';
import { beliefSchema } from './belief.js';
import { codes } from './catalogue.js';
import { formats } from './document.js';
import { quantityKinds } from './quantity.js';

export const schemaVersion = 1;

/** What became of a file. `duplicate` and `unchanged` belong to the ledger, not to a Report. */
const states = ['ok', 'ok_partial', 'failed', 'limit_exceeded', 'encrypted', 'unsupported'] as const;
/** From worst to mildest. */
export const severities = ['error', 'warning', 'review', 'info'] as const;
const outcomeStatuses = [
  'passed',
  'passed_with_rounding',
  'failed',
  'not_applicable',
  'insufficient_data',
  'ambiguous',
] as const;
export const stages = [
  'initial_budget',
  'adjusted_budget',
  'budget',
  'final',
  'executed',
  'prior_final',
  'target',
  'actual',
] as const;
export const funds = ['all', 'fiscal', 'gpb', 'gfb', 'soc', 'sib', 'non_fiscal'] as const;
/** The four languages of 政府收支分类科目: a code of one says nothing in another. */
export const accountLists = ['revenue', 'functional', 'economic_department', 'economic_government'] as const;
/** The part a figure plays in its sentence or table. */
const roles = ['total', 'part', 'before', 'after', 'delta', 'rate', 'limit', 'threshold'] as const;

const page = z.number().int().positive().nullable();
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable();
const id = z.string().min(1);
const params = z.record(z.string(), z.union([z.string(), z.number()]));

const problemSchema = z.strictObject({
  code: z.enum(codes as [string, ...string[]]),
  params,
  message: z.string(),
  page: z.number().int().positive().optional(),
});

const headingSchema = z.strictObject({
  id,
  level: z.number().int().positive(),
  /** As printed or restored (`一、`, `（二）`, `1.`, `第一部分`); empty where the heading has none. */
  number: z.string(),
  /** Without the number and without a closing 。 */
  title: z.string().min(1),
  /** True when the number was lost in the file and inferred from its neighbours. */
  inferred: z.boolean(),
  parent: id.nullable(),
  block: id,
  page,
});

const blockSchema = z.strictObject({
  id,
  kind: z.enum(['paragraph', 'heading', 'table', 'furniture']),
  text: z.string(),
  page,
  /** Of a footnote or endnote: the block, cell and offset at which it is first referred to. */
  anchor: z
    .strictObject({
      block: id,
      cell: z.strictObject({ row: z.number().int().nonnegative(), col: z.number().int().nonnegative() }).nullable(),
      at: z.number().int().nonnegative(),
    })
    .optional(),
});

const tableSchema = z.strictObject({
  id,
  block: id,
  title: z.string().nullable(),
  /** `万元` from the table's own caption line (单位：万元); null where it has none. */
  unit: z.string().nullable(),
  /** What stands below it and speaks of it (注：本表反映…), line by line; null where nothing does. */
  note: z.string().nullable(),
  pages: z.array(z.number().int().positive()),
  cells: z.array(
    z.strictObject({
      row: z.number().int().nonnegative(),
      col: z.number().int().nonnegative(),
      rowSpan: z.number().int().positive(),
      colSpan: z.number().int().positive(),
      text: z.string(),
    }),
  ),
});

/** Said beside the figure, taken from words around it, or what figures of such a place or report usually are. */
const certainties = ['stated', 'inherited', 'inferred'] as const;
/** Where words stand that tell a part of a figure's identity; `whole` is what 其中 divides, `report` its own year or organisation. */
const sources = [
  'label',
  'clause',
  'sentence',
  'paragraph',
  'whole',
  'row',
  'column',
  'caption',
  'heading',
  'title',
  'report',
  'kind',
] as const;
/** How a part of a fact's identity was known, and why: from which words, standing where. Null where the part is not known. */
const basisSchema = z
  .strictObject({ how: z.enum(certainties), from: z.enum(sources), words: z.string().min(1) })
  .nullable();
const basesSchema = z.strictObject({
  metric: basisSchema,
  stage: basisSchema,
  fund: basisSchema,
  period: basisSchema,
  entity: basisSchema,
});
const factSchema = z.strictObject({
  /** An id of rules/metrics. */
  metric: id,
  stage: z.enum(stages).nullable(),
  fund: z.enum(funds).nullable(),
  /** `2024`, `2024-Q1` or `2024-01-01/2024-06-30`. */
  period: z.string().nullable(),
  entity: z.string().nullable(),
  /** The subject whose share of the metric it is, by its code of 3, 5 or 7 digits (类, 款, 项); null for the whole. */
  account: z.strictObject({ list: z.enum(accountLists), code: z.string(), name: z.string() }).nullable(),
  basis: basesSchema,
});

const figureSchema = z.strictObject({
  id,
  kind: z.enum(quantityKinds),
  /** The quoted words, as printed. */
  text: z.string(),
  number: z.string().nullable(),
  unitText: z.string(),
  /** Exact decimal in the base unit. */
  value: z.string(),
  unit: z.string().nullable(),
  /** Worth of one unit in the last printed place, in the base unit. */
  step: z.string().nullable(),
  /** Where the unit was read: beside the number, in the table's caption, in the column's header, or nowhere. */
  unitFrom: z.enum(['number', 'caption', 'header', 'document', 'list', 'none']),
  approx: z.string().nullable(),
  label: z.string(),
  role: z.enum(roles).nullable(),
  /**
   * The id of the first figure of those in its sentence that belong together: a whole and its 其中, a level with its base, change and
   * rate, before and after, the members of 分别为. Null for a figure by itself, and in tables, where row and column tell.
   */
  group: id.nullable(),
  fact: factSchema.nullable(),
  block: id,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  page,
  box,
  table: z.strictObject({ id, row: z.number().int(), col: z.number().int() }).nullable(),
  /** The heading that it stands under. */
  heading: id.nullable(),
});

/** A row of a score sheet (指标评分表, 绩效自评表), or what a report says of its whole score. */
const indicatorSchema = z.strictObject({
  id,
  /** `execution`: the scored line of funds; `total`: 总分; `result`: score or grade of the whole, in text or in a field of a form. */
  kind: z.enum(['indicator', 'execution', 'total', 'result']),
  /** 1 for 一级指标 and so on; 0 for the whole. */
  level: z.number().int().nonnegative(),
  parent: id.nullable(),
  /** Without the full marks in brackets. */
  name: z.string(),
  /** Exact decimals: full marks (or a weight in percent), the score given, a rate in percent. */
  weight: z.string().nullable(),
  /** As printed. */
  target: z.string().nullable(),
  actual: z.string().nullable(),
  score: z.string().nullable(),
  rate: z.string().nullable(),
  /** 优, 良, 中, 差 or the report's own word. */
  grade: z.string().nullable(),
  /** Why the target was missed or points were deducted. */
  note: z.string().nullable(),
  block: id,
  page,
  table: z.strictObject({ id, row: z.number().int(), col: z.number().int() }).nullable(),
});

const outcomeSchema = z.strictObject({
  check: id,
  status: z.enum(outcomeStatuses),
  figures: z.array(id),
  /** Stated minus computed, in the base unit. */
  residual: z.string().optional(),
  /** The most that rounding of the printed digits can explain. */
  bound: z.string().optional(),
  reason: z.string().optional(),
});

const evidenceSchema = z.strictObject({
  /** Null, or the sha256 of the other document of a comparison. */
  document: z.string().nullable(),
  figure: id.nullable(),
  block: id,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  page,
  box,
  /** The quoted figure or words. */
  text: z.string(),
  /** Its sentence; for a cell the texts of its row joined. */
  context: z.string(),
});

/** A single cause that would close the relation, shown only when no other does. */
const hypothesisSchema = z.strictObject({
  kind: z.enum(['unit', 'decimal', 'transposed', 'missing', 'doubled', 'sign']),
  figure: id,
  /** As printed and as it would have to read. */
  printed: z.string(),
  expected: z.string(),
  /** The changed value in the base unit. */
  value: z.string(),
  /** `unit` only: the unit that would be right. */
  unitText: z.string().nullable(),
});

const findingSchema = z.strictObject({
  id,
  subject: id,
  rule: id,
  severity: z.enum(severities),
  params,
  /** Chinese; another language is rendered from rule and params. */
  message: z.string(),
  /** Chinese; another language is rendered from `steps`. */
  arithmetic: z.string(),
  /** What `arithmetic` is made of: forms of rules and what stands in them. */
  steps: z.array(z.strictObject({ form: z.enum(formNames as [Form, ...Form[]]), params })),
  hypothesis: hypothesisSchema.nullable(),
  /** Of what was found by the odds that it is meant and wrong; left out where a declared form claims it. */
  belief: beliefSchema.optional(),
  evidence: z.array(evidenceSchema).nonempty(),
});

/** Which report of its organisation a document is, by what its title and cover say; null for what they do not say. */
const identitySchema = z.strictObject({
  /** `2024`, `2024-Q1`, `2024-H1`, `2022..2024`. */
  period: z.string().nullable(),
  /** Of a whole department, or of one unit. */
  scope: z.enum(['department', 'unit']).nullable(),
  /** The project, fund or matter that it is about; null for a report on the whole of an organisation. */
  subject: z.string().nullable(),
  /** Its title says that it takes the place of an earlier edition. */
  corrected: z.boolean(),
  /** Documents of one key are editions of one report; null where too little is said to tell it from others. */
  key: z.string().nullable(),
});

/** The one schema of what `check --json` prints, the library returns and the store keeps. */
export const reportSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.enum(formats).nullable(),
  state: z.enum(states),
  problems: z.array(problemSchema),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  /** An id of rules/kinds.yaml. */
  reportKind: z.string().nullable(),
  reportYear: z.number().int().nullable(),
  /** ISO date. */
  filledOn: z.string().nullable(),
  /** Null for a file that was not read. */
  identity: identitySchema.nullable(),
  pages: z.number().int().nonnegative().nullable(),
  headings: z.array(headingSchema),
  blocks: z.array(blockSchema),
  tables: z.array(tableSchema),
  figures: z.array(figureSchema),
  indicators: z.array(indicatorSchema),
  outcomes: z.array(outcomeSchema),
  findings: z.array(findingSchema),
});

export type Report = z.infer<typeof reportSchema>;
export type Identity = z.infer<typeof identitySchema>;
export type State = Report['state'];
export type Severity = (typeof severities)[number];
/** The less grave of two. */
export const milder = (a: Severity, b: Severity): Severity => (severities.indexOf(a) > severities.indexOf(b) ? a : b);
export type Stage = (typeof stages)[number];
export type Fund = (typeof funds)[number];
export type Role = (typeof roles)[number];
export type Basis = NonNullable<z.infer<typeof basisSchema>>;
export type Bases = z.infer<typeof basesSchema>;
export type OutcomeStatus = (typeof outcomeStatuses)[number];
export type Heading = z.infer<typeof headingSchema>;
export type AccountList = (typeof accountLists)[number];
export type Account = NonNullable<Fact['account']>;
export type Fact = z.infer<typeof factSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type ReportTable = z.infer<typeof tableSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Hypothesis = z.infer<typeof hypothesisSchema>;
export type Finding = z.infer<typeof findingSchema>;
