import { join } from 'node:path';
import { z } from 'zod';
import { assertionClasses, type AssertionClass } from '../model/assertion.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const assertionsSchema = z.strictObject({
  classes: z.strictObject(
    Object.fromEntries(assertionClasses.map((it) => [it, list])) as Record<AssertionClass, typeof list>,
  ),
  /** Words of two figures in one sentence of which the second counts some of the first. */
  pairs: z.array(z.strictObject({ whole: list, part: list })).nonempty(),
  /** Words that name one grade. */
  sameGrade: z.array(list).nonempty(),
  /** Words around shares that are written in words. */
  shares: z.strictObject({
    more: list,
    nearTail: list,
    halved: list,
    generic: list,
    of: list,
    progress: list,
    elsewhere: list,
  }),
  /** What is said of all, and the words of figures that count those of whom it is not true. */
  uniform: z.strictObject({
    groups: z.array(z.strictObject({ said: list, exception: list })).nonempty(),
    scope: list,
    totals: list,
    settled: list,
    elsewhen: list,
  }),
  /** Words that say that what was measured keeps to what is printed as allowed. */
  compliant: z.strictObject({ every: list, one: list, partly: list, except: list }),
  /** Words that a record or a round mark was passed. */
  records: z.strictObject({ passed: list, mark: list, least: list }),
  /** Words that all of something came out of what is named behind them. */
  sources: z.strictObject({ from: list, open: list }),
  /** Words for what several figures make together. */
  sums: z.strictObject({ sum: list, join: list, later: list }),
  /** Words by which one is ahead of another or behind it. */
  leads: z.strictObject({ ahead: list, behind: list, skip: list }),
  /** Words of saving and of spending more, and of years told from now, the earliest first. */
  savings: z.strictObject({ less: list, more: list, years: z.array(list).nonempty() }),
  /** Places in a ranking, the first place first, and the words of who tells of itself. */
  ranks: z.strictObject({ self: list, first: list, second: list, third: list, growth: list }),
  /** Units of groups, and of those who make them up. */
  groups: z.strictObject({ units: list, members: list }),
});

/** Classes of words that assert something of figures printed elsewhere. */
export type Assertions = z.infer<typeof assertionsSchema>;

export const readAssertions = (directory: string): Assertions =>
  readRules(join(directory, 'assertions.yaml'), assertionsSchema, 'assertions.yaml');
