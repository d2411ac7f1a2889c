import { queryDatabase, type QueryAnswer } from '../../store/query.js';
import { serve } from '../isolate/serve.js';

export interface Query {
  readonly path: string;
  readonly sql: string;
  /** Rows at most. */
  readonly limit: number;
}

/** What a process that queries can be asked. */
export interface Querying {
  select(query: Query): QueryAnswer;
}

serve<Querying>({ select: ({ path, sql, limit }) => queryDatabase(path, sql, limit) });
