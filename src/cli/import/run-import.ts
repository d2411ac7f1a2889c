import { say } from '../../model/catalogue.js';
import type { Problem } from '../../model/problem.js';
import type { ImportOptions, ImportSummary } from '../../pipeline/import/import-files.js';
import type { Store } from '../../store/store.js';
import type { Given, Io } from '../command.js';
import { exit, type Exit } from '../exit.js';
import { databaseOf, failOn, oneOf, text } from '../given.js';
import { Draft } from '../output/draft.js';
import { LineLog } from '../output/line-log.js';
import { progressKinds, showProgress, type ProgressKind } from './progress.js';
import { askedFor, readingOf } from './run-options.js';
import { logLine, runReport } from './run-report.js';
import { tellSummary } from './summary-text.js';

/** Reads something into the store; null where there was nothing to read. */
export type Reading = (store: Store, options: ImportOptions) => Promise<ImportSummary | null>;

/** The frame of every command that reads into the database: options, progress, log, report, summary and exit. */
export async function runImport(given: Given, io: Io, read: Reading): Promise<Exit> {
  const counts = await failOn(given, 'none', io);
  const reading = await readingOf(given, io);
  const quiet = given['quiet'] === true;
  const kind = oneOf<ProgressKind>(given, 'progress', '--progress', progressKinds, quiet ? 'none' : 'auto', io);
  const { severities } = await import('../../model/report.js');
  const { openStore } = await import('../../store/open-store.js');
  const { rulebookWith } = await import('../../rulebook/user-rules.js');
  // a rule that is wrong is told before anything is opened or made
  rulebookWith(reading.rules);
  const [reportFile, logFile] = [text(given, 'report'), text(given, 'logFile')];
  const log = logFile === undefined ? null : new LineLog(logFile);
  const report = reportFile === undefined ? null : new Draft(reportFile).open();
  const progress = showProgress(io, kind);
  const onWarning = ({ code, params }: Problem): void => {
    progress.end();
    io.err(`${say(code, params, io.language)}\n`);
  };
  let store: Store | null = null;
  try {
    store = openStore(databaseOf(given), { onWarning });
    const began = Date.now();
    const summary = await read(store, {
      ...reading,
      asked: askedFor(given),
      signal: io.signal,
      onProgress: progress.show,
      onFile: (entry) => log?.add(logLine(entry)),
    });
    progress.end();
    if (summary === null) return exit.done;
    await tellSummary(summary, { db: text(given, 'db'), quiet, seconds: (Date.now() - began) / 1000 }, io);
    const found = severities.some((severity) => counts(severity) && summary.findings[severity] > 0);
    const ended = summary.stopped ? io.stoppedExit() : exitOf(summary, found);
    if (report) {
      report.write(await runReport(summary, store, ended));
      report.keep();
    }
    if (!log?.fault) return ended;
    io.err(`${log.fault.say(io.language)}\n`);
    return ended === exit.done ? exit.outputLost : ended;
  } finally {
    progress.end();
    report?.discard();
    log?.close();
    await store?.close();
  }
}

function exitOf({ counts, troubles }: ImportSummary, found: boolean): Exit {
  const read = counts.ok + counts.ok_partial + counts.duplicate + counts.unchanged + counts.moved + counts.wordless;
  const unread = counts.failed + counts.limit_exceeded + counts.encrypted + counts.unsupported + counts.wordless;
  if (read === 0) return troubles.some(({ problem }) => problem.code === 'INTERNAL') ? exit.defect : exit.nothingRead;
  const uncompared = troubles.some(({ state }) => state === 'uncompared');
  if (unread > 0 || uncompared) return exit.partial;
  return found ? exit.findings : exit.done;
}
