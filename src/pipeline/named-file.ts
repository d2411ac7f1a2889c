import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { problem, type Problem } from '../model/problem.js';
import { largestFile, withFile } from './import/read-file.js';
import { reasonOf, typeOf } from './import/walk.js';

/**
 * The bytes of a file that somebody named, or why there are none: only an ordinary file is opened, since even opening a
 * FIFO or device may wait for ever or do something. Never rejects because of the file.
 */
export async function bytesOf(given: string): Promise<{ readonly bytes: Buffer } | { readonly problem: Problem }> {
  const path = resolve(given);
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      const reason = found.isDirectory() ? 'EISDIR' : typeOf(found);
      return { problem: problem('FILE_UNREADABLE', { path: given, reason }) };
    }
    if (found.size > largestFile) {
      return { problem: problem('FILE_TOO_LARGE', { file: basename(path), bytes: found.size, limit: largestFile }) };
    }
    return { bytes: await withFile(path, true, (file) => file.bytes()) };
  } catch (error) {
    const reason = reasonOf(error);
    const missing = reason === 'ENOENT' || reason === 'ENOTDIR';
    return {
      problem: missing
        ? problem('FILE_NOT_FOUND', { path: given })
        : problem('FILE_UNREADABLE', { path: given, reason }),
    };
  }
}
