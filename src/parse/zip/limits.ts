/** What a package may cost. Bytes are of unpacked data. */
export const zipLimits = {
  entries: 10_000,
  entryBytes: 256 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  /** Unpacked ÷ packed, judged once an entry has given `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
  /** How deep archives of reports may lie in each other. */
  nesting: 2,
} as const;
