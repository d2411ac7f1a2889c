import { z } from 'zod';
import { nearest } from '../model/nearest.js';
import { stages, type Stage } from '../model/report.js';
import { columnWords, labelWords, rowWords, type SelectorWords } from './selector-words.js';

/** What picks one figure: the metric that it states, the label that it bears, or where in a table it stands. */
export type Selector = (
  | { readonly by: 'metric'; readonly metric: string; readonly stages: readonly Stage[] | null }
  | { readonly by: 'label'; readonly label: RegExp }
  | { readonly by: 'row'; readonly row: RegExp }
  | { readonly by: 'column'; readonly column: RegExp }
  | { readonly by: 'cell'; readonly table: string; readonly row: RegExp; readonly column: RegExp | null }
) & {
  /** It counts as nothing where it is not found. */
  readonly optional: boolean;
  /** Some of its words are regular expressions. */
  readonly hasPattern: boolean;
  /** Its words, or the metric's id, as the rule writes them. */
  readonly text: string;
};

export type By = Selector['by'];

/** What a rule may name. */
export interface Nameable {
  /** Ids of metrics. */
  readonly metrics: readonly string[];
  /** Ids of tables.yaml. */
  readonly tables: readonly string[];
}

/** An id that is known, or the one that was probably meant. */
function idOf(what: string, ids: readonly string[]) {
  const all = new Set(ids);
  return z.string().superRefine((id, context) => {
    if (all.has(id)) return;
    const meant = nearest(id, ids);
    const message = `there is no ${what} “${id}”${meant === null ? '' : ` (did you mean “${meant}”?)`}`;
    context.addIssue({ code: 'custom', message });
  });
}

/** A kind of table by its id, or words of its title. */
export function tableSchema({ tables }: Nameable) {
  const id = idOf('kind of table', tables);
  return z
    .string()
    .min(1)
    .superRefine((name, context) => {
      const issues = isTableId(name) ? id.safeParse(name).error?.issues : [];
      for (const { message } of issues ?? []) context.addIssue({ code: 'custom', message });
    });
}

/** Whether a table is named by an id of tables.yaml, not by words of its title. */
export const isTableId = (name: string): boolean => /^[a-z_]+$/.test(name);

/** The keys of a selector, read. */
interface Keys {
  readonly metric?: string | undefined;
  readonly label?: SelectorWords | undefined;
  readonly row?: SelectorWords | undefined;
  readonly column?: SelectorWords | undefined;
  readonly cell?:
    { readonly table: string; readonly row: SelectorWords; readonly column?: SelectorWords | undefined } | undefined;
  readonly stages?: readonly Stage[] | undefined;
  readonly optional: boolean;
}

/** Every way in which a selector selects: one, in a sound rule. */
function chosenBy({ metric, label, row, column, cell, stages: at, optional }: Keys): Selector[] {
  const base = (words: readonly (SelectorWords | undefined)[]) => ({
    optional,
    text: words.flatMap((it) => it?.text ?? []).join(' · '),
    hasPattern: words.some((it) => it?.isPattern),
  });
  return [
    metric === undefined ? null : { ...base([]), by: 'metric' as const, text: metric, metric, stages: at ?? null },
    label ? { ...base([label]), by: 'label' as const, label: label.matches } : null,
    row ? { ...base([row]), by: 'row' as const, row: row.matches } : null,
    column ? { ...base([column]), by: 'column' as const, column: column.matches } : null,
    cell
      ? {
          ...base([cell.row, cell.column]),
          by: 'cell' as const,
          table: cell.table,
          row: cell.row.matches,
          column: cell.column?.matches ?? null,
        }
      : null,
  ].filter((it) => it !== null);
}

/** What is wrong with the ways in which a selector selects; null where nothing is. */
function issueOf(only: Selector | undefined, more: readonly Selector[], hasStages: boolean): string | null {
  if (!only) return 'needs one of metric, label, row, column, cell';
  const ways = [only, ...more].map((it) => it.by).join(' and ');
  if (more.length > 0) return `has ${ways}: one of them selects (a row and a column together are a cell)`;
  return hasStages && only.by !== 'metric' ? 'only a metric has stages' : null;
}

/** `{ metric: ID }`, `{ label: WORDS }`, `{ row: WORDS }`, `{ column: WORDS }` or `{ cell: { table, row, column } }`; text alone is a metric. */
export function selectorSchema(nameable: Nameable) {
  const keys = z.strictObject({
    metric: idOf('metric', nameable.metrics).optional(),
    label: labelWords.optional(),
    row: rowWords.optional(),
    column: columnWords.optional(),
    /** The column that gives whole rows, unless one is named. */
    cell: z.strictObject({ table: tableSchema(nameable), row: rowWords, column: columnWords.optional() }).optional(),
    /** Of a metric that is looked for in the whole document: its stages. */
    stages: z.array(z.enum(stages)).nonempty().optional(),
    optional: z.boolean().default(false),
  });
  const selector = keys.transform((given, context): Selector => {
    const [only, ...more] = chosenBy(given);
    const issue = issueOf(only, more, given.stages !== undefined);
    if (only && issue === null) return only;
    if (issue !== null) context.addIssue({ code: 'custom', message: issue });
    return z.NEVER;
  });
  return z.preprocess((given) => (typeof given === 'string' ? { metric: given } : given), selector);
}
