import { join } from 'node:path';
import { z } from 'zod';
import { rulesDirectory } from './directory.js';
import { readRules } from './yaml.js';

/** Words that stand in one line with spaces between them. */
export const wordList = z.string().transform((line) => line.split(/\s+/u).filter((word) => word !== ''));
const factor = z.string().regex(/^\d+(\.\d+)?$/u, 'a plain decimal in quotes');

const unitWords = z.record(z.string().min(1), wordList);

/** What rules/units.yaml must look like. */
export const unitsSchema = z.strictObject({
  money: z.array(
    z.strictObject({
      unit: z.string().min(1),
      /** Word after the number → its worth in the unit. */
      words: z.record(z.string().min(1), factor),
      before: wordList,
      after: wordList,
    }),
  ),
  /** Base unit → its words. */
  measures: z.strictObject({
    percent: unitWords,
    score: unitWords,
    multiple: unitWords,
    dimension: unitWords,
    duration: unitWords,
  }),
  counts: z.strictObject({
    words: wordList,
    arabic: wordList,
    ranks: wordList,
    never: wordList,
    after_gap: wordList,
  }),
  per: wordList,
  cues: z.strictObject({
    money: wordList,
    other: wordList,
    money_after: wordList,
    code: wordList,
    caption: wordList,
    sheets: wordList,
    code_after: wordList,
    ratio: wordList,
    points: wordList,
    rate: wordList,
    words: wordList,
    words_after: wordList,
    up: wordList,
    down: wordList,
    not_minus: wordList,
    filler: wordList,
    change_to: wordList,
    change_from: wordList,
    about: wordList,
    nearly: wordList,
    gt: wordList,
    gte: wordList,
    lt: wordList,
    lte: wordList,
    after_about: wordList,
    after_gte: wordList,
    after_lte: wordList,
  }),
});
export type Units = z.output<typeof unitsSchema>;

export const loadUnits = (directory: string = rulesDirectory): Units =>
  readRules(join(directory, 'units.yaml'), unitsSchema, 'rules/units.yaml');
