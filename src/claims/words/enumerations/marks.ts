import type { Enumerations } from '../../../rulebook/enumerations.js';
import { numberOf } from './lexicon.js';

/** The number of a listed point: 一是, （二）, 3. */
export interface Mark {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly style: string;
  readonly value: number;
  /** Whether its paragraph begins with it. */
  readonly heads: boolean;
}

/** Finds the marks of listed points. Made once for a rulebook. */
export class MarkFinder {
  readonly #styles: readonly { readonly id: string; readonly head: RegExp; readonly inside: RegExp }[];

  constructor(readonly rules: Enumerations) {
    this.#styles = rules.styles.map(({ id, mark }) => ({
      id,
      head: new RegExp(`^\\s*${mark.source}`, 'u'),
      inside: new RegExp(`(?<=[${rules.before}])${mark.source}`, 'gu'),
    }));
  }

  #value(text: string): number | null {
    const circled = this.rules.circled.indexOf(text);
    return circled >= 0 ? circled + 1 : numberOf(text, this.rules.numerals);
  }

  /** The marks of a paragraph, in order. `text` is simplified. */
  marks(text: string, paragraph: number): Mark[] {
    const found: Mark[] = [];
    const add = (style: string, number: string | undefined, start: number, end: number, heads: boolean): boolean => {
      const value = this.#value(number ?? '');
      if (value === null || value === 0) return false;
      found.push({ paragraph, start, end, style, value, heads });
      return true;
    };
    for (const { id, head } of this.#styles) {
      const hit = head.exec(text);
      if (hit && add(id, hit[1], 0, hit[0].length, true)) break;
    }
    const behind = found[0]?.end ?? 0;
    for (const { id, inside } of this.#styles) {
      for (const hit of text.matchAll(inside)) {
        if (hit.index >= Math.max(behind, 1)) add(id, hit[1], hit.index, hit.index + hit[0].length, false);
      }
    }
    return found
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter((it, i, all) => it.start !== all[i - 1]?.start);
  }
}
