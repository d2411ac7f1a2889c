import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileKind } from '../model/file-kind.js';
import { problem, type Problem } from '../model/problem.js';
import { largestFile, withFile, type OpenFile } from './import/read-file.js';
import { reasonOf, unreadable } from './import/unreadable.js';

/**
 * Has work done with a file that somebody named, or says why that cannot be: only an ordinary file is opened, since even
 * opening a FIFO or device may wait for ever or do something. Never rejects because of the file.
 */
export async function withNamed<T>(
  given: string,
  work: (file: OpenFile) => Promise<T>,
): Promise<{ readonly done: T } | { readonly problem: Problem }> {
  const path = resolve(given);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { problem: unreadable(given, found.isDirectory() ? 'EISDIR' : fileKind(found)) };
    if (found.size > largestFile)
      return { problem: problem('FILE_TOO_LARGE', { file: basename(path), bytes: found.size, limit: largestFile }) };
    return { done: await withFile(path, true, work) };
  } catch (error) {
    return { problem: unreadable(given, reasonOf(error)) };
  }
}
