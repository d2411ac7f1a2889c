import { findSoffice } from '../engines/find-soffice.js';
import { version } from '../../model/version.js';
import { usualMostPages } from '../../parse/pdf/page-limit.js';
import { rulesDirectory } from '../../rulebook/directory.js';
import { defaultLimits } from '../isolate/work.js';
import type { Packed, Reader } from '../read/reader-pool.js';
import type { LedgerState } from '../../store/store.js';
import type { ImportOptions } from './import-files.js';
import { Preparer, type Known } from './prepare.js';
import { largestFile } from './read-file.js';
import { rulesHash } from './rules-hash.js';
import type { RawPath } from './shown-path.js';
import { walk } from './walk.js';

/** What an import would do with a file, or the state that it would come to without being read. */
export interface Planned {
  readonly path: string;
  readonly comesTo: LedgerState | 'wouldRead' | 'wouldOpen';
  /** Bytes, of what would be read or opened. */
  readonly size: number;
}

/** Of a database that is not there. */
const nothingKnown: Known = {
  pathKnown: async () => null,
  contentKnown: async () => null,
  pathsOf: async () => [],
};

/** Reads nothing: what would come of a file is never known. */
const noReader: Reader = {
  pack: () => new Promise<Packed>(() => {}),
  hash: () => new Promise<never>(() => {}),
};

/** Every file under the paths in order, with what an import by the same options would do; the files of archives are not looked at. */
export async function* planImport(
  paths: readonly RawPath[],
  store: Known | null,
  options: ImportOptions,
): AsyncGenerator<Planned> {
  const { limits = defaultLimits, reprocess = 'stale', choice } = options;
  const { mostPages = usualMostPages, largest = largestFile } = options;
  const rules = rulesHash(rulesDirectory, version(), options.rules);
  const preparer = new Preparer(
    store ?? nothingKnown,
    { rules, limits, mostPages, converts: findSoffice() !== null, largest, reprocess },
    noReader,
  );
  const { met: found } = await walk(paths, choice);
  for (const met of found) {
    const prepared = await preparer.prepare(met);
    const { path } = met;
    if ('entry' in prepared) yield { path, comesTo: prepared.entry.state, size: 0 };
    else if (prepared.again !== null) yield { path, comesTo: prepared.again, size: 0 };
    else {
      const { size } = prepared.content.stamp;
      yield { path, comesTo: prepared.source.mayBeArchive ? 'wouldOpen' : 'wouldRead', size };
    }
  }
}
