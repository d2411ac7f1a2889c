import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();
const acrossSchema = z.strictObject({
  /** Kinds of report that come out every year. */
  series: list,
  accounts: list,
  budgets: list,
  performance: list,
  final: list,
  /** Words in titles that say whose amounts a report gives. */
  department: list,
  unit: list,
  /** Words that say that figures reported before are not those that were reported. */
  adjusted: list,
  opening: list,
  closing: list,
});

/** What two documents of one agency may be held against each other for. */
export type Across = z.infer<typeof acrossSchema>;

export const readAcross = (directory: string): Across =>
  readRules(join(directory, 'across.yaml'), acrossSchema, 'across.yaml');
