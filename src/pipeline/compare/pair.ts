import { GoujiError } from '../../model/error.js';
import type { Report } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Store } from '../../store/store.js';
import { Comparer, type Compared } from './compare.js';
import type { Pairing } from './pairing.js';

/** Two stored documents of one agency, named by the files that they came from. */
export type StoredPair = Pairing<Pick<Report, 'sha256' | 'file'>>;

/** Why a pair was not compared: a key of the words of COMPARISON_FAILED, or a code of the store. */
export interface NotCompared {
  readonly reason: string;
}

/** What the reports that are kept for the next pair may weigh in all, in characters and what is as much: about 100 MB. */
const mostKept = 20_000_000;
/** A figure, and a cell, with all that is known of it. */
const weights = { figure: 500, cell: 100 };

function weightOf({ blocks, figures, tables }: Report): number {
  const cells = tables.reduce((sum, table) => sum + table.cells.length, 0);
  const whole = weights.figure * figures.length + weights.cell * cells;
  return blocks.reduce((sum, { text }) => sum + text.length, whole);
}

/** Holds documents of a store against each other, pair by pair; those met last are kept for the next pair. */
export class PairComparer {
  readonly #store: Pick<Store, 'loadReport'>;
  readonly #comparer: Comparer;
  /** In the order in which they were last needed. */
  readonly #kept = new Map<string, { readonly report: Report; readonly weight: number }>();

  constructor(store: Pick<Store, 'loadReport'>, rulebook: Rulebook) {
    this.#store = store;
    this.#comparer = new Comparer(rulebook);
  }

  /** A document that the store cannot give costs the pair. */
  async compare({ kind, first, second }: StoredPair): Promise<Compared | NotCompared> {
    try {
      const [one, two] = [await this.#report(first.sha256), await this.#report(second.sha256)];
      if (!one || !two) return { reason: 'gone' };
      return this.#comparer.compareAs({ kind, first: one, second: two }, true);
    } catch (error) {
      if (error instanceof GoujiError) return { reason: error.code };
      throw error;
    }
  }

  async #report(sha256: string): Promise<Report | null> {
    const known = this.#kept.get(sha256);
    const report = known?.report ?? (await this.#store.loadReport(sha256));
    if (!report) return null;
    this.#kept.delete(sha256);
    this.#kept.set(sha256, known ?? { report, weight: weightOf(report) });
    this.#forget();
    return report;
  }

  /** Never the one that came last. */
  #forget(): void {
    let weight = [...this.#kept.values()].reduce((sum, it) => sum + it.weight, 0);
    for (const [sha256, it] of this.#kept) {
      if (weight <= mostKept || this.#kept.size === 1) return;
      this.#kept.delete(sha256);
      weight -= it.weight;
    }
  }
}
