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

export const proposed = (spots: readonly Spot[]): Claimant[] =>
  Object.values(generators).flatMap((generator) => generator(spots));
