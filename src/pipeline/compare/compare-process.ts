import type { Report } from '../../model/report.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import { openStoreForReading } from '../../store/open-store.js';
import { ownArguments, serve } from '../isolate/serve.js';
import { Comparer, type Compared } from './compare.js';
import { PairComparer, type NotCompared, type StoredPair } from './pair.js';

/** What a process that compares can be asked: two stored documents in one way, or two reports in every way. */
export interface Comparisons {
  stored(pair: StoredPair): Promise<Compared | NotCompared>;
  given(reports: readonly [Report, Report]): readonly Compared[];
}

/** Where the documents are stored, which is nowhere for reports that are given, and a folder of rules besides gouji's own. */
const [path = '', rules] = ownArguments();
/** Made with the first request, so that a fault of the rules or the database is an answer. */
let pairs: PairComparer | undefined;

serve<Comparisons>({
  stored: (pair) => {
    pairs ??= new PairComparer(openStoreForReading(path), rulebookWith(rules));
    return pairs.compare(pair);
  },
  given: ([a, b]) => new Comparer(rulebookWith(rules)).compare(a, b),
});
