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
  type PackedHead,
  type Shown,
  type ToRead,
} from './read.js';

/** What a process that reads files can be asked. */
export interface Reading {
  /** The parts are rows for the store. */
  pack(file: ToRead): PackedHead | NoReport;
  /** The parts are the report. */
  whole(file: ToRead): { readonly done: true } | NoReport;
  html(file: ToRead): Shown;
  hash(members: Members): readonly Hashed[];
}

let loaded: Rulebook | undefined;
/** Read with the first file, so that a fault of theirs is an answer. */
const [mostPages, rules] = ownArguments();
const rulebook = (): Rulebook => (loaded ??= rulebookWith(rules));
const analyzeHere: Analyze = (bytes, file) =>
  analyze(bytes, file, { rulebook: rulebook(), mostPages: Number(mostPages) });

serve<Reading>({
  pack: (file, send) => readPacked(file, analyzeHere, rulebook(), send),
  whole: (file, send) => readWhole(file, analyzeHere, send),
  html: readHtml,
  hash: hashMembers,
});
