import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { Document } from '../../src/model/document.js';
import { parse } from '../../src/parse/parse.js';

/** A report that was read, or the state in which its file ended; `file` is its path from the folder that was named, the folder's name first. */
export type Read =
  { readonly file: string; readonly document: Document } | { readonly file: string; readonly state: string };

/** A file as it is named, or the reports of a folder and of all folders in it, sorted; README.md tells of a folder and is none. */
function filesAt(path: string): { readonly file: string; readonly path: string }[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [{ file: basename(path), path }];
  const names = globSync('**/*.{docx,pdf,txt,md}', { cwd: path, caseSensitiveMatch: false });
  return names
    .filter((name) => !/^readme\.md$/i.test(basename(name)))
    .sort()
    .map((name) => ({ file: `${basename(path)}/${name}`, path: join(path, name) }));
}

/** Every DOCX, PDF and text of files and folders, parsed, one after the other: a folder of any size fits in memory. */
export async function* documentsAt(paths: readonly string[]): AsyncGenerator<Read> {
  for (const { file, path } of paths.flatMap(filesAt)) {
    if (!existsSync(path)) {
      yield { file, state: 'not found' };
      continue;
    }
    const parsed = await parse(new Uint8Array(readFileSync(path)), basename(path));
    yield 'document' in parsed ? { file, document: parsed.document } : { file, state: parsed.state };
  }
}
