import { printed } from '../../model/printed.js';
import { cellKey, type Passage, type TableReading } from '../../model/reading.js';
import type { Figure, Stage } from '../../model/report.js';
import { selectorsOf, type Formula } from '../../rulebook/formula.js';
import { rowName } from '../../rulebook/selector-words.js';
import type { Selector } from '../../rulebook/selector.js';
import type { Stated } from '../facts/stated.js';
import { labelOf, wholeColumns } from '../facts/table-items.js';
import type { KnownTables } from '../tables/known-tables.js';
import { happened } from './in-paragraphs.js';
import { labelled, statedIn } from './in-sentences.js';
import { isFigure, trialIn, type Declared, type Found, type Scope, type Trial } from './relation-in.js';

type Stages = readonly (Stage | null)[];

const plans: Stages = ['initial_budget', 'adjusted_budget', 'budget'];

/** The one value among figures; null where the document gives none or several, as of an agency alone and of all below it. */
const onlyValue = (figures: readonly Figure[]): Figure | null =>
  new Set(figures.map((it) => it.value)).size === 1 ? (figures[0] ?? null) : null;

/** A metric that the document gives one value at some stages. */
function metricOf(metric: string, facts: readonly Stated[], among: Stages): Figure | null {
  const own = facts.filter(({ fact }) => fact.metric === metric && among.includes(fact.stage));
  return onlyValue(own.map((it) => it.figure));
}

type CellSelector = Extract<Selector, { by: 'cell' }>;

function cellsIn(reading: TableReading, { row, column }: CellSelector, unit: Formula['unit']): Figure[] {
  const columns =
    column === null
      ? wholeColumns(reading)
      : reading.columns.filter((it) => it.role === 'amount' && column.test(it.path.join('/')));
  return columns.flatMap(({ index }) =>
    reading.rows.flatMap((it): Figure[] => {
      const figure = reading.figures.get(cellKey(it.index, index));
      if (!figure || it.role === 'header' || figure.kind !== unit || !printed(figure)) return [];
      const isNamed = row.test(rowName(labelOf(reading, it, index))) || (it.code !== '' && row.test(it.code));
      return isNamed ? [figure] : [];
    }),
  );
}

/** The figure of a cell; null where the document has not one such table, or the table not one such value. */
function cellOf(selector: CellSelector, tables: KnownTables, unit: Formula['unit']): Figure | null {
  const own = tables.of(selector.table);
  if (new Set(own.map((it) => it.table.id)).size !== 1) return null;
  return onlyValue(own.flatMap((reading) => cellsIn(reading, selector, unit)));
}

/** Figures are alike that may be held against each other: of one kind, and of one period where they state facts. */
function isAlike(figure: Figure, total: Figure): boolean {
  const [a, b] = [figure.fact, total.fact];
  return figure.kind === total.kind && (!a || !b || a.period === b.period);
}

/** The stages at which a formula over metrics is tried: what happened, and plans; as it says, where it does. */
function triedAt(formula: Formula): readonly Stages[] {
  const open = selectorsOf(formula).some((it) => it.by === 'metric' && it.stages === null);
  return open ? [happened, plans] : [happened];
}

/** Formulas over figures that may stand anywhere, each with one value (收入支出决算总表的本年支出合计 = 支出决算表的合计). */
export function inDocument(
  tables: KnownTables,
  facts: readonly Stated[],
  passages: readonly Passage[],
): (declared: Declared) => Trial[] {
  const mentions = passages.flatMap((it) => it.mentions);
  return (declared) => {
    const { formula } = declared;
    return triedAt(formula).flatMap((among) => {
      const find = (it: Selector): Found => {
        if (it.by === 'metric') return metricOf(it.metric, facts, it.stages ?? among);
        if (it.by === 'label') return labelled(statedIn(mentions, formula.unit), it.label);
        return it.by === 'cell' ? cellOf(it, tables, formula.unit) : null;
      };
      const scope: Scope = {
        total: find,
        term(it, total) {
          const found = find(it);
          return it.by === 'metric' && isFigure(found) && !isAlike(found, total) ? null : found;
        },
      };
      return [trialIn(declared, scope) ?? []].flat();
    });
  };
}
