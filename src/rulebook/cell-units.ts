import { join } from 'node:path';
import { z } from 'zod';
import { anyOf } from './any-of.js';
import { readRules } from './yaml.js';

const words = z
  .array(z.string().min(1))
  .nonempty()
  .transform((list) => new RegExp(anyOf(list)));

const schema = z.strictObject({
  /** Words that are units in brackets. */
  bracketed: z.array(z.string().min(1)).transform((list) => new Set(list)),
  not_money: words,
  marks: words,
  not_by_row: words,
  prices: words,
  /** Of base units, the words of headings whose numbers are in them. */
  measures: z.array(z.strictObject({ units: z.array(z.string().min(1)), words: z.array(z.string().min(1)) })),
});

/** Words of headings and rows that tell in which unit a table's bare numbers are printed. */
export type CellUnitRules = z.infer<typeof schema>;

export const readCellUnits = (directory: string): CellUnitRules =>
  readRules(join(directory, 'cell-units.yaml'), schema, 'cell-units.yaml');
