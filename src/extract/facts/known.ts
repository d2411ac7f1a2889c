import type { Basis } from '../../model/report.js';

/** A part of a fact's identity and how it was known. */
export interface Known<T> {
  readonly value: T | null;
  readonly basis: Basis;
}
export const unknown = { value: null, basis: 'unknown' } as const;
