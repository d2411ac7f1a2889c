import Table from 'cli-table3';
import type { Language } from '../model/catalogue.js';
import { visible } from '../model/visible.js';
import { word } from '../model/words.js';
import { placeText } from './finding-place.js';
import type { FindingRow } from './finding-row.js';
import { wrap } from './wrap.js';

const padding = 2;
const borders = 4;
const severity = 8;
const least = 60;

/**
 * The findings of one document for a terminal of a width, under its title and path: each with its number and severity, where it
 * stands and by which rule, and what is wrong. Cells wrap between any two characters, since Chinese has no spaces; none is cut.
 */
export function findingsTable(rows: readonly FindingRow[], language: Language, width: number): string {
  const numbers = rows.map(({ number }) => `#${number}`);
  const first = Math.max(severity, ...numbers.map((it) => it.length)) + padding;
  const rest = Math.max(least, width) - borders - first;
  const place = Math.min(34, Math.floor(rest / 3));
  const table = new Table({
    head: (['number', 'place', 'message'] as const).map((key) => word(key, language)),
    style: { head: [], border: [] },
  });
  rows.forEach((row, at) => {
    const status =
      row.status === 'open' ? '' : word(row.status, language) + (row.reason === '' ? '' : ` “${row.reason}”`);
    const said = [row.message, row.arithmetic, status].filter((it) => it !== '').map(visible);
    const where = [...placeText(row.place, language).split('\n'), row.rule].filter((it) => it !== '').map(visible);
    table.push([
      `${numbers[at]}\n${word(row.severity, language)}`,
      wrap(where.join('\n'), place - padding),
      wrap(said.join('\n'), rest - place - padding),
    ]);
  });
  const [document] = rows;
  const names = document ? [document.title ?? '', document.path].filter((it) => it !== '').map(visible) : [];
  return `${wrap(names.join('\n'), Math.max(least, width))}\n${table.toString()}\n`;
}
