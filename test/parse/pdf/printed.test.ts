import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../../../src/model/document.js';
import { dense } from '../../../src/model/dense.js';
import { parsePdf } from '../../../src/parse/pdf/parse-pdf.js';
import { rowsOf, tablesOf } from './parsed.js';

// Forty tables with long numbers in narrow columns, as Chromium and LibreOffice print them, a table on each page: rules about all
// cells or without a frame, under rows, about groups of columns, above and below only, none.

interface PrintedTable {
  readonly rules: string;
  /** Cells of a row set apart by bars. */
  readonly rows: readonly string[];
}

const at = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`printed/${name}`, import.meta.url)));
const expected = JSON.parse(new TextDecoder().decode(at('expected.json'))) as Record<string, readonly PrintedTable[]>;

const numbersOf = (cells: readonly string[]): string[] => cells.filter((text) => /\d/.test(text));

/** Numbers of a table that stand in cells of their own, whole. */
function found(wanted: readonly string[], tables: readonly TableBlock[]): string[] {
  const left = tables.flatMap((table) => table.cells.map((cell) => dense(cell.text)));
  return wanted.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

/** Where no rule parts the rows, a number that breaks within its digits may be two: most are told all the same. */
const ruled = new Set(['all', 'nooutside', 'rows']);
const leastOfOthers = 0.9;

describe.each(['chromium', 'libreoffice'])('as %s prints them', (maker) => {
  it('numbers of ruled rows are whole and in their cells, others mostly', async () => {
    const parsed = await parsePdf(at(`${maker}.pdf`), 'made.pdf');
    if (!('document' in parsed)) throw new Error('not read');
    const tables = tablesOf(parsed.document);
    let [all, whole] = [0, 0];
    for (const [i, { rules, rows }] of (expected[maker] ?? []).entries()) {
      const mine = tables.filter((table) => table.page === i + 1);
      const cells = rows.map((row) => row.split('|'));
      if (ruled.has(rules)) expect(mine.map((table) => rowsOf(table).map((row) => row.map(dense)))).toEqual([cells]);
      const wanted = numbersOf(cells.flat());
      all += wanted.length;
      whole += found(wanted, mine).length;
    }
    expect(whole / all).toBeGreaterThan(leastOfOthers);
  });
});
