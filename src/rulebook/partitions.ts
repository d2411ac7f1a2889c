import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

const list = z.array(z.string().min(1)).nonempty();

const schema = z.strictObject({
  /** Names that exclude each other and together are everything, whatever the whole is. */
  partitions: z.array(
    z.strictObject({
      /** What divides so: the form or the regulation, where there is one. */
      why: z.string().min(1),
      /** What every such list names, one entry a part, each with its wordings. */
      parts: z.array(list).default([]),
      /** What it names besides, where there is any. */
      rare: z.array(list).default([]),
      /** One of these must be among the parts: a list that ends before it goes on unsaid. */
      needs: list.optional(),
      /** Such a list says by itself what it divides: no 其中 need open it. */
      unopened: z.literal(true).optional(),
    }),
  ),
  /** Ends of names of one kind: things so named exclude each other. */
  kinds: z.array(list),
  /** Names of what some of a total are, whatever else they may be: parts so named may overlap. */
  attributes: list,
});

export type Partitions = z.infer<typeof schema>;
export type Partition = Partitions['partitions'][number];

export const readPartitions = (directory: string): Partitions =>
  readRules(join(directory, 'partitions.yaml'), schema, 'partitions.yaml');
