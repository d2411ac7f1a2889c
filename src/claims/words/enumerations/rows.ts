import { cellKey, type Reading, type TableReading } from '../../../model/reading.js';
import type { Count, Lexicon } from './lexicon.js';
import type { Paragraph } from './paragraph.js';

/** A count and the table whose rows it counts. */
export interface Counted {
  readonly paragraph: Paragraph;
  readonly count: Count;
  readonly table: TableReading;
  /** What the numbered rows are called. */
  readonly names: readonly string[];
}

/** How many paragraphs above its table a count may stand. */
const farthest = 12;
/** How much of the text beside a count says what it counts. */
const beside = 6;

/** The names of the rows that a column numbers from 1 on; empty where it does not. */
function numberedRows({ rows, columns, cells }: TableReading, lexicon: Lexicon): string[] {
  const column = columns.find(({ path }) => path.some((it) => lexicon.numbers(it)));
  if (!column) return [];
  const names: string[] = [];
  for (const { index, label } of rows) {
    const number = cells.get(cellKey(index, column.index))?.text.trim() ?? '';
    if (!/^\d{1,3}$/.test(number)) continue;
    if (Number(number) !== names.length + 1) return [];
    names.push(label);
  }
  return names;
}

/** The pairs of characters that the headings of text columns are made of: 项目名称 counts 项目. */
function wordsOf({ columns }: TableReading, lexicon: Lexicon): Set<string> {
  const heads = columns.filter((it) => it.role === 'text' && !it.path.some((name) => lexicon.numbers(name)));
  const [first = ''] = heads.flatMap((it) => it.path.slice(-1));
  const name = first.replace(/[^\p{sc=Han}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i, i + 2)));
}

/** Whether the words beside a count name what the rows of a table are. */
function isNamed({ text }: Paragraph, { start, end }: Count, words: ReadonlySet<string>): boolean {
  const around = [text.slice(Math.max(0, start - beside), start), text.slice(end, end + beside)];
  return around.some((it) => Array.from(it).some((_, i) => words.has(it.slice(i, i + 2))));
}

/** Counts of all there is above a table that numbers them: 共安排项目8个 above the rows 1 to 7. */
export function countedRows(reading: Reading, paragraphs: readonly Paragraph[], lexicon: Lexicon): Counted[] {
  const order = new Map(reading.blocks.map((it, i) => [it.id as string, i]));
  const at = paragraphs.map((it) => order.get(it.placed.block.id) ?? 0);
  return reading.tables.flatMap((table): Counted[] => {
    const rows = numberedRows(table, lexicon);
    if (rows.length < 2) return [];
    const words = wordsOf(table, lexicon);
    const here = order.get(table.block.id) ?? 0;
    const end = at.filter((it) => it < here).length;
    const counting = paragraphs
      .slice(Math.max(0, end - farthest), end)
      .flatMap((paragraph) =>
        paragraph.counts.flatMap((count) =>
          isNamed(paragraph, count, words) && lexicon.isWhole(paragraph.text.slice(0, count.start))
            ? [{ paragraph, count, table, names: rows }]
            : [],
        ),
      );
    const exact = counting.find((it) => it.count.value === rows.length);
    if (exact) return [exact];
    // 第12个要素不适用: the text itself says why the table leaves it out
    const [only, ...more] = counting.filter(
      ({ count }) => !paragraphs.some((it) => it.plain.includes(lexicon.nth(count))),
    );
    return only && more.length === 0 && counting.length === 1 ? [only] : [];
  });
}
