import type { Document, TableBlock } from '../../model/document.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import { markContents } from '../headings/contents.js';
import { frontOf } from '../headings/front.js';
import { dense } from '../../model/dense.js';
import { itemsOf } from '../headings/items.js';
import type { Line } from '../headings/lines.js';

/** What a document says of itself stands near its beginning or its end. */
const opening = 80;
const closing = 12;
const coverTables = 3;
/** So much of each line or cell: what is longer is no field, and is read for its first words. */
const longest = 2000;

/** The parts of a document that its metadata is read from. */
export interface Sources {
  readonly front: readonly Line[];
  /** Lines near the beginning, wide gaps kept: `填报单位：…    填报日期：…` is two fields. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  /** Page headers, without repetition. */
  readonly headers: readonly string[];
  /** Rows of the first tables, cell by cell. */
  readonly rows: readonly (readonly string[])[];
}

function rowsOf(table: TableBlock): string[][] {
  const rows = new Map<number, string[]>();
  for (const cell of table.cells)
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), dense(cell.text.slice(0, longest))]);
  return [...rows.values()];
}

export function sourcesOf(document: Document, rules: HeadingRules): Sources {
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text.trim());
  const texts = paragraphs.filter((text) => text !== '');
  const headers = document.blocks.flatMap((it) =>
    it.kind === 'furniture' && it.role !== 'contents' && it.role !== 'watermark' ? [dense(it.text)] : [],
  );
  const tables = document.blocks.filter((block) => block.kind === 'table').slice(0, coverTables);
  return {
    front: frontOf(markContents(itemsOf(document, rules)), rules),
    opening: texts.slice(0, opening).map((text) => text.slice(0, longest)),
    closing: texts.slice(-closing).map((text) => text.slice(-longest)),
    headers: [...new Set(headers)].slice(0, opening),
    rows: tables.flatMap(rowsOf),
  };
}
