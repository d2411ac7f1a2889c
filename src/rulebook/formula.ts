import { z } from 'zod';
import { objectToOutdated } from './outdated-formula.js';
import { anyWords } from './selector-words.js';
import { selectorSchema, tableSchema, type By, type Nameable, type Selector } from './selector.js';

/** Of what all figures of a formula are: one sentence (else its paragraph), one paragraph, one row or the sides of a table, … */
export type Within = 'sentence' | 'paragraph' | 'table' | 'column' | 'row' | 'document';

/** total = Σ weight × term; as a bound, total ≥ Σ term. */
export interface Formula {
  readonly total: Selector;
  readonly terms: readonly { readonly selector: Selector; readonly weight: 1 | -1 }[];
  readonly isBound: boolean;
  readonly within: readonly Within[];
  /** The table whose rows or columns are meant: an id of tables.yaml, or words of its title. */
  readonly table: string | null;
  /** What figures are that are known by their labels or cells. */
  readonly unit: Unit;
  /** Words in the paragraph under which it need not hold. */
  readonly unless: RegExp | null;
  /** Some of its words are regular expressions. */
  readonly hasPatterns: boolean;
}

export const units = ['money', 'count', 'percent', 'number'] as const;
type Unit = (typeof units)[number];

const wheres = ['paragraph', 'table', 'document'] as const;

/** Where figures that are selected so stand together; null where they never do, or not so. */
function withinOf(by: ReadonlySet<By>, where: (typeof wheres)[number] | undefined): readonly Within[] | null {
  const [only = 'metric', ...more] = by;
  if (more.length > 0 || only === 'cell') {
    const inTable = by.has('row') || by.has('column');
    return inTable || (where ?? 'document') !== 'document' ? null : ['document'];
  }
  if (only === 'row') return where === undefined ? ['column'] : null;
  if (only === 'column') return where === undefined ? ['row'] : null;
  if (where === 'document') return ['document'];
  if (only === 'label') return where === 'table' ? null : ['sentence'];
  return where === undefined ? ['paragraph', 'table'] : [where];
}

/** A check's `relation`: an equation (total, plus, minus) or a bound (greater, lesser) over selectors. */
export function formulaSchema(nameable: Nameable) {
  const selector = selectorSchema(nameable);
  const keys = z.strictObject({
    table: tableSchema(nameable).optional(),
    total: selector.optional(),
    plus: z.array(selector).default([]),
    minus: z.array(selector).default([]),
    greater: selector.optional(),
    /** One, or several that are added. */
    lesser: z.preprocess((it) => (Array.isArray(it) || it === undefined ? it : [it]), z.array(selector).optional()),
    /** Metrics and labels: how near each other they stand. */
    where: z.enum(wheres).optional(),
    unit: z.enum(units).default('money'),
    unless: anyWords.optional(),
  });
  const formula = keys.transform(
    ({ table, total, plus, minus, greater, lesser, where, unit, unless }, context): Formula => {
      const objection = (message: string, ...path: PropertyKey[]): never => {
        context.addIssue({ code: 'custom', path, message });
        return z.NEVER;
      };
      const whole = total ?? greater;
      const terms = [
        ...[...(lesser ?? []), ...plus].map((it) => ({ selector: it, weight: 1 as const })),
        ...minus.map((it) => ({ selector: it, weight: -1 as const })),
      ];
      const equation = total !== undefined && !greater && !lesser && plus.length > 0;
      const bound = greater !== undefined && !total && terms.length > 0 && plus.length + minus.length === 0;
      if (!whole || equation === bound) return objection('is total and plus (and minus), or greater and lesser');
      const selectors = [whole, ...terms.map((it) => it.selector)];
      const by = new Set(selectors.map((it) => it.by));
      const within = withinOf(by, where);
      const inTable = by.has('row') || by.has('column');
      if (within === null && inTable && by.size > 1)
        return objection(
          'selects by row or column and by something else: a figure of another place in a table is a cell',
        );
      if (within === null)
        return objection(`figures selected by ${[...by].join(' and ')} are not looked for in a ${where}`, 'where');
      if (inTable !== (table !== undefined))
        return objection(
          inTable ? 'needs a table: whose rows or columns' : 'only rows and columns are of a table',
          'table',
        );
      if (selectors.some((it) => it.by === 'metric' && it.stages) && !within.includes('document'))
        return objection('stages are told apart only with where: document');
      if (unless && !within.includes('sentence')) return objection('is said of labels only', 'unless');
      return {
        total: whole,
        terms,
        isBound: bound,
        within,
        table: table ?? null,
        unit,
        unless: unless?.matches ?? null,
        hasPatterns: selectors.some((it) => it.hasPattern) || unless?.isPattern === true,
      };
    },
  );
  return z.preprocess((given, context) => {
    objectToOutdated(given, context);
    return given;
  }, formula);
}

/** The figures that a formula is over: its total first. */
export const selectorsOf = ({ total, terms }: Formula): readonly Selector[] => [
  total,
  ...terms.map((it) => it.selector),
];
