interface TableStats {
  readonly table: string;
  /** Null for an index of the full text, which has no rows of its own. */
  readonly rows: number | null;
  /** Of the file, with what its indexes take. */
  readonly bytes: number;
}

/** What a database consists of. */
export interface DatabaseStats {
  readonly path: string;
  /** Of the file; its log is beside it. */
  readonly bytes: number;
  readonly logBytes: number;
  readonly freeBytes: number;
  readonly documents: number;
  /** Of what the documents say, in UTF-8. */
  readonly textBytes: number;
  /** Bytes of the file for each byte of text; null where there is none. */
  readonly ratio: number | null;
  /** The largest first. */
  readonly tables: readonly TableStats[];
}
