import { initial } from './001-initial.js';
import { views } from './002-views.js';
import { search } from './003-search.js';
import { accounts } from './004-accounts.js';
import { tableNotes } from './005-table-notes.js';
import { decisions } from './006-decisions.js';
import { analysis } from './007-analysis.js';
import { noteAnchors } from './008-note-anchors.js';
import { coverage } from './009-coverage.js';
import { bases } from './010-bases.js';
import { failedReads } from './011-failed-reads.js';
import { compared } from './012-compared.js';
import { seals } from './013-seals.js';
import { beliefs } from './014-beliefs.js';
import { editions } from './015-editions.js';
import { oneFact } from './016-one-fact.js';
import { ledger } from './020-ledger.js';

/** In order; the schema version is how many have been applied. One that was published is never edited: append another. */
export const migrations: readonly string[] = [
  initial,
  views,
  search,
  accounts,
  tableNotes,
  decisions,
  analysis,
  noteAnchors,
  coverage,
  bases,
  failedReads,
  compared,
  seals,
  beliefs,
  editions,
  oneFact,
  ledger,
];
