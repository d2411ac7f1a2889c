interface Claim {
  readonly row: number;
  readonly col: number;
}

/**
 * Which cells of a table may say which fact they are. Two cells of one row under the same words cannot be told apart, so neither
 * may; of two rows with the same words (一般公共预算财政拨款 once more under 年初结转) the first is the one meant.
 */
export class Claims {
  readonly #cells = new Map<string, Claim[]>();

  add(words: string, at: Claim): void {
    const known = this.#cells.get(words);
    if (known) known.push(at);
    else this.#cells.set(words, [at]);
  }

  /** Where another cell stands that claims the same: in its row, or above it; null where none does. */
  rivalOf(words: string, at: Claim): 'row' | 'above' | null {
    const cells = this.#cells.get(words) ?? [];
    if (cells.filter((it) => it.row === at.row).length > 1) return 'row';
    const [first] = cells;
    return first === undefined || first.row === at.row ? null : 'above';
  }
}
