import { z } from 'zod';

const isObject = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it);

/** A rule's own words, as it would be typed again. */
const typed = (it: unknown): string =>
  Array.isArray(it) ? `[${it.map(typed).join(', ')}]` : typeof it === 'string' ? it : JSON.stringify(it);

const chosenBy = (selector: string): string =>
  `is no longer written: name the table and select by ${selector}, as in relation: { table: …, total: { ${selector}: … }, plus: [{ ${selector}: … }] }`;

/** How what stood under a key of `relation` is written now; null where the key was never known, or still is. */
function nowWritten(key: string, value: unknown): string | null {
  switch (key) {
    case 'rows':
      return chosenBy('row');
    case 'columns':
      return chosenBy('column');
    case 'labels':
      return 'is no longer written: select by label, as in relation: { total: { label: … }, plus: [{ label: … }] }';
    case 'cells':
      return 'is no longer written: select by cell, as in relation: { total: { cell: { table: …, row: …, column: … } }, plus: [{ cell: … }] }';
    case 'at_least':
      return 'is no longer written: a bound is relation: { greater: …, lesser: … }';
    case 'needs':
      return 'is no longer written: every term is needed that does not say optional: true';
    case 'optional': {
      const [first = '…'] = Array.isArray(value) ? value.map(typed) : [];
      return `is said of each term now: instead of ${first} write { metric: ${first}, optional: true } under plus or minus`;
    }
    case 'stages': {
      const own = isObject(value) ? value : {};
      const side = (name: string) => `${name}: { metric: …, stages: ${typed(own[name] ?? ['…'])} }`;
      return `are said of each metric now: write ${side('lesser')} and ${side('greater')}`;
    }
    default:
      return null;
  }
}

/** Objects to what a relation of earlier rules says, and tells how it is written now. */
export function objectToOutdated(relation: unknown, context: z.core.$RefinementCtx): void {
  if (!isObject(relation)) return;
  for (const [key, value] of Object.entries(relation)) {
    const now = nowWritten(key, value);
    if (now !== null) context.addIssue({ code: 'custom', path: [key], message: now });
  }
}
