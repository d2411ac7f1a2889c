import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

const traditionalSchema = z.strictObject({
  pairs: z.string().transform((text, context) => {
    const pairs = text.split(/\s+/).map((pair) => Array.from(pair));
    const wrong = pairs.find((pair) => pair.length !== 2);
    if (wrong) context.addIssue({ code: 'custom', message: `“${wrong.join('')}” is no pair of characters` });
    return new Map(pairs.map(([traditional = '', simplified = '']) => [traditional, simplified]));
  }),
});

/** Text of the same length with traditional characters made simplified. */
export type Simplify = (text: string) => string;

export function readSimplify(directory: string): Simplify {
  const { pairs } = readRules(join(directory, 'traditional.yaml'), traditionalSchema, 'traditional.yaml');
  const traditional = new RegExp(`[${[...pairs.keys()].join('')}]`, 'gu');
  return (text) => text.replace(traditional, (char) => pairs.get(char) ?? char);
}
