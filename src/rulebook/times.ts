import { join } from 'node:path';
import { z } from 'zod';
import { timeClasses, type TimeClass } from '../model/times.js';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

/** From near to far. */
const scopes = ['sentence', 'paragraph', 'document'] as const;
export type TimeScope = (typeof scopes)[number];

const timesSchema = z
  .strictObject({
    classes: z.strictObject(Object.fromEntries(timeClasses.map((it) => [it, list])) as Record<TimeClass, typeof list>),
    /** Events, by every word for them. */
    stages: z.record(z.string(), list),
    /** Of two stages of a chain the later named never lies before the other. */
    chains: z.array(
      z.strictObject({
        /** How far apart two events may stand and still be of one affair. */
        within: z.enum(scopes),
        of: z.array(z.string()).min(2),
      }),
    ),
    /** Stages that one affair goes through more than once. */
    repeated: z.array(z.string()),
    /** Stages at which a term is over. */
    ends_terms: z.array(z.string()),
    /** From Monday on. */
    weekdays: z.array(list).length(7),
    units: z.strictObject({
      /** What the nth of years is counted with. */
      'nth-year': list,
      /** What years since a founding are counted with. */
      anniversary: list,
      /** What a number is an hour of the day with. */
      clock: list,
      /** What years of life are counted with. */
      age: list,
      /** How one of something is written before what it is counted with. */
      one: list,
    }),
    /** Names of terms end so. */
    term_ends: list,
    /** Foundings that everyone knows. */
    known: z.array(z.strictObject({ words: list, year: z.number().int() })),
    /** What no calendar has; group 1 is quoted. `as` and `not` are texts in which it is found and not found. */
    impossible: z.array(z.strictObject({ wrong: pattern, as: list, not: list })),
  })
  .superRefine(({ stages, chains, impossible, ...lists }, context) => {
    for (const [at, chain] of chains.entries()) {
      const unknown = chain.of.find((it) => !(it in stages));
      if (unknown !== undefined)
        context.addIssue({ code: 'custom', path: ['chains', at], message: `no stage is called “${unknown}”` });
    }
    for (const key of ['repeated', 'ends_terms'] as const) {
      const unknown = lists[key].find((it) => !(it in stages));
      if (unknown !== undefined)
        context.addIssue({ code: 'custom', path: [key], message: `no stage is called “${unknown}”` });
    }
    for (const [at, { wrong, as, not }] of impossible.entries()) {
      const other = [...as.filter((it) => !wrong.test(it)), ...not.filter((it) => wrong.test(it))][0];
      if (other !== undefined)
        context.addIssue({ code: 'custom', path: ['impossible', at], message: `“${other}” is read otherwise` });
    }
  });

/** What words say of dates and lengths of time. */
export type Times = z.infer<typeof timesSchema>;

/** Throws RULE_INVALID for a chain of unknown stages, or a pattern that does not do what its examples say. */
export const readTimes = (directory: string): Times =>
  readRules(join(directory, 'times.yaml'), timesSchema, 'times.yaml');
