import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const scoresSchema = z.strictObject({
  columns: z.strictObject({
    level: pattern,
    name: pattern,
    weight: pattern,
    score: pattern,
    target: pattern,
    actual: pattern,
    rate: pattern,
    note: pattern,
    budget: pattern,
    spent: pattern,
  }),
  total: pattern,
  subtotal: pattern,
  funds: pattern,
  execution: z.string().min(1),
  full_marks: pattern,
  grades: z.strictObject({ cue: pattern, words: z.array(z.string().min(1)).nonempty() }),
});

/** How score sheets are told apart from other tables, and what their columns, rows and grades mean. */
export type ScoreRules = z.infer<typeof scoresSchema>;

export const readScoreRules = (directory: string): ScoreRules =>
  readRules(join(directory, 'scores.yaml'), scoresSchema, 'scores.yaml');
