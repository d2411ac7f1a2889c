import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const wordingSchema = z.strictObject({
  /** What a template leaves to be filled in or crossed out. */
  residue: z.array(pattern).nonempty(),
  /** So many remains are no oversight: the document is a template itself. */
  residue_of_template: z.number().int().positive(),
  /** Characters or marks that nobody doubles on purpose. */
  doubled: z.array(z.string().min(2)).nonempty(),
  /** Titles that name the year that they report on; group 1 is the year. */
  titled_year: pattern,
  /** A day by which holdings are stated; group 1 is the year, where one is printed. */
  as_of: pattern,
  /** What is held at such a day. */
  holdings: pattern,
  /** Words of a sentence that speaks of another year on purpose. */
  other_year: pattern,
  /** Report kinds whose titles and holdings are of their own year. */
  accounts: z.array(z.string()).nonempty(),
  budgets: z.array(z.string()).nonempty(),
  /** What a table may be empty of: its name, and the words for it in titles and in the text. */
  subjects: z.array(z.strictObject({ name: z.string().min(1), words: pattern })).nonempty(),
  /** A note that calls its table empty. */
  empty_note: pattern,
  /** Words that say there is none of a thing. */
  none: pattern,
  /** Wording that is wrong by itself, by the check that reports it; group 1 is what is quoted. */
  patterns: z.array(z.strictObject({ check: z.string(), wrong: pattern })),
  /** Spellings of one thing, of which a document should use one. */
  variants: z.array(z.array(z.string().min(2)).min(2)),
  /** Grades by total score. */
  grades: z.array(z.strictObject({ names: z.array(z.string()).nonempty(), from: z.number(), below: z.number() })),
});
export type Wording = z.infer<typeof wordingSchema>;

export const readWording = (directory: string): Wording =>
  readRules(join(directory, 'wording.yaml'), wordingSchema, 'wording.yaml');
