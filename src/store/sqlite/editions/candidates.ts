import type { Database } from '../database.js';
import { prepared } from '../prepared.js';

/** Documents of one key, and documents that have one figure, that are looked at. */
const most = { ofKey: 32, ofHash: 32 };
/** Of its least hashes that another document has too, before the two are held against each other. */
const enough = 0.3;

type Found = { readonly document: number };

/** Whether some path holds a document now. */
export const isHeld = (database: Database, document: number): boolean =>
  prepared(database, 'SELECT 1 FROM paths WHERE document = ? AND current = 1').get(document) !== undefined;

/** Documents that say they are the same report as one, or have many of its figures. */
export function candidatesOf(database: Database, document: number): readonly number[] {
  const found = new Set<number>();
  const alike = `SELECT o.id AS document FROM documents d JOIN documents o ON o.report_key = d.report_key AND o.id <> d.id
    WHERE d.id = ? ORDER BY o.id LIMIT ${most.ofKey}`;
  for (const it of prepared<Found>(database, alike).all(document)) found.add(it.document);
  const hashes = prepared<{ readonly hash: number }>(database, 'SELECT hash FROM prints WHERE document = ?').all(
    document,
  );
  const shares = new Map<number, number>();
  const sharing = `SELECT document FROM prints WHERE hash = ? ORDER BY document LIMIT ${most.ofHash}`;
  for (const { hash } of hashes) {
    for (const it of prepared<Found>(database, sharing).all(hash))
      shares.set(it.document, (shares.get(it.document) ?? 0) + 1);
  }
  for (const [other, count] of shares) if (other !== document && count >= enough * hashes.length) found.add(other);
  return [...found];
}
