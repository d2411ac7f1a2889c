import type { StoredFinding } from '../../store/store.js';

export const findingFormats = ['table', 'json', 'ndjson', 'csv', 'sarif', 'html'] as const;
export type FindingFormat = (typeof findingFormats)[number];

/** Formats that people and other programs get as a file, in which what names a person by number is masked. */
export const handedOver: ReadonlySet<FindingFormat> = new Set(['csv', 'sarif', 'html']);

/** A finding as it is to be written. */
export interface Written {
  readonly listed: StoredFinding;
  /** In the language of the person. */
  readonly message: string;
  /** Whether the baseline has it; null without one. */
  readonly isKnown: boolean | null;
}
