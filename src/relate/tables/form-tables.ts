import type { TableReading } from '../../model/reading.js';
import type { Relation } from '../../model/relation.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { codesNested } from './codes-nested.js';
import type { KnownTables } from './known-tables.js';
import { targetsMissed } from './targets-missed.js';
import { unitsNamed } from './units-named.js';

/** What the forms say of the tables that follow them. */
export const formTables = (tables: readonly TableReading[], known: KnownTables, rulebook: Rulebook): Relation[] => [
  ...codesNested(tables),
  ...unitsNamed(known, rulebook.tables),
  ...targetsMissed(tables),
];
