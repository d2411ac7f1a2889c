import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const ids = z.array(z.string().regex(/^[a-z]+(_[a-z]+)*$/)).nonempty();

const identitySchema = z.strictObject({
  /** Kinds of which an organisation makes one a period. */
  periodic: ids,
  /** Kinds that are about one project, fund or policy. */
  projects: ids,
  parts: z.array(z.strictObject({ id: z.string().regex(/^([QH][1-4]|9M)$/), title: pattern })).nonempty(),
  /** Groups are the first and the last of several years. */
  years: pattern,
  /** Kinds of report that give the amounts of a department or of a unit. */
  scoped: ids,
  department: pattern,
  unit: pattern,
  /** Words for a department's own office, which is a unit whatever else a title says. */
  own_office: pattern,
  by_itself: pattern,
  /** An edition that takes the place of an earlier one. */
  corrected: pattern,
  times: pattern,
  editions: pattern,
  themselves: pattern,
  tails: pattern,
  leads: pattern,
  nothing: pattern,
  subject_keys: z.array(pattern).nonempty(),
  not_subject: pattern,
});

/** What tells one report of an organisation from its others. Patterns meet text without white space. */
export type IdentityRules = z.infer<typeof identitySchema>;

export const readIdentityRules = (directory: string): IdentityRules =>
  readRules(join(directory, 'identity.yaml'), identitySchema, 'identity.yaml');
