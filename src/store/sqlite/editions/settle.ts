import { catalogue, type Code } from '../../../model/catalogue.js';
import type { Figure } from '../../../model/report.js';
import { markOf } from '../../prints.js';
import type { Database } from '../database.js';
import { prepared } from '../prepared.js';
import { fromJsonIfWhole } from '../row-shape.js';
import { inOrderOfReading, type Standing } from './better-read.js';
import { candidatesOf, isHeld } from './candidates.js';
import { groupsOf, type Profile } from './same-report.js';

/** Editions of one report at most: what has more is a form that many filled in alike. */
const mostEditions = 32;

type Known = Profile & Standing;

/** A document that came, went or was read anew: what it is an edition of has to be told again. */
export function markUnsettled(database: Database, document: number): void {
  prepared(database, 'INSERT OR IGNORE INTO unsettled (document) VALUES (?)').run(document);
}

/**
 * Tells which report each of some documents that changed is an edition of, and which edition counts. The result depends on what
 * the store holds, not on the order in which it came. False when none is left.
 */
export function settle(database: Database, most: number): boolean {
  const sql = 'SELECT document FROM unsettled ORDER BY document LIMIT ?';
  const due = prepared<{ readonly document: number }>(database, sql).all(most);
  const known = new Map<number, Known>();
  for (const { document } of due) {
    settleOne(database, document, known);
    prepared(database, 'DELETE FROM unsettled WHERE document = ?').run(document);
  }
  return due.length > 0;
}

function settleOne(database: Database, document: number, known: Map<number, Known>): void {
  const affected = new Set<number>();
  for (const it of [document, ...candidatesOf(database, document)])
    for (const member of membersWith(database, it)) affected.add(member);
  prepared(database, 'DELETE FROM editions WHERE document = ?').run(document);
  const held = [...affected].filter((it) => isHeld(database, it)).sort((a, b) => a - b);
  const profiles = held.map((it) => {
    const profile = known.get(it) ?? profileOf(database, it);
    known.set(it, profile);
    return profile;
  });
  for (const group of groupsOf(profiles)) {
    write(database, group.slice(0, mostEditions));
    for (const single of group.slice(mostEditions)) write(database, [single]);
  }
}

/** A document and the other editions of its report. */
function membersWith(database: Database, document: number): readonly number[] {
  const sql = `SELECT e.document FROM editions own JOIN editions e ON e.report = own.report WHERE own.document = ?`;
  const rows = prepared<{ readonly document: number }>(database, sql).all(document);
  return rows.length === 0 ? [document] : rows.map((row) => row.document);
}

function write(database: Database, group: readonly Known[]): void {
  const [first, ...others] = inOrderOfReading(group);
  if (!first) return;
  const put = prepared(database, 'INSERT OR REPLACE INTO editions (document, report, edition) VALUES (?, ?, ?)');
  [first, ...others].forEach(({ document }, at) => put.run(document, first.document, at + 1));
}

interface DocumentRow extends Pick<
  Profile,
  'key' | 'period' | 'scope' | 'subject' | 'title' | 'organisation' | 'kind'
> {
  readonly document: number;
  readonly sha256: string;
  readonly state: Standing['state'];
  readonly format: Standing['format'];
  readonly corrected: number | null;
  readonly filledOn: string | null;
  readonly problems: string;
  readonly tables: number;
}

function profileOf(database: Database, document: number): Known {
  const sql = `SELECT d.id AS document, d.sha256, d.state, d.format, d.title, d.organisation, d.report_kind AS kind, d.period, d.scope,
      d.subject, d.report_key AS key, d.corrected, d.filled_on AS filledOn, d.problems,
      (SELECT count(*) FROM tables t WHERE t.document = d.id) AS tables
    FROM documents d WHERE d.id = ?`;
  const row = prepared<DocumentRow>(database, sql).get(document);
  if (!row) throw new Error('a document that is held is stored');
  const marks = new Set<string>();
  const each = database.prepare<[number], Figure>('SELECT kind, value, unit FROM figures WHERE document = ?');
  for (const figure of each.iterate(document)) {
    const mark = markOf(figure);
    if (mark !== null) marks.add(mark);
  }
  return { ...row, marks, corrected: row.corrected === 1, notices: noticesIn(row.problems) };
}

function noticesIn(problems: string): number {
  const told = fromJsonIfWhole(problems);
  if (!Array.isArray(told)) return 0;
  return told.filter((it: { readonly code: Code }) => catalogue[it.code]?.level !== 'info').length;
}
