import { statSync } from 'node:fs';
import type { DatabaseStats } from '../../../model/database-stats.js';
import { openForReading } from '../database.js';
import { defaultPatience, guarded } from '../faults.js';

const sizes = `SELECT coalesce((SELECT v.name FROM sqlite_schema v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND instr(s.tbl_name, v.name || '_') = 1),
    s.tbl_name, d.name) AS name, sum(d.pgsize) AS bytes
  FROM dbstat d LEFT JOIN sqlite_schema s ON s.name = d.name WHERE d.aggregate = TRUE GROUP BY 1 ORDER BY bytes DESC, 1`;

/** What a database consists of. Looks at every page. Throws as opening for reading does. */
export function databaseStats(path: string): DatabaseStats {
  const database = openForReading(path);
  try {
    return guarded(path, defaultPatience, () => {
      const one = (sql: string): number => Number(database.prepare<[], number>(sql).pluck().get() ?? 0);
      const virtual = new Set(
        database.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'`).pluck().all(),
      );
      const rows = database.prepare<[], { readonly name: string; readonly bytes: number }>(sizes).all();
      const textBytes = one('SELECT coalesce(sum(octet_length(text)), 0) FROM blocks');
      const bytes = one('PRAGMA page_count') * one('PRAGMA page_size');
      return {
        path,
        bytes,
        logBytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
        freeBytes: one('PRAGMA freelist_count') * one('PRAGMA page_size'),
        documents: one('SELECT count(*) FROM documents'),
        textBytes,
        ratio: textBytes === 0 ? null : Number((bytes / textBytes).toFixed(2)),
        tables: rows.map(({ name, bytes: own }) => ({
          table: name,
          rows: virtual.has(name) ? null : one(`SELECT count(*) FROM "${name}"`),
          bytes: own,
        })),
      };
    });
  } finally {
    database.close();
  }
}
