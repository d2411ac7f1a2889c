import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const patterns = z.array(pattern);
const points = z.number().int().nonnegative();

const kindSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  title: patterns.default([]),
  heading: patterns.default([]),
  text: patterns.default([]),
  organisation: z.strictObject({ key: pattern, take: z.enum(['first', 'last']) }).optional(),
});

const kindsSchema = z.strictObject({
  least: points,
  weights: z.strictObject({ title: points, heading: points, text: points }),
  kinds: z.array(kindSchema).nonempty(),
  template: pattern,
  title_end: pattern,
  not_title: pattern,
  title_tail: pattern,
  organisation_keys: z.array(pattern).nonempty(),
  other_organisation_keys: z.array(pattern).nonempty(),
  organisation_end: pattern,
  place: pattern,
  next_key: pattern,
  year_keys: z.array(pattern).nonempty(),
  date_keys: z.array(pattern).nonempty(),
});

/** The kinds of report, and where a report says its title, agency, year and date. Patterns meet text without white space. */
export type KindRules = z.infer<typeof kindsSchema>;
export type ReportKind = z.infer<typeof kindSchema>;

export const readKindRules = (directory: string): KindRules =>
  readRules(join(directory, 'kinds.yaml'), kindsSchema, 'kinds.yaml');
