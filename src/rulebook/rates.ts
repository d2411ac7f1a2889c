import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const ratesSchema = z.strictObject({
  rates: z
    .array(
      z.strictObject({
        /** Ends of the rate's own words: 群众|满意度. */
        names: list,
        part: list,
        /** In the order in which they are looked for. */
        whole: list,
        /** Also in use as an index of weighted answers. */
        weighted: z.boolean().default(false),
        /** The part may be more than the whole: 完成 and 计划. */
        over: z.boolean().default(false),
        /** Its whole is rarely the number beside it: only one that the words name contradicts the rate. */
        spoken: z.boolean().default(false),
        /** Its whole may be divided before the part is given: 编制46名，其中…。在职44人. */
        spread: z.boolean().default(false),
        /** The words under which the part is no more than the whole, where those of the rate are too wide: staff of all kinds may pass the establishment, and
         *  `unless`: words of the sentence that speak of such. */
        within: z.strictObject({ part: list, whole: list, unless: list }).optional(),
      }),
    )
    .nonempty(),
  qualifiers: list,
  answers: list,
});

/** Which two numbers a named rate divides. */
export type RateRules = z.infer<typeof ratesSchema>;
export type RateRule = RateRules['rates'][number];

export const readRateRules = (directory: string): RateRules =>
  readRules(join(directory, 'rates.yaml'), ratesSchema, 'rates.yaml');
