import type { Figure } from '../../../model/report.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';

/** What a unit measures and what one of it is worth in the common unit, a decimal or a fraction. */
interface Unit {
  readonly dimension: string;
  readonly worth: string;
}

/** A fraction or decimal as a floating number, for weighing only. */
export function numberOf(worth: string): number {
  const [over = '1', under = '1'] = worth.split('/');
  return Number(over) / Number(under);
}

/** Units that convert into each other. */
export class Units {
  readonly #units = new Map<string, Unit>();

  constructor(readonly rulebook: Pick<Rulebook, 'grammar' | 'conversions'>) {
    for (const [dimension, units] of Object.entries(rulebook.grammar.dimensions)) {
      for (const [unit, worth] of Object.entries(units)) this.#units.set(unit, { dimension, worth });
    }
  }

  /** Money is money in one currency; null for what has no other unit. */
  of({ kind, unit }: Figure): Unit | null {
    if (kind === 'money') return { dimension: `money ${unit ?? ''}`, worth: '1' };
    return kind === 'dimension' ? (this.#units.get(unit ?? '') ?? null) : null;
  }

  /** All that people take one of a figure's unit to be worth, the true worth first. */
  worths(figure: Figure): readonly string[] {
    const known = this.of(figure);
    return known ? [known.worth, ...(this.rulebook.conversions.habits[figure.unit ?? ''] ?? [])] : [];
  }
}
