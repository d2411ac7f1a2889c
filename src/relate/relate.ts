import { balance, closes, shareHolds } from '../model/printed.js';
import type { Passage, Reading, TableReading } from '../model/reading.js';
import type { Relation, ShareRelation, SumRelation } from '../model/relation.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { claimedCompletions } from './facts/claimed-completion.js';
import { comparativeRows } from './facts/comparative-rows.js';
import { repeatedFacts, stageConfusions } from './facts/repeated.js';
import { statedFacts } from './facts/stated.js';
import { Formulas } from './formulas/formulas.js';
import { ItemNames } from './facts/item-name.js';
import { framesOf } from './facts/table-frames.js';
import { tableViews } from './facts/table-views.js';
import { targetCompletions } from './facts/target-completions.js';
import { textAgainstTables } from './facts/text-against-table.js';
import { toldFacts } from './facts/told-facts.js';
import { zeroFigures } from './facts/zero-figures.js';
import { beforeAndAfterIn } from './prose/before-and-after.js';
import { changeDirectionsIn } from './prose/change-directions.js';
import { changesIn } from './prose/changes.js';
import { classifiedCountsIn } from './prose/classified-counts.js';
import { countRatesIn } from './prose/count-rates.js';
import { balancedTotalsIn, differencesIn } from './prose/differences.js';
import { executionRatesSaid, openExecutionsIn } from './prose/execution-rates.js';
import { itemLimitsIn } from './prose/item-limits.js';
import { ordersIn } from './prose/orders.js';
import { reasonsIn } from './prose/reasons.js';
import { productsIn } from './prose/products.js';
import { referredCountsIn } from './prose/referred-counts.js';
import { restatementsIn, roundedAgainIn } from './prose/restatements.js';
import { namedListsIn } from './prose/named-lists.js';
import { numberedPartsIn } from './prose/numbered-parts.js';
import { openWherePassedOver } from './prose/passed-over.js';
import { partChangesIn } from './prose/part-changes.js';
import { openSharesIn } from './prose/open-shares.js';
import { shareListsIn } from './prose/share-lists.js';
import { sharesIn } from './prose/shares.js';
import { spreadClosings } from './prose/closings.js';
import { cuesOf } from './prose/cues.js';
import { stageGapsIn } from './prose/stage-gaps.js';
import { sumsIn } from './prose/sums.js';
import { withinIn } from './prose/within.js';
import { narrowed } from './narrowed.js';
import { narratedItems } from './structure/narrated-items.js';
import { structureIn } from './structure/structure.js';
import { unique } from './unique.js';
import { wordingIn } from './wording/wording.js';
import { columnTotalsIn } from './tables/column-totals.js';
import { formTables } from './tables/form-tables.js';
import { formulaSumsIn } from './tables/formula-sums.js';
import { hierarchyIn } from './tables/hierarchy.js';
import { fundsTotalsIn } from './tables/funds.js';
import { KnownTables } from './tables/known-tables.js';
import { nestingIn } from './tables/nesting.js';
import { executionRatesIn } from './tables/rates.js';
import { rowTotalsIn } from './tables/row-totals.js';
import { scoresIn } from './tables/scores.js';

/** Readings of one table's parts together, in reading order. */
function formsOf(tables: readonly TableReading[]): TableReading[][] {
  const forms = new Map<string, TableReading[]>();
  for (const it of tables) forms.set(it.table.id, [...(forms.get(it.table.id) ?? []), it]);
  return [...forms.values()];
}

/** Amounts with nothing between them are the cells of a row whose table the file does not show: no sentence relates them. */
function isTabular({ mentions }: Passage): boolean {
  return mentions.some(
    (it, at) => at > 0 && it.lead.trim() === '' && (it.figure.kind === 'money' || it.figure.kind === 'number'),
  );
}

const holds = ({ rate, part, whole, more }: ShareRelation): boolean => shareHolds(rate, part, whole, more);

function fails({ total, terms }: SumRelation): boolean {
  const it = balance(total, terms);
  return it !== null && !closes(it);
}

/** Every claim of the document that arithmetic can judge, in reading order within each way of finding it. */
export function relate(reading: Reading, rulebook: Rulebook): Relation[] {
  const { passages, tables } = reading;
  const running = passages.filter((passage) => !isTabular(passage));
  const prose = running.flatMap((passage): Relation[] => {
    const open = <R extends Relation>(relations: readonly R[]): R[] => openWherePassedOver(relations, [passage]);
    const sums = open(sumsIn(passage, rulebook.prose, rulebook));
    const onlySums = sums.filter((it): it is SumRelation => it.kind === 'sum');
    return [
      ...sums,
      ...open(numberedPartsIn(passage)),
      ...partChangesIn(passage, rulebook.prose, rulebook),
      ...beforeAndAfterIn(passage, sums),
      ...classifiedCountsIn(passage, rulebook.prose),
      ...changesIn(passage),
      ...changeDirectionsIn(passage),
      ...differencesIn(passage),
      ...balancedTotalsIn(passage),
      ...sharesIn(passage, onlySums),
      ...executionRatesSaid(passage),
      ...countRatesIn(passage, rulebook.rates),
      ...productsIn(passage),
      ...ordersIn(passage),
      ...reasonsIn(passage),
      ...restatementsIn(passage),
      ...roundedAgainIn(passage),
      ...withinIn(passage, rulebook.rates),
      ...stageGapsIn(passage),
    ];
  });
  const sums = prose.filter((it): it is SumRelation => it.kind === 'sum' && it.check === 'parts-of-total');
  const facts = statedFacts(reading);
  const known = new KnownTables(tables, rulebook.tables);
  const narrated = narratedItems(reading);
  const names = new ItemNames(rulebook, reading.ownNames);
  const frames = tables.flatMap((table) => framesOf(table, names));
  const formulas = new Formulas(reading, facts, frames, known, rulebook);
  const answered = new Set(prose.flatMap((it) => (it.kind === 'share' ? [it.rate] : [])));
  const certain = prose.flatMap((it) => (it.kind === 'share' && (it.doubt === null || holds(it)) ? [it.rate] : []));
  const lists = shareListsIn(running, new Set(certain));
  const distant = openSharesIn(running, answered);
  const used = new Set([...answered, ...distant.map((it) => it.rate)]);
  const completions = claimedCompletions(passages, facts, used);
  const executions = openExecutionsIn(running, new Set([...used, ...completions.map((it) => it.rate)]));
  const tableSums = [columnTotalsIn, hierarchyIn, nestingIn, rowTotalsIn].flatMap((find) => tables.flatMap(find));
  const broken = new Set(tableSums.filter((it) => it.doubt === null && fails(it)).map((it) => it.total));
  const found = unique([
    ...wordingIn(reading, rulebook.wording),
    ...structureIn(reading, narrated, rulebook),
    ...formulas.by('cell', 'row', 'column'),
    ...formTables(tables, known, rulebook),
    ...toldFacts(reading, narrated, facts, known, rulebook),
    ...formulas.by('label', 'metric'),
    ...prose,
    ...distant,
    ...lists,
    ...referredCountsIn(running),
    ...itemLimitsIn(running, sums),
    ...openWherePassedOver(namedListsIn(running, sums, cuesOf(rulebook.prose), rulebook), running),
    ...spreadClosings(running, cuesOf(rulebook.prose)),
    ...tableSums,
    ...formulaSumsIn(tables),
    ...tables.flatMap(executionRatesIn),
    ...tables.flatMap(fundsTotalsIn),
    ...formsOf(tables).flatMap(scoresIn),
    ...tableViews(tables, names),
    ...comparativeRows(tables, names),
    ...textAgainstTables(reading, names, broken),
    ...repeatedFacts(facts),
    ...stageConfusions(facts, reading.figures),
    ...completions,
    ...targetCompletions(reading, used),
    ...executions,
  ]);
  return narrowed(rulebook.checks.values(), [...found, ...zeroFigures(passages, found)]);
}
