import type { Compare } from '../../../src/pipeline/compare/compare-stored.js';
import { PairComparer } from '../../../src/pipeline/compare/pair.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import type { Store } from '../../../src/store/store.js';

/** Compares in this process, and keeps the pairs that were asked for in `asked`, as names of files. */
export function comparing(store: Store, asked: string[] = []): Compare {
  const comparer = new PairComparer(store, defaultRulebook());
  return async (pair) => {
    asked.push(`${pair.kind}: ${pair.first.file} ${pair.second.file}`);
    const compared = await comparer.compare(pair);
    if ('reason' in compared) throw new Error(compared.reason);
    return compared;
  };
}
