import type { SearchFilter, SearchHit } from '../../store.js';
import type { Database } from '../database.js';
import { summary, summaryColumns, type DocumentRow } from '../find.js';
import { blockKeys } from './block-key.js';
import { placesIn, queryOf, type Query } from './query.js';

interface BlockRow extends DocumentRow {
  readonly seq: number;
  readonly block: string;
  readonly block_kind: SearchHit['kind'];
  readonly text: string;
  readonly page: number | null;
}

interface HeadingRow {
  readonly id: string;
  readonly parent: string | null;
  readonly words: string;
  readonly at: number;
}

const columns = `${summaryColumns}, b.seq, b.id AS block, b.kind AS block_kind, b.text, b.page`;
const conditions = `b.kind <> 'furniture' AND EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1)
  AND (@year IS NULL OR d.report_year = @year) AND (@organisation IS NULL OR instr(d.organisation, @organisation) > 0)
  AND (@reportKind IS NULL OR d.report_kind = @reportKind)`;
const byIndex = `SELECT ${columns} FROM block_search s
  JOIN documents d ON d.id = s.rowid / ${blockKeys}
  JOIN blocks b ON b.document = d.id AND b.seq = s.rowid % ${blockKeys}
  WHERE block_search MATCH @match AND ${conditions} ORDER BY s.rowid`;
const byReading = `SELECT ${columns} FROM blocks b JOIN documents d ON d.id = b.document
  WHERE ${conditions} ORDER BY b.document, b.seq`;

/** Blocks that hold all the words, in the order of documents and blocks, one at a time: the first come at once. */
export function* search(database: Database, words: string, filter: SearchFilter): Generator<SearchHit> {
  const query = queryOf(words);
  if (!query) return;
  const values = {
    year: filter.year ?? null,
    organisation: filter.organisation ?? null,
    reportKind: filter.reportKind ?? null,
  };
  const headings = new HeadingPaths(database);
  for (const row of rowsOf(database, query, values)) {
    const matches = placesIn(row.text, query);
    if (!matches) continue;
    const { block, block_kind: kind, page, text } = row;
    yield { document: summary(row), block, kind, page, headings: headings.above(row.document, row.seq), text, matches };
  }
}

function rowsOf(database: Database, { match }: Query, values: object): IterableIterator<BlockRow> {
  const statement = database.prepare<unknown[], BlockRow>(match === null ? byReading : byIndex);
  return statement.iterate(match === null ? values : { ...values, match });
}

/** The headings over a block. Those of one document are kept, since hits come document by document. */
class HeadingPaths {
  readonly #database: Database;
  #document: number | null = null;
  #headings: readonly HeadingRow[] = [];
  #byId: ReadonlyMap<string, HeadingRow> = new Map();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Numbers and titles, outermost first. */
  above(document: number, seq: number): string[] {
    this.#load(document);
    const path: string[] = [];
    let heading = this.#headings.findLast(({ at }) => at <= seq);
    while (heading) {
      path.unshift(heading.words);
      heading = heading.parent === null ? undefined : this.#byId.get(heading.parent);
    }
    return path;
  }

  #load(document: number): void {
    if (this.#document === document) return;
    this.#document = document;
    this.#headings = this.#database
      .prepare<[number], HeadingRow>(
        `SELECT h.id, h.parent, h.number || h.title AS words, b.seq AS at FROM headings h
         JOIN blocks b ON b.document = h.document AND b.id = h.block WHERE h.document = ? ORDER BY h.seq`,
      )
      .all(document);
    this.#byId = new Map(this.#headings.map((it) => [it.id, it]));
  }
}
