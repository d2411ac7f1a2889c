import type { Figure } from '../../model/report.js';
import type { Grammar } from '../../rulebook/grammar.js';

/** What a unit measures, and one of it in the common unit of that measure, as a decimal or a fraction. */
export interface Measure {
  readonly measure: string;
  readonly worth: string;
}

/** A fraction or decimal as a floating number. */
export function worthOf(text: string): number {
  const [over = '1', under = '1'] = text.split('/');
  return Number(over) / Number(under);
}

/** Sorts units by what they measure, so that 亩 and 公顷 can be held against each other. */
export class Measures {
  readonly #byUnit = new Map<string, Measure>();

  constructor({ dimensions, people }: Pick<Grammar, 'dimensions' | 'people'>) {
    for (const [dimension, units] of Object.entries(dimensions)) {
      for (const [unit, worth] of Object.entries(units)) this.#byUnit.set(unit, { measure: dimension, worth });
    }
    for (const unit of people) this.#byUnit.set(unit, { measure: 'people', worth: '1' });
  }

  of({ kind, unit }: { readonly kind: Figure['kind']; readonly unit: string | null }): Measure {
    const shared = kind === 'dimension' || kind === 'count' ? this.#byUnit.get(unit ?? '') : undefined;
    return shared ?? { measure: `${kind} ${unit ?? ''}`, worth: '1' };
  }
}
