import type { Report } from '../../model/report.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import type { Store } from '../../store/store.js';
import type { Handlers } from '../isolate/reply.js';
import { Comparer, type Compared } from './compare.js';
import { PairComparer, type NotCompared, type StoredPair } from './pair.js';

/** What whoever compares can be asked: two stored documents in one way, or two reports in every way. */
export interface Comparisons {
  stored(pair: StoredPair): Promise<Compared | NotCompared>;
  given(reports: readonly [Report, Report]): readonly Compared[];
}

/**
 * Holds documents against each other. `open` gives those that are stored; `rules` is a folder of rules besides gouji's own.
 * Both are read with the first request that needs them, so that a fault of theirs is an answer.
 */
export function comparisons(open: () => Pick<Store, 'loadReport'>, rules: string | undefined): Handlers<Comparisons> {
  let pairs: PairComparer | undefined;
  return {
    stored: (pair) => {
      pairs ??= new PairComparer(open(), rulebookWith(rules));
      return pairs.compare(pair);
    },
    given: ([a, b]) => new Comparer(rulebookWith(rules)).compare(a, b),
  };
}
