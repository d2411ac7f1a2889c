import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const slipsSchema = z.strictObject({
  /** By dimension: powers of ten by which its units differ. */
  powers: z.record(z.string(), z.array(z.number().int().positive()).nonempty()),
  /** By dimension: the units that people print, and one of each in the common unit. */
  units: z.record(z.string(), z.record(z.string(), z.number().positive())),
  /** Say that a figure sums up those beside it. */
  totals: list,
  /** Say that a figure is what is left of those beside it. */
  nets: list,
  /** The unit of a difference of percentages, and of a percentage. */
  points: z.string().min(1),
  percent: z.string().min(1),
  /** A number of things; groups are the number, its counter and what is counted. */
  things: pattern,
  /** May stand behind a word for all. */
  already: list,
  /** A day or month. */
  day: pattern,
  /** Say of things that they are all in a state. */
  all: list,
  /** Say of things that they are not in it. */
  not_yet: list,
  /** What things may be said to be or not. */
  deeds: list,
  /** Say that a sentence speaks of another time. */
  later: list,
});
/** Words by which slips of units and contradicted states are known. */
export type Slips = z.infer<typeof slipsSchema>;

export const readSlips = (directory: string): Slips =>
  readRules(join(directory, 'slips.yaml'), slipsSchema, 'slips.yaml');
