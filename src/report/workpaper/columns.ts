import type { Language } from '../../model/catalogue.js';
import { word, type WordKey } from '../../model/words.js';

/** Columns of the sheet of findings, in order, by the words that head them. `paper…` ones are filled in by hand and read back. */
export const findingColumns = [
  'paperIndex',
  'number',
  'severity',
  'rule',
  'title',
  'place',
  'message',
  'arithmetic',
  'quote',
  'paperBasis',
  'paperSource',
  'paperDecision',
  'paperReason',
  'paperBy',
  'paperSeen',
  'paperFinding',
  'paperPicture',
] as const satisfies readonly WordKey[];
export type FindingColumn = (typeof findingColumns)[number];

export const decisions = ['confirm', 'dismiss', 'reopen', 'comment'] as const;
export type PaperDecision = (typeof decisions)[number];

const languages: readonly Language[] = ['zh', 'en'];

const named = <T extends WordKey>(keys: readonly T[]): ReadonlyMap<string, T> =>
  new Map(keys.flatMap((key) => languages.map((language) => [word(key, language).toLowerCase(), key] as const)));

const columns = named(findingColumns);
const chosen = named(decisions);

/** The column that a head names, in whichever language it was written. */
export const columnNamed = (head: string): FindingColumn | undefined => columns.get(head.trim().toLowerCase());
/** The decision that a cell names, in either language. */
export const decisionNamed = (text: string): PaperDecision | undefined => chosen.get(text.trim().toLowerCase());
