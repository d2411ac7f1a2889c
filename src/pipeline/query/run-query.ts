import { fileURLToPath } from 'node:url';
import { GoujiError } from '../../model/error.js';
import type { QueryAnswer } from '../../store/query.js';
import { ChildPool } from '../isolate/child-pool.js';
import { defaultLimits } from '../isolate/work.js';
import type { Query, Querying } from './query-process.js';

const script = fileURLToPath(new URL('./query-process.js', import.meta.url));

/**
 * Answers a query in a child process, since SQLite cannot be stopped within this one. Throws QUERY_INVALID, QUERY_COSTLY where it
 * takes more processor time or memory than it may, and what opening the database refuses.
 */
export async function runQuery(query: Query, seconds: number): Promise<QueryAnswer> {
  const limits = { ...defaultLimits, seconds };
  const pool = new ChildPool<Querying>({ script, jobs: 1, limits });
  try {
    const outcome = await pool.ask('select', query, query.path);
    if ('answer' in outcome) return outcome.answer;
    throw new GoujiError('QUERY_COSTLY', { seconds, megabytes: limits.megabytes });
  } finally {
    pool.stop();
  }
}
