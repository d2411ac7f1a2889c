import type { ImportSummary } from '../../pipeline/import/import-files.js';
import type { LedgerEntry, Store } from '../../store/store.js';
import type { Exit } from '../exit.js';

/** What `--report` writes: all that is known of a run, for another program. */
export async function runReport(summary: ImportSummary, store: Store, exit: Exit): Promise<string> {
  const [row] = await store.runs({ run: summary.run });
  const codes: Record<string, number> = {};
  for (const { problem } of summary.troubles) codes[problem.code] = (codes[problem.code] ?? 0) + 1;
  const { total, counts, gone, unopened, leftOut, notRetried, findings } = summary;
  const told = {
    schemaVersion: 1,
    database: store.path,
    run: summary.run,
    startedAt: row?.startedAt,
    endedAt: row?.endedAt,
    ended: row?.ended,
    version: row?.version,
    rules: row?.rules,
    options: row?.options,
    paths: row?.paths,
    files: total,
    bytes: row?.recorded.bytes,
    seconds: row?.recorded.seconds,
    counts,
    gone,
    unopened,
    leftOut,
    notRetried,
    left: row?.left,
    codes,
    troubles: summary.troubles.map(({ path, state, problem }) => ({ path, state, ...problem })),
    findings,
    exit,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** What `--log-file` says of a file. */
export function logLine({ path, state, problem, content, seconds }: LedgerEntry): Readonly<Record<string, unknown>> {
  return {
    at: new Date().toISOString(),
    path,
    state,
    code: problem?.code ?? null,
    params: problem?.params ?? null,
    message: problem?.message ?? null,
    sha256: content?.sha256 ?? null,
    bytes: content?.stamp.size ?? null,
    seconds: seconds ?? null,
  };
}
