import { expect } from 'vitest';
import type { Document, Stretch, TableBlock } from '../../../src/model/document.js';
import { tableText } from '../../../src/model/document.js';
import { parsePdf } from '../../../src/parse/pdf/parse-pdf.js';
import { tinyPdf, type Page } from './tiny-pdf.js';

function expectSoundStretches(text: string, stretches: readonly Stretch[], pages: number): void {
  let end = 0;
  for (const it of stretches) {
    expect(it.start).toBeGreaterThanOrEqual(end);
    expect(it.end).toBeGreaterThan(it.start);
    expect(it.page).toBeGreaterThanOrEqual(1);
    expect(it.page).toBeLessThanOrEqual(pages);
    const [left, top, right, bottom] = it.box;
    expect(left).toBeLessThanOrEqual(right);
    expect(top).toBeLessThanOrEqual(bottom);
    ({ end } = it);
  }
  expect(end).toBeLessThanOrEqual(text.length);
  // every character but the spaces between pieces was printed somewhere
  const bare = stretches.map((it) => text.slice(it.start, it.end)).join('');
  expect(bare).toBe(text.replace(/ /g, ''));
}

/** What holds of every document, whatever is in it. */
function expectSound(document: Document): void {
  const pages = document.pages ?? 0;
  document.blocks.forEach((block, i) => {
    expect(block.id).toBe(`b${i}`);
    if (block.kind !== 'table') {
      expectSoundStretches(block.text, block.stretches, pages);
      return;
    }
    expect(block.text).toBe(tableText(block.cells));
    const taken = new Set<string>();
    for (const cell of block.cells) {
      expectSoundStretches(cell.text, cell.stretches, pages);
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let col = cell.col; col < cell.col + cell.colSpan; col++) taken.add(`${row} ${col}`);
      }
    }
    expect(taken.size).toBe(block.rows * block.columns);
    expect(block.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)).toBe(taken.size);
  });
}

/** Parses pages written for a test, and checks what holds of every document. */
export async function documentOf(pages: readonly Page[]): Promise<Document> {
  const parsed = await parsePdf(tinyPdf(pages), 'made.pdf');
  if (!('document' in parsed)) throw new Error(parsed.problems[0].message);
  expectSound(parsed.document);
  return parsed.document;
}

export const textsOf = (document: Document): string[] =>
  document.blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text);

export const furnitureOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'furniture' ? [`${block.role} ${block.text}`] : []));

export const tablesOf = (document: Document): TableBlock[] => document.blocks.filter((block) => block.kind === 'table');

/** Rows of a table as `text` or `text<columns x rows>` for a merged cell. */
export function rowsOf(table: TableBlock): string[][] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map(({ text, colSpan, rowSpan }) => (colSpan > 1 || rowSpan > 1 ? `${text}<${colSpan}x${rowSpan}>` : text)),
  );
}
