import type { Spot } from '../../model/description.js';
import type { Claimant, Generator } from '../candidate.js';
import { balances } from './balances.js';
import { conversions } from './conversions.js';
import { differences } from './differences.js';
import { withFrames } from './frames.js';
import { groupShares } from './group-shares.js';
import { means } from './means.js';
import { paces } from './paces.js';
import { portions } from './portions.js';
import { products } from './products.js';
import { quotients } from './quotients.js';
import { rates } from './rates.js';
import { ratios } from './ratios.js';
import { runs } from './runs.js';

/** Every way in which figures of a paragraph may hang together. Their order changes nothing. */
export const generators: Readonly<Record<string, Generator>> = {
  quotients,
  differences,
  runs,
  products,
  balances,
  ratios,
  means,
  portions,
  rates,
  paces,
  groupShares,
  conversions,
};

/** All that the figures of a paragraph may claim of each other. */
export function proposed(
  spots: readonly Spot[],
  all: Iterable<Generator> = Object.values(generators),
): readonly Claimant[] {
  const used = [...all];
  return withFrames(spots.flatMap((spot) => used.flatMap((generator) => generator(spots, spot))));
}
