import { readFileSync } from 'node:fs';
import { GoujiError } from '../../model/error.js';
import { withNamed } from '../../pipeline/named-file.js';
import { rawPath, type RawPath } from '../../pipeline/import/shown-path.js';

/** Paths of a list, as the bytes that they are: ended by NUL where it holds any, else by line feeds. Empty ones are none. */
function pathsOf(bytes: Buffer): readonly RawPath[] {
  const ended = bytes.includes(0);
  const end = ended ? 0 : 0x0a;
  const paths: RawPath[] = [];
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(end, at);
    const stop = found < 0 ? bytes.length : found;
    const last = !ended && stop > at && bytes[stop - 1] === 0x0d ? stop - 1 : stop;
    if (last > at) paths.push(rawPath(bytes.subarray(at, last)));
    at = stop + 1;
  }
  return paths;
}

/** The paths that a file lists, or stdin for `-`. Throws FILE_NOT_FOUND or FILE_UNREADABLE. */
export async function readPaths(file: string): Promise<readonly RawPath[]> {
  if (file === '-') return pathsOf(readFileSync(0));
  const read = await withNamed(file, (it) => it.bytes());
  if ('problem' in read) throw new GoujiError(read.problem.code, read.problem.params as never);
  return pathsOf(read.done);
}
