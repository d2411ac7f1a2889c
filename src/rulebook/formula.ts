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

function keysSchema(nameable: Nameable) {
  const selector = selectorSchema(nameable);
  return z.strictObject({
    table: tableSchema(nameable).optional(),
    total: selector.optional(),
    plus: z.array(selector).default([]),
    minus: z.array(selector).default([]),
    greater: selector.optional(),
    /** One, or several that are added. */
    lesser: z.preprocess((it) => (Array.isArray(it) || it === undefined ? it : [it]), z.array(selector).default([])),
    /** Metrics and labels: how near each other they stand. */
    where: z.enum(wheres).optional(),
    unit: z.enum(units).default('money'),
    unless: anyWords.optional(),
  });
}

type Keys = z.output<ReturnType<typeof keysSchema>>;

/** The two sides; null where the keys are those of neither an equation nor a bound. */
function sidesOf({ total, plus, minus, greater, lesser }: Keys): Pick<Formula, 'total' | 'terms' | 'isBound'> | null {
  const added = (selectors: readonly Selector[], weight: 1 | -1): Formula['terms'] =>
    selectors.map((selector) => ({ selector, weight }));
  if (total && plus.length > 0 && !greater && lesser.length === 0)
    return { total, terms: [...added(plus, 1), ...added(minus, -1)], isBound: false };
  if (greater && lesser.length > 0 && !total && plus.length + minus.length === 0)
    return { total: greater, terms: added(lesser, 1), isBound: true };
  return null;
}

interface Objection {
  readonly message: string;
  readonly path: PropertyKey[];
}

/** Why nobody could look for figures that are selected so; null where they can be found within such places. */
function objectionTo(
  { table, where, unless }: Keys,
  selectors: readonly Selector[],
  within: readonly Within[] | null,
): Objection | null {
  const by = new Set(selectors.map((it) => it.by));
  const inTable = by.has('row') || by.has('column');
  const object = (message: string, ...path: PropertyKey[]): Objection => ({ message, path });
  if (inTable && by.size > 1)
    return object('selects by row or column and by something else: a figure of another place in a table is a cell');
  if (within === null) return object(`by ${[...by].join(' and ')} nothing is looked for in a ${where}`, 'where');
  if (inTable && table === undefined) return object('needs a table: whose rows or columns');
  if (!inTable && table !== undefined) return object('only rows and columns are of a table', 'table');
  if (selectors.some((it) => it.by === 'metric' && it.stages) && !within.includes('document'))
    return object('stages are told apart only with where: document');
  if (unless && !within.includes('sentence')) return object('is said of labels in one paragraph only', 'unless');
  return null;
}

/** A check's `relation`: an equation (total, plus, minus) or a bound (greater, lesser) over selectors. */
export function formulaSchema(nameable: Nameable) {
  const formula = keysSchema(nameable).transform((keys, context): Formula => {
    const { table = null, unit, unless } = keys;
    const sides = sidesOf(keys);
    const selectors = sides ? [sides.total, ...sides.terms.map((it) => it.selector)] : [];
    const within = withinOf(new Set(selectors.map((it) => it.by)), keys.where);
    const objection = sides
      ? objectionTo(keys, selectors, within)
      : { message: 'is total and plus (and minus), or greater and lesser', path: [] };
    if (sides && within && objection === null) {
      const hasPatterns = selectors.some((it) => it.hasPattern) || unless?.isPattern === true;
      return { ...sides, within, table, unit, unless: unless?.matches ?? null, hasPatterns };
    }
    if (objection) context.addIssue({ code: 'custom', ...objection });
    return z.NEVER;
  });
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
