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
  /** Units of groups, and of those who make them up. */
  groups: z.strictObject({ units: list, members: list }),
});

/** Classes of words that assert something of figures printed elsewhere. */
export type Assertions = z.infer<typeof assertionsSchema>;

export const readAssertions = (directory: string): Assertions =>
  readRules(join(directory, 'assertions.yaml'), assertionsSchema, 'assertions.yaml');
