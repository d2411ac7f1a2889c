import type { SameBytes, SameReport } from '../../ledger.js';
import type { Database } from '../database.js';

const copies = `SELECT d.sha256, d.title, (SELECT json_group_array(path) FROM (
    SELECT p.path FROM paths p WHERE p.document = d.id AND p.current = 1 ORDER BY p.path)) AS paths
  FROM documents d JOIN (SELECT document FROM paths WHERE current = 1 GROUP BY document HAVING count(*) > 1) c ON c.document = d.id
  ORDER BY paths`;

/** Contents that several paths hold now, in order of their first path. */
export function* sameBytes(database: Database): Generator<SameBytes> {
  type Row = { readonly sha256: string; readonly title: string | null; readonly paths: string };
  for (const { paths, ...row } of database.prepare<[], Row>(copies).iterate())
    yield { ...row, paths: JSON.parse(paths) as string[] };
}

const reports = `SELECT d.title, d.organisation, d.report_year AS year, (SELECT json_group_array(json_object('edition', edition, 'sha256', sha256, 'path', path))
    FROM (SELECT e.edition, o.sha256, (SELECT min(p.path) FROM paths p WHERE p.document = o.id AND p.current = 1) AS path
      FROM editions e JOIN documents o ON o.id = e.document WHERE e.report = d.id ORDER BY e.edition)) AS editions
  FROM documents d WHERE d.id IN (SELECT report FROM editions WHERE edition > 1) ORDER BY d.organisation, d.report_year, d.title, d.id`;

/** Reports that several different files say, by organisation and year. */
export function* sameReports(database: Database): Generator<SameReport> {
  type Row = Omit<SameReport, 'editions'> & { readonly editions: string };
  for (const { editions, ...row } of database.prepare<[], Row>(reports).iterate())
    yield { ...row, editions: JSON.parse(editions) as SameReport['editions'] };
}
