import { createHash } from 'node:crypto';
import { GoujiError } from '../../model/error.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { rowText } from './row-text.js';

/** The checksum of an event and of the seal before it: none can be changed, or taken out from among others, unnoticed. */
function sealOf(database: Database, id: number): string {
  const sql = 'SELECT seal FROM decisions WHERE id < ? ORDER BY id DESC LIMIT 1';
  const before = prepared<{ readonly seal: string | null }>(database, sql).get(id)?.seal ?? '';
  const text = rowText(database, 'decisions', 'id = ?', id, ['seal']);
  return createHash('sha256').update(`${before}\n${text}`).digest('hex');
}

/** Vouches for an event that was just added, in the same transaction. */
export function sealDecision(database: Database, id: number): void {
  prepared(database, 'UPDATE decisions SET seal = ? WHERE id = ?').run(sealOf(database, id), id);
}

/** Whether an event is as it was added; true for one added before there were seals. */
function isSealed(database: Database, id: number): boolean {
  const sql = 'SELECT seal FROM decisions WHERE id = ?';
  const seal = prepared<{ readonly seal: string | null }>(database, sql).get(id)?.seal ?? null;
  return seal === null || seal === sealOf(database, id);
}

/** Throws STORE_DECISION_DAMAGED for an event that is not as it was added. */
export function mustBeSealed(database: Database, id: number): void {
  if (!isSealed(database, id)) throw new GoujiError('STORE_DECISION_DAMAGED', { path: database.name, id });
}

/** What is wrong with the list of events, each in a few words. */
export function* decisionFaults(database: Database): Generator<string> {
  let last = 0;
  const all = database.prepare<[], { readonly id: number }>('SELECT id FROM decisions ORDER BY id').all();
  for (const { id } of all) {
    if (!isSealed(database, id)) yield `decision ${id} or one before it is not as it was stored`;
    last = id;
  }
  const sql = `SELECT seq FROM sqlite_sequence WHERE name = 'decisions'`;
  const given = database.prepare<[], number>(sql).pluck().get() ?? 0;
  if (given > last) yield `decisions ${last + 1} to ${given} are missing`;
}
