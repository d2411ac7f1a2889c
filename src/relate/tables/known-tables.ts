import { dense } from '../../model/dense.js';
import { groupedBy } from '../../model/grouped.js';
import type { TableReading } from '../../model/reading.js';
import { isTableId } from '../../rulebook/selector.js';
import { tableKindOf, type TableKind } from '../../rulebook/tables.js';

/** A document's tables by the form that their titles name, and by words of the titles. */
export class KnownTables {
  readonly #byName: Map<string | null, readonly TableReading[]>;

  constructor(
    readonly tables: readonly TableReading[],
    kinds: readonly TableKind[],
  ) {
    this.#byName = new Map(groupedBy(tables, (it) => tableKindOf(it.table.title, kinds)));
  }

  /** By an id of tables.yaml, or by words that stand in the title. */
  of(name: string): readonly TableReading[] {
    const known = this.#byName.get(name) ?? (isTableId(name) ? [] : this.#titled(dense(name)));
    this.#byName.set(name, known);
    return known;
  }

  #titled(words: string): readonly TableReading[] {
    return this.tables.filter(({ table }) => dense(table.title ?? '').includes(words));
  }
}
