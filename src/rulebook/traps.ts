import { join } from 'node:path';
import { z } from 'zod';
import { rulesDirectory } from './directory.js';
import { wordList } from './units.js';
import { readRules } from './yaml.js';

/** What rules/traps.yaml must look like. */
export const trapsSchema = z.strictObject({
  words: z.array(z.strictObject({ why: z.string().min(1), words: wordList })),
  /** Letters before the number of a standard. */
  standards: wordList,
  /** Words before the agency of a document number that are not part of it. */
  docno_stops: wordList,
});
export type Traps = z.output<typeof trapsSchema>;

export const loadTraps = (directory: string = rulesDirectory): Traps =>
  readRules(join(directory, 'traps.yaml'), trapsSchema, 'rules/traps.yaml');
