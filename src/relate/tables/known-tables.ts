import type { TableReading } from '../../model/reading.js';
import { tableKindOf, type TableKind } from '../../rulebook/tables.js';

/** A document's tables by the form that their titles name. */
export class KnownTables {
  readonly #byKind = new Map<string, TableReading[]>();

  constructor(tables: readonly TableReading[], kinds: readonly TableKind[]) {
    for (const reading of tables) {
      const kind = tableKindOf(reading.table.title, kinds);
      if (kind === null) continue;
      const known = this.#byKind.get(kind);
      if (known) known.push(reading);
      else this.#byKind.set(kind, [reading]);
    }
  }

  of(kind: string): readonly TableReading[] {
    return this.#byKind.get(kind) ?? [];
  }
}
