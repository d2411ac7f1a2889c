import { join } from 'node:path';
import { z } from 'zod';
import { catalogueId, words } from './check.js';
import { readRules } from './yaml.js';

const entrySchema = z.strictObject({
  id: catalogueId,
  title: words,
  /** Ids of kinds.yaml: the kinds of report that it is for. Without them it is for any. */
  kinds: z.array(z.string().min(1)).nonempty().optional(),
  /** Why no check covers it. */
  reason: words.optional(),
});
const schema = z.strictObject({
  entries: z
    .array(entrySchema)
    .nonempty()
    .superRefine((entries, context) => {
      const seen = new Set<string>();
      entries.forEach(({ id }, at) => {
        if (seen.size === seen.add(id).size)
          context.addIssue({ code: 'custom', path: [at, 'id'], message: `“${id}” stands twice` });
      });
    }),
});

/** An entry of the field's catalogue of 勾稽 checks: what a careful auditor would look for, whether a check covers it or not. */
export type CatalogueEntry = z.infer<typeof entrySchema>;

export const readCatalogue = (directory: string): readonly CatalogueEntry[] =>
  readRules(join(directory, 'catalogue.yaml'), schema, 'catalogue.yaml').entries;
