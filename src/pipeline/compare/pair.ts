import type { Report } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Store } from '../../store/store.js';
import { Comparer, type Compared } from './compare.js';
import type { Pairing } from './pairing.js';

/** Two stored documents of one agency, named by the files that they came from. */
export type StoredPair = Pairing<Pick<Report, 'sha256' | 'file'>>;

/** What the reports that are kept for the next pair may weigh in all, in characters and what is as much. */
const mostKept = 4_000_000;
/** A figure with all that is known of it. */
const figureWeight = 500;

function weightOf({ blocks, figures }: Report): number {
  return blocks.reduce((sum, { text }) => sum + text.length, figureWeight * figures.length);
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

  /** Null when one of the two is not stored (any more). */
  async compare({ kind, first, second }: StoredPair): Promise<Compared | null> {
    const [one, two] = [await this.#report(first.sha256), await this.#report(second.sha256)];
    return one && two && this.#comparer.compareAs({ kind, first: one, second: two }, true);
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
