import type { Spot } from '../../model/description.js';
import type { Claimant, Generator } from '../candidate.js';
import { balances } from './balances.js';
import { differences } from './differences.js';
import { products } from './products.js';
import { quotients } from './quotients.js';
import { runs } from './runs.js';

/** Every way in which figures of a paragraph may hang together. Their order changes nothing. */
export const generators: Readonly<Record<string, Generator>> = {
  quotients,
  differences,
  runs,
  products,
  balances,
};

/** One after the other, since what is proposed of a figure takes more room than what is then believed of it. */
export function* proposed(
  spots: readonly Spot[],
  all: Iterable<Generator> = Object.values(generators),
): Iterable<Claimant> {
  for (const spot of spots) for (const generator of all) yield* generator(spots, spot);
}
