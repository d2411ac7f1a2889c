import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const namesSchema = z.strictObject({
  /** How names of organisations end. */
  organisations: list,
  /** A year that an organisation speaks of. */
  year: pattern,
  /** What follows the name of an organisation that speaks of itself. */
  statements: z.array(pattern).nonempty(),
  /** What follows the name of an organisation that a text gives an amount of. */
  amounts: pattern,
  /** Words of texts about several organisations. */
  inspects: list,
  /** What stands before a name that a line gives. */
  given: pattern,
  /** How names of projects end. */
  projects: list,
  /** How names of small places end. */
  places: list,
  /** Characters in which names differ on purpose. */
  apart: z.string().min(1),
  /** A group behind the name of a person; groups are how many and their counter. */
  group: pattern,
  /** Right behind the name of a person. */
  persons: list,
  /** First characters of names of persons. */
  surnames: z.string().min(1),
});
/** What names look like, and how they slip. */
export type Names = z.infer<typeof namesSchema>;

export const readNames = (directory: string): Names =>
  readRules(join(directory, 'names.yaml'), namesSchema, 'names.yaml');
