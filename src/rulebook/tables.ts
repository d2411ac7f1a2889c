import { join } from 'node:path';
import { z } from 'zod';
import { pattern } from './headings.js';
import { readRules } from './yaml.js';

const tablesSchema = z.strictObject({
  tables: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z]+(_[a-z]+)*$/), name: z.string().min(1), title: pattern }))
    .nonempty(),
});

export type TableKind = z.infer<typeof tablesSchema>['tables'][number];

/** The tables whose form is fixed, in the order in which their titles are tried. */
export const readTableKinds = (directory: string): readonly TableKind[] =>
  readRules(join(directory, 'tables.yaml'), tablesSchema, 'tables.yaml').tables;

/** Which of the forms a title names; null where it names none. */
export function tableKindOf(title: string | null, kinds: readonly TableKind[]): string | null {
  const words = (title ?? '')
    .normalize('NFKC')
    .replace(/["”“]/g, '')
    .replace(/\s+/g, '')
    .replace(/(?:[（(](?:续|空表).*|[（(]?(?:金额)?单位[:：].*)$/, '');
  return kinds.find((kind) => kind.title.test(words))?.id ?? null;
}
