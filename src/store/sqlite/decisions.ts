import { GoujiError } from '../../model/error.js';
import {
  standing,
  statusAfter,
  statusOf,
  type Review,
  type ReviewAction,
  type ReviewEvent,
  type ReviewStatus,
} from '../../model/review.js';
import type { Decision } from '../store.js';
import type { Database } from './database.js';
import { mustBeSealed, sealDecision } from './decision-seal.js';
import { prepared } from './prepared.js';
import type { Row } from './row-shape.js';

const columns = `id, action, was, becomes, reason, author, at, finding, subject, rule, document, rules, undoes,
  (SELECT min(m.number) FROM documents d JOIN kindred k ON k.document = d.id
    JOIN finding_numbers m ON m.lineage = k.lineage AND m.finding = decisions.finding WHERE d.sha256 = decisions.document) AS number`;

function eventOf(row: Row): ReviewEvent {
  const text = (name: string): string => String(row[name]);
  return {
    id: Number(row['id']),
    action: text('action') as ReviewAction,
    from: text('was') as ReviewStatus,
    to: text('becomes') as ReviewStatus,
    reason: row['reason'] === null ? null : text('reason'),
    by: text('author'),
    at: text('at'),
    finding: text('finding'),
    number: row['number'] === null ? null : Number(row['number']),
    subject: text('subject'),
    rule: text('rule'),
    document: text('document'),
    rules: text('rules'),
    undoes: row['undoes'] === null ? null : Number(row['undoes']),
  };
}

/** The finding of a document as far as decisions go. */
export interface Decided {
  readonly document: number;
  readonly id: string;
  readonly subject: string;
}

const kindred = 'lineage IN (SELECT lineage FROM kindred WHERE document = @document)';

/**
 * What was said of a finding, in whichever version or edition of its report. Where nothing was decided on it, but something on a
 * finding of its subject that no edition has any longer, its figures have changed: it is reopened.
 */
export function reviewOf(database: Database, { document, id, subject }: Decided): Review {
  const own = prepared<Row>(
    database,
    `SELECT ${columns} FROM decisions WHERE ${kindred} AND finding = @id ORDER BY id`,
  ).all({ document, id });
  const events = own.map(eventOf);
  if (standing(events).some(({ action }) => action !== 'comment')) return { status: statusOf(events), events };
  const before = prepared<Row>(
    database,
    `SELECT ${columns} FROM decisions WHERE ${kindred} AND subject = @subject
       AND finding NOT IN (SELECT id FROM findings WHERE document = @document)
       AND finding NOT IN (SELECT n.id FROM editions own JOIN editions e ON e.report = own.report
         JOIN findings n ON n.document = e.document WHERE own.document = @document) ORDER BY id`,
  ).all({ document, subject });
  const earlier = before.map(eventOf);
  return { status: statusOf(earlier) === 'open' ? 'open' : 'reopened', events: [...earlier, ...events] };
}

/** Every event, newest last. Throws STORE_DECISION_DAMAGED at one that is not as it was added. */
export function* decisions(database: Database): Generator<ReviewEvent> {
  for (const row of database.prepare<[], Row>(`SELECT ${columns} FROM decisions ORDER BY id`).iterate()) {
    const event = eventOf(row);
    mustBeSealed(database, event.id);
    yield event;
  }
}

interface Found {
  readonly document: number;
  readonly lineage: string;
  readonly rules: string;
  readonly subject: string;
  readonly rule: string;
}

/** Adds one event. The caller holds the write lock, so that what it sees is what it decides on. */
export function decide(database: Database, decision: Decision): ReviewEvent {
  const { sha256, finding, action, reason, by, at, seen } = decision;
  const found = prepared<Found>(
    database,
    `SELECT d.id AS document, d.lineage, d.rules, n.subject, n.rule FROM findings n JOIN documents d ON d.id = n.document
     WHERE d.sha256 = ? AND n.id = ?`,
  ).get(sha256, finding);
  if (!found) throw new GoujiError('FINDING_UNKNOWN', { finding });
  const { status, events } = reviewOf(database, { ...found, id: finding });
  const own = events.filter((it) => it.finding === finding);
  const last = events.at(-1)?.id ?? 0;
  if (seen !== undefined && seen !== last) throw new GoujiError('REVIEW_CHANGED', { finding, seen, last });
  const undone = action === 'undo' ? (standing(own).at(-1) ?? null) : null;
  if (action === 'undo' && !undone) throw new GoujiError('NOTHING_TO_UNDO', { finding });
  const after = statusAfter(action, own, undone);
  const to = action === 'comment' ? status : after;
  const row = prepared<Row>(
    database,
    `INSERT INTO decisions (lineage, subject, finding, rule, document, rules, action, was, becomes, reason, author, at, undoes)
     VALUES (@lineage, @subject, @finding, @rule, @document, @rules, @action, @was, @becomes, @reason, @author, @at, @undoes)
     RETURNING ${columns}`,
  ).get({
    ...found,
    document: sha256,
    finding,
    action,
    was: status,
    becomes: to,
    reason,
    author: by,
    at,
    undoes: undone?.id ?? null,
  });
  if (!row) throw new Error('INSERT … RETURNING gave no row');
  const event = eventOf(row);
  sealDecision(database, event.id);
  return event;
}
