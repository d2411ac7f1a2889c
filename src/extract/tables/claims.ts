interface Claim {
  readonly row: number;
}

/**
 * Which cells of a table may say which fact they are. Two cells of one row under the same words cannot be told apart, so neither
 * may; of two rows with the same words (一般公共预算财政拨款 once more under 年初结转) the first is the one meant.
 */
export class Claims {
  /** By words: the first row that claims, and how many cells of each row do. */
  readonly #rows = new Map<string, Map<number, number>>();

  add(words: string, at: Claim): void {
    const rows = this.#rows.get(words) ?? new Map<number, number>();
    this.#rows.set(words, rows);
    rows.set(at.row, (rows.get(at.row) ?? 0) + 1);
  }

  /** Where another cell stands that claims the same: in its row, or above it; null where none does. */
  rivalOf(words: string, at: Claim): 'row' | 'above' | null {
    const rows = this.#rows.get(words);
    if ((rows?.get(at.row) ?? 0) > 1) return 'row';
    const first = rows?.keys().next().value;
    return first === undefined || first === at.row ? null : 'above';
  }
}
