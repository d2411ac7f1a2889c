import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import { analyze } from '../analyze.js';
import { findSoffice } from '../engines/find-soffice.js';
import type { Handlers } from '../isolate/reply.js';
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

/** What whoever reads files can be asked. */
export interface Reading {
  /** The parts are rows for the store. */
  pack(file: ToRead): PackedHead | NoReport;
  /** The parts are the report. */
  whole(file: ToRead): { readonly done: true } | NoReport;
  html(file: ToRead): Shown;
  hash(members: Members): readonly Hashed[];
}

export interface ReadBy {
  /** Of a PDF, beyond which it is not read. */
  readonly mostPages: number;
  /** A folder of rules besides gouji's own. */
  readonly rules?: string | undefined;
  /** In place of gouji's own. */
  readonly analyze?: Analyze | undefined;
}

/** Reads files. The rules are read with the first file, so that a fault of theirs is an answer. */
export function reading({ mostPages, rules, analyze: own }: ReadBy): Handlers<Reading> {
  let loaded: Rulebook | undefined;
  const rulebook = (): Rulebook => (loaded ??= rulebookWith(rules));
  const soffice = findSoffice();
  const analyzeHere: Analyze =
    own ?? ((bytes, file) => analyze(bytes, file, { rulebook: rulebook(), mostPages, soffice }));
  return {
    pack: (file, send) => readPacked(file, analyzeHere, rulebook(), send),
    whole: (file, send) => readWhole(file, analyzeHere, send),
    html: readHtml,
    hash: hashMembers,
  };
}
