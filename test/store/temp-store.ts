import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Report } from '../../src/model/report.js';
import { openStore } from '../../src/store/open-store.js';
import { packReport } from '../../src/store/pack-report.js';
import type { LedgerEntry, PackedReport, Store } from '../../src/store/store.js';
import { ownFolder } from '../own-folder.js';

/** A folder of the test's own, and the database in it that `withStore` opens. */
export const tempFolder = ownFolder;
export const databasePath = (): string => join(ownFolder(), 'nested', 'gouji.db');

export const stamp = { size: 10, modified: 1_700_000_000_123_456_789n, changed: 1_700_000_000_123_456_790n };
export const start = {
  paths: ['/r'],
  rules: 'rules-1',
  version: '0',
  at: '2025-01-01T00:00:00.000Z',
  allowed: { seconds: 60, megabytes: 640 },
  options: {},
  process: { host: 'elsewhere', pid: 1, started: null },
};

/** A report as the store takes it. */
function packed(report: Report): PackedReport {
  const parts: Uint8Array[] = [];
  return { head: packReport(report, [], (part) => parts.push(part)), parts };
}

export function entry(report: Report, path: string, over: Partial<LedgerEntry> = {}): LedgerEntry {
  const content = { sha256: report.sha256, stamp };
  return { path, state: report.state, problem: null, content, report: packed(report), ...over };
}

/** Opens, lets the work use the store, and closes it whatever happens. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(databasePath());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

export const save = (...entries: LedgerEntry[]): Promise<void> =>
  withStore(async (store) => {
    await store.record(await store.startRun(start), entries);
    await store.settle();
  });

export function query<T>(sql: string): T[] {
  const database = new BetterSqlite3(databasePath(), { readonly: true });
  try {
    return database.prepare<[], T>(sql).all();
  } finally {
    database.close();
  }
}
