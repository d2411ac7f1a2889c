import { mkdirSync, writeSync } from 'node:fs';
import { GoujiError } from '../../model/error.js';
import { reasonOf } from '../../pipeline/import/unreadable.js';

/** OUTPUT_UNWRITABLE, with what the system says. */
export const unwritable = (path: string, error: unknown): GoujiError =>
  new GoujiError('OUTPUT_UNWRITABLE', { path, reason: reasonOf(error) }, { cause: error });

/** A system may take less at once than it is given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
}

/** With all folders above it, where they are not there. Throws OUTPUT_UNWRITABLE. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
}
