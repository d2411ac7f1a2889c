import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

/** A regular expression with Unicode classes, written as text. */
export const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is no regular expression' });
    return z.NEVER;
  }
});
const length = z.number().int().positive();

const headingsSchema = z.strictObject({
  length: z.strictObject({
    line: length,
    vouched: length,
    run_in: length,
    account: length,
    term: length,
    term_rest: length,
    lost: length,
  }),
  never: z.array(pattern),
  /** Lines that begin a note below a table. */
  table_note: z.array(pattern),
  ordinals: pattern,
  field: pattern,
  lead_in: pattern,
  amount: pattern,
  figure: pattern,
  account: pattern,
  heading_style: pattern,
  title_style: pattern,
  caption: pattern,
  caption_rest: pattern,
  ending: pattern,
  short_title: pattern,
  closing: pattern,
  /** Words at the end of titles that stand side by side on one level. */
  companions: z.array(z.array(z.string().min(1)).min(2)),
});

/** How headings are told from sentences, list items, captions and cover lines. Patterns meet text without white space. */
export type HeadingRules = z.infer<typeof headingsSchema>;

export const readHeadingRules = (directory: string): HeadingRules =>
  readRules(join(directory, 'headings.yaml'), headingsSchema, 'headings.yaml');
