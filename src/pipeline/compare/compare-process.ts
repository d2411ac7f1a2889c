import { rulebookWith } from '../../rulebook/user-rules.js';
import { openStoreForReading } from '../../store/open-store.js';
import { ownArguments, serve } from '../isolate/serve.js';
import type { Compared } from './compare.js';
import { PairComparer, type StoredPair } from './pair.js';

/** What a process that compares stored documents can be asked; null where one of them is not stored any more. */
export interface Pairs {
  compare(pair: StoredPair): Promise<Compared | null>;
}

/** Made with the first pair, so that a fault of the rules or the database is an answer. */
let comparer: PairComparer | undefined;

serve<Pairs>({
  compare: (pair) => {
    const [path = '', rules] = ownArguments();
    comparer ??= new PairComparer(openStoreForReading(path), rulebookWith(rules));
    return comparer.compare(pair);
  },
});
