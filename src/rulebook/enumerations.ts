import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const enumerationsSchema = z.strictObject({
  /** Characters of a numeral with what they are worth. */
  numerals: z.record(z.string().length(1), z.number().int().positive()),
  /** Characters of greater numerals. */
  greater: z.string().min(1),
  /** Words by which things that have names are counted. */
  counters: list,
  /** Of these: words that count events as well. */
  events: list,
  /** What stands before a numeral that counts nothing, or not exactly. */
  uncounted: list,
  /** What makes a count round. */
  round: list,
  /** Heads of units that begin like a counter. */
  units: list,
  /** Join two members of a list, or two parts of one name. */
  joins: list,
  /** Of these: those that join members only. */
  always: list,
  /** Of these: those that join no members. */
  never: list,
  /** Go on with another member of a list. */
  more: list,
  /** Behind a list that names some. */
  open: list,
  /** Before a list that names some. */
  some: list,
  /** Between a list and the count that closes it. */
  closers: list,
  /** Of these: what may also sum what the members hold. */
  sums: list,
  /** Before a list of all that is counted. */
  opens: list,
  /** Stand for what was just counted, before a word that opens its list. */
  pronouns: list,
  /** Open a list behind a pronoun only. */
  copulas: list,
  /** Sums up the members of a list behind it. */
  sums_up: pattern,
  /** Go over to what a list does not name. */
  leaves: list,
  /** What a member that tells what happened when begins with. */
  dated: pattern,
  /** Words that a list before a count begins behind. */
  leads: list,
  /** The same, of words that stand in names as well. */
  verbs: list,
  /** Follow a word that a list begins behind. */
  aspects: list,
  /** Go on about members that were named. */
  distributes: list,
  /** What numbered lists spell out without announcing it. */
  points: list,
  /** Announce a numbered list. */
  announces: list,
  /** Say, right before a count, that a list follows. */
  divides: list,
  /** Before the number of one of several. */
  nth: z.string().min(1),
  /** Refer to what was listed before. */
  refers: list,
  /** Leave out what they stand before. */
  without: list,
  /** Characters before such a word that make it another. */
  not_without: z.string().min(1),
  /** Links a name to what it is of: 除甲外|的|其他三个. */
  linking: list,
  /** Behind what is left out. */
  apart: list,
  /** Begin what a thing has come to, or has not. */
  states: list,
  /** What persons are in a group, right before their names. */
  roles: list,
  /** Of the counters: those that count persons. */
  persons: list,
  /** Heads of columns that number the rows of a table. */
  numbered: list,
  /** Say that a count is of all there are. */
  whole: list,
  /** Characters that the mark of a listed point may stand behind, inside [ ]. */
  before: z.string().min(1),
  /** Ways to number the points of a list; group 1 is the number. */
  styles: z.array(z.strictObject({ id: z.string(), mark: pattern })).nonempty(),
  /** Characters that are numbers, from 1. */
  circled: z.string().min(1),
});
/** How text counts things and names them. */
export type Enumerations = z.infer<typeof enumerationsSchema>;

export const readEnumerations = (directory: string): Enumerations =>
  readRules(join(directory, 'enumerations.yaml'), enumerationsSchema, 'enumerations.yaml');
