/** Where characters of a kind stand in a text: found once, then asked for by position in logarithmic time. */
export class Breaks {
  readonly #places: readonly number[];

  /** `kind` must be global. */
  constructor(text: string, kind: RegExp) {
    this.#places = [...text.matchAll(kind)].map((it) => it.index);
  }

  /** The last place before `at`; -1 where there is none. */
  before(at: number): number {
    return this.#places[this.#countBefore(at) - 1] ?? -1;
  }

  /** The first place at or behind `at`; null where there is none. */
  from(at: number): number | null {
    return this.#places[this.#countBefore(at)] ?? null;
  }

  #countBefore(at: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
