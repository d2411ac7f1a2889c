import type { Report } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { rulebookWith } from '../../rulebook/user-rules.js';
import { analyze } from '../analyze.js';
import { ownArguments, serve } from './serve.js';

/** What a process that reads files can be asked. */
export interface Reading {
  analyze(file: { readonly bytes: Uint8Array; readonly fileName: string }): Report;
}

/** Read with the first file, so that a fault of theirs is an answer. */
let rulebook: Rulebook | undefined;

serve<Reading>({
  analyze: ({ bytes, fileName }) =>
    analyze(bytes, fileName, { rulebook: (rulebook ??= rulebookWith(ownArguments()[0])) }),
});
