import type { Reading } from '../../model/reading.js';
import type { Relation } from '../../model/relation.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { NarratedItem } from '../structure/narrated-items.js';
import type { KnownTables } from '../tables/known-tables.js';
import { accountNames } from './account-names.js';
import { accountYears } from './account-years.js';
import { itemAmounts } from './item-amounts.js';
import { listedAccounts } from './listed-accounts.js';
import { narratedRows } from './narrated-rows.js';
import { narratedSums } from './narrated-sums.js';
import { percentagePoints } from './percentage-points.js';
import { scoresAndGrades } from './score-and-grade.js';
import { siblingDirections } from './sibling-directions.js';
import type { Stated } from './stated.js';
import { structureTotals } from './structure-totals.js';
import { tripsAndGuests } from './trips-and-guests.js';
import { withinBudget } from './within-budget.js';

/** What the text tells of facts that the forms name: items of the budget, scores, the three public expenses. */
export const toldFacts = (
  reading: Reading,
  narrated: readonly NarratedItem[],
  facts: readonly Stated[],
  known: KnownTables,
  rulebook: Rulebook,
): Relation[] => [
  ...accountNames(narrated, reading.tables),
  ...accountYears(reading, narrated, rulebook.classifications),
  ...itemAmounts(narrated, reading.metadata.reportYear),
  ...narratedSums(narrated, reading.passages),
  ...narratedRows(narrated, known),
  ...listedAccounts(reading),
  ...siblingDirections(reading),
  ...reading.paragraphs.flatMap(structureTotals),
  ...reading.passages.flatMap(percentagePoints),
  ...scoresAndGrades(reading, rulebook.wording),
  ...tripsAndGuests(reading.passages),
  ...withinBudget(reading.paragraphs, facts),
];
