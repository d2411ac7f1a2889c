import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import { analyze } from '../analyze.js';
import { ownArguments, serve } from '../isolate/serve.js';
import {
  hashMembers,
  readHtml,
  readPacked,
  readWhole,
  type Analyze,
  type Hashed,
  type Members,
  type NoReport,
  type Shown,
  type ToRead,
} from './read.js';
import type { ReportHead } from '../../store/store.js';

/** What a process that reads files can be asked. */
export interface Reading {
  /** The parts are rows for the store. */
  pack(file: ToRead): { readonly head: ReportHead } | NoReport;
  /** The parts are the report. */
  whole(file: ToRead): { readonly done: true } | NoReport;
  html(file: ToRead): Shown;
  hash(members: Members): readonly Hashed[];
}

let loaded: Rulebook | undefined;
/** Read with the first file, so that a fault of theirs is an answer. */
const rulebook = (): Rulebook => (loaded ??= rulebookWith(ownArguments()[0]));
const analyzeHere: Analyze = (bytes, file) => analyze(bytes, file, { rulebook: rulebook() });

serve<Reading>({
  pack: (file, send) => readPacked(file, analyzeHere, rulebook(), send),
  whole: (file, send) => readWhole(file, analyzeHere, send),
  html: readHtml,
  hash: hashMembers,
});
