import type { Block, Document, TableBlock } from '../../model/document.js';
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
/** A paragraph of more characters is running text: what comes before it is the cover or the head of a form. */
const running = 60;

/** Where fields stand: lines, wide gaps kept (`填报单位：…    填报日期：…` is two fields), and rows of tables, cell by cell. */
export interface Fields {
  readonly lines: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The parts of a document that its metadata is read from; its own fields are those anywhere near the beginning or the end. */
export interface Sources extends Fields {
  readonly front: readonly Line[];
  /** Lines near the beginning. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  /** Page headers, without repetition. */
  readonly headers: readonly string[];
  /** On the cover, or in the head of a form: before all running text. */
  readonly cover: Fields;
}

function rowsOf(table: TableBlock): string[][] {
  const rows = new Map<number, string[]>();
  for (const cell of table.cells)
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), dense(cell.text.slice(0, longest))]);
  return [...rows.values()];
}

const tablesOf = (blocks: readonly Block[]): readonly TableBlock[] =>
  blocks.filter((block) => block.kind === 'table').slice(0, coverTables);

/** The blocks before the first running text. */
function before(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex((block) => block.kind === 'paragraph' && dense(block.text).length > running);
  return end < 0 ? blocks : blocks.slice(0, end);
}

export function sourcesOf(document: Document, rules: HeadingRules): Sources {
  const { blocks } = document;
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text.trim());
  const texts = paragraphs.filter((text) => text !== '');
  const headers = blocks.flatMap((it) =>
    it.kind === 'furniture' && it.role !== 'contents' && it.role !== 'watermark' ? [dense(it.text)] : [],
  );
  const front = frontOf(markContents(itemsOf(document, rules)), rules);
  const first = texts.slice(0, opening).map((text) => text.slice(0, longest));
  const last = texts.slice(-closing).map((text) => text.slice(-longest));
  return {
    front,
    opening: first,
    closing: last,
    headers: [...new Set(headers)].slice(0, opening),
    cover: { lines: front.map((line) => line.text), rows: tablesOf(before(blocks)).flatMap(rowsOf) },
    lines: [...first, ...last],
    rows: tablesOf(blocks).flatMap(rowsOf),
  };
}
