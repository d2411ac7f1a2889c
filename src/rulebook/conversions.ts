import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

const conversionsSchema = z.strictObject({
  /** Say that an amount follows once more. */
  again: z.array(z.string().min(1)).nonempty(),
  /** Of these: words that say it only inside brackets. */
  weak: z.array(z.string().min(1)).nonempty(),
  /** Numerals that only amounts on papers of value are written with. */
  capitals: z.string().min(1),
  /** Say that an amount in such numerals, or in digits, states another once more. */
  capital_says: z.array(z.string().min(1)).nonempty(),
  /** May stand between the two besides. */
  capital_between: z.array(z.string().min(1)).nonempty(),
  /** By unit: other worths that people convert it by, in the common unit of its dimension. */
  habits: z.record(z.string(), z.array(z.string().regex(/^\d+(\.\d+)?$/)).nonempty()),
});
/** How text prints one amount in two units. */
export type Conversions = z.infer<typeof conversionsSchema>;

export const readConversions = (directory: string): Conversions =>
  readRules(join(directory, 'conversions.yaml'), conversionsSchema, 'conversions.yaml');
