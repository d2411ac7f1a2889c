import { createHash } from 'node:crypto';
import { withNamed } from '../pipeline/named-file.js';
import type { Store } from '../store/store.js';

/** Paths of one content that are tried. */
const tried = 20;

/** A file that still holds what was read of it, with its bytes. */
export interface Source {
  readonly path: string;
  readonly bytes: Buffer;
}

/** Looks where the database says that a content lies; null where it lies nowhere any more, or something else does. */
export async function sourceOf(sha256: string, store: Store): Promise<Source | null> {
  for (const path of await store.pathsOf(sha256, tried)) {
    const found = await withNamed(path, (file) => file.bytes());
    if ('done' in found && createHash('sha256').update(found.done).digest('hex') === sha256)
      return { path, bytes: found.done };
  }
  return null;
}
