import { basename } from 'node:path';
import Table from 'cli-table3';
import type { Language } from '../model/catalogue.js';
import { word } from '../model/words.js';
import { placeText } from './finding-place.js';
import type { FindingRow } from './finding-row.js';
import { visible } from '../model/visible.js';
import { wrap } from './wrap.js';

const narrow = { severity: 8, rule: 18 };
const borders = 7;
const padding = 2;

/**
 * Findings for a terminal of a width, each with its number, the report and file, and where it stands: cells wrap between any two
 * characters, since Chinese has no spaces, and none is cut.
 */
export function findingsTable(rows: readonly FindingRow[], language: Language, width: number): string {
  const numbers = rows.map(({ number }) => `#${number}`);
  const first = numbers.reduce((widest, it) => Math.max(widest, it.length), 4) + padding;
  const rest = Math.max(56, width - borders - first - narrow.severity - narrow.rule);
  const document = Math.floor(rest / 4);
  const table = new Table({
    head: (['number', 'severity', 'rule', 'document', 'place', 'message'] as const).map((key) => word(key, language)),
    style: { head: [], border: [] },
  });
  rows.forEach((row, at) => {
    const status =
      row.status === 'open' ? '' : word(row.status, language) + (row.reason === '' ? '' : ` “${row.reason}”`);
    const said = [row.message, row.arithmetic, status].filter((it) => it !== '').map(visible);
    const named = [row.title ?? '', basename(row.path)].filter((it) => it !== '').map(visible);
    const where = placeText(row.place, language).split('\n').map(visible);
    table.push([
      numbers[at],
      word(row.severity, language),
      wrap(row.rule, narrow.rule - padding),
      wrap(named.join('\n'), document - padding),
      wrap(where.join('\n'), document - padding),
      wrap(said.join('\n'), rest - 2 * document - padding),
    ]);
  });
  return table.toString();
}
