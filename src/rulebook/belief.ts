import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseRules } from './yaml.js';

const beliefSchema = z.strictObject({
  /** By feature: its weight in thousandths of a log-odd. Written by learning, not by hand. */
  weights: z.record(z.string().min(1), z.number().int()),
});

/** How much each feature of a claim speaks for it. */
export type Beliefs = z.infer<typeof beliefSchema>;

/** Throws RULE_INVALID with file and line. */
export const readBeliefs = (directory: string): Beliefs =>
  parseRules(readFileSync(join(directory, 'belief.json'), 'utf8'), beliefSchema, 'belief.json');
