import { join } from 'node:path';
import { z } from 'zod';
import { wordClasses, type WordClass } from '../model/description.js';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const grammarSchema = z.strictObject({
  classes: z.strictObject(Object.fromEntries(wordClasses.map((it) => [it, list])) as Record<WordClass, typeof list>),
  /** Classes whose words also name things. */
  nouns: z.array(z.enum(wordClasses)).nonempty(),
  each: z.strictObject({
    /** Words that stand before the thing: 每|千人. */
    mark: list,
    /** Words that hold both, with the thing: 户均 → 户. */
    short: z.record(z.string(), z.string()),
    /** Spans of time that are spelled otherwise when they are counted: 月 → 1个月. */
    spans: z.record(z.string(), z.string()),
  }),
  /** Measure words that all count people. */
  people: list,
  /** By dimension: units with their worth in a common one, a decimal or a fraction. */
  dimensions: z.record(z.string(), z.record(z.string(), z.string().regex(/^\d+(\.\d+)?(\/\d+)?$/))),
});

/** Classes of words by which text says how its figures hang together. */
export type Grammar = z.infer<typeof grammarSchema>;

export const readGrammar = (directory: string): Grammar =>
  readRules(join(directory, 'grammar.yaml'), grammarSchema, 'grammar.yaml');
