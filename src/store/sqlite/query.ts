import { GoujiError } from '../../model/error.js';
import { openForReading } from './database.js';

type QueryValue = string | number | null;

export interface QueryAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly QueryValue[])[];
  /** There are rows beyond the limit. */
  readonly more: boolean;
}

/** An integer that a float does not hold is text; bytes are hexadecimal. */
function valueOf(value: unknown): QueryValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return Buffer.from(value as Uint8Array).toString('hex');
}

/** Rows of one SELECT, at most `limit`. Throws QUERY_INVALID for anything else: the connection can only read. */
export function queryDatabase(path: string, sql: string, limit: number): QueryAnswer {
  const database = openForReading(path);
  try {
    database.pragma('query_only = ON');
    const statement = database.prepare<[], unknown[]>(sql);
    if (!statement.reader || !statement.readonly || /^\s*pragma/i.test(sql)) throw new Error('SELECT only');
    const columns = statement.columns().map(({ name }) => name);
    const rows: QueryValue[][] = [];
    for (const row of statement.safeIntegers().raw().iterate()) {
      if (rows.length === limit) return { columns, rows, more: true };
      rows.push(row.map(valueOf));
    }
    return { columns, rows, more: false };
  } catch (error) {
    if (error instanceof GoujiError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new GoujiError('QUERY_INVALID', { reason }, { cause: error });
  } finally {
    database.close();
  }
}
