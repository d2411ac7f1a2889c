import { readFileSync, writeFileSync } from 'node:fs';

const headerLength = 32;
const frameHeader = 24;

/** The pages of a log as they are to be written back: the last of each number, in order of number. */
function pagesOf(log: Buffer): { readonly size: number; readonly pages: readonly (readonly [number, Buffer])[] } {
  const size = log.readUInt32BE(8);
  const last = new Map<number, Buffer>();
  for (let at = headerLength; at + frameHeader + size <= log.length; at += frameHeader + size) {
    last.set(log.readUInt32BE(at), log.subarray(at + frameHeader, at + frameHeader + size));
  }
  return { size, pages: [...last].toSorted(([a], [b]) => a - b) };
}

/**
 * Leaves at a path what a kill leaves after so many writes of a checkpoint: some pages of the log already in the database, whose
 * first page then tells of more pages than the file has. Returns how many writes the whole takes.
 */
export function tear(path: string, database: Buffer, log: Buffer, writes: number): number {
  const { size, pages } = pagesOf(log);
  const written = pages.slice(0, writes);
  const last = Math.max(database.length, ...written.map(([number]) => number * size));
  const torn = Buffer.alloc(last);
  database.copy(torn);
  for (const [number, page] of written) page.copy(torn, (number - 1) * size);
  writeFileSync(path, torn);
  writeFileSync(`${path}-wal`, log);
  return pages.length;
}

/** A database in use and its log, as they stand. */
export const takenFrom = (path: string): { readonly database: Buffer; readonly log: Buffer } => ({
  database: readFileSync(path),
  log: readFileSync(`${path}-wal`),
});
