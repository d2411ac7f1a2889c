import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const patterns = z.array(pattern);
/** A pattern whose every match is asked for. */
const everywhere = pattern.transform(({ source }) => new RegExp(source, 'gu'));
/** A pattern that must have a group of this name. */
const naming = (group: string) =>
  pattern.refine(({ source }) => source.includes(`(?<${group}>`), { error: `needs a group (?<${group}>…)` });
const points = z.number().int().nonnegative();

const kindSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  title: patterns.default([]),
  heading: patterns.default([]),
  text: patterns.default([]),
  organisation: z.strictObject({ key: pattern, take: z.enum(['first', 'last']) }).optional(),
  /** How names of those end who give such reports, whoever else is named beside them. */
  agency: pattern.optional(),
  /** Before a colon: whom such a report is addressed to, the name as its first group. */
  addressee: pattern.optional(),
  /** Such a report is of the year in which it is filed. */
  year: z.literal('filed').optional(),
  /** Where none is named, the government whose congress meets reports. */
  speaker: z.literal('government').optional(),
});

const kindsSchema = z.strictObject({
  least: points,
  weights: z.strictObject({ title: points, heading: points, text: points }),
  kinds: z.array(kindSchema).nonempty(),
  template: pattern,
  title_end: pattern,
  not_title: pattern,
  issue: pattern,
  title_mark: pattern,
  title_tail: pattern,
  title_half: pattern,
  organisation_keys: z.array(pattern).nonempty(),
  other_organisation_keys: z.array(pattern).nonempty(),
  commissioner_keys: z.array(pattern).nonempty(),
  adviser: pattern,
  adviser_keys: z.array(pattern).nonempty(),
  evaluated: z.array(naming('name')).nonempty(),
  organisation_end: pattern,
  officer: pattern,
  behind_organisation: everywhere,
  second_name: everywhere,
  spoken_at: pattern,
  meeting: pattern,
  announced: pattern,
  place_character: pattern,
  place_rank: pattern,
  place_alone: pattern,
  rank: naming('rank'),
  governing: pattern,
  congress: naming('place'),
  government: naming('place'),
  government_name: z.string().min(1),
  branch: pattern,
  lowest: naming('place'),
  within: naming('place'),
  next_key: pattern,
  later_year: pattern,
  year_of_span: pattern,
  span: pattern,
  year_keys: z.array(pattern).nonempty(),
  date_keys: z.array(pattern).nonempty(),
});

/** The kinds of report, and where a report says its title, agency, year and date. Patterns meet text without white space. */
export type KindRules = z.infer<typeof kindsSchema>;
export type ReportKind = z.infer<typeof kindSchema>;

export const readKindRules = (directory: string): KindRules =>
  readRules(join(directory, 'kinds.yaml'), kindsSchema, 'kinds.yaml');
