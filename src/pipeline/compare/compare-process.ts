import { openStoreForReading } from '../../store/open-store.js';
import { ownArguments, serve } from '../isolate/serve.js';
import { comparisons, type Comparisons } from './comparisons.js';

/** Where the documents are stored, which is nowhere for reports that are given. */
const [path = '', rules] = ownArguments();

serve<Comparisons>(comparisons(() => openStoreForReading(path), rules));
