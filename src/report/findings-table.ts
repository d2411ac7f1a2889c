import Table from 'cli-table3';
import type { Language } from '../model/catalogue.js';
import { word } from '../model/words.js';
import type { FindingRow } from './finding-row.js';
import { visible } from '../model/visible.js';
import { wrap } from './wrap.js';

const narrow = { severity: 8, page: 5, rule: 18 };
const borders = 6;
const padding = 2;

/** Findings for a terminal of a width: cells wrap between any two characters, since Chinese has no spaces, and none is cut. */
export function findingsTable(rows: readonly FindingRow[], language: Language, width: number): string {
  const rest = Math.max(48, width - borders - narrow.severity - narrow.page - narrow.rule);
  const document = Math.floor(rest / 3);
  const table = new Table({
    head: (['severity', 'rule', 'document', 'page', 'message'] as const).map((key) => word(key, language)),
    style: { head: [], border: [] },
  });
  for (const row of rows) {
    const status =
      row.status === 'open' ? '' : word(row.status, language) + (row.reason === '' ? '' : ` “${row.reason}”`);
    const said = [row.message, row.arithmetic, status].filter((it) => it !== '').map(visible);
    table.push([
      word(row.severity, language),
      wrap(row.rule, narrow.rule - padding),
      wrap(visible(row.title ?? row.path), document - padding),
      row.page === null ? '' : String(row.page),
      wrap(said.join('\n'), rest - document - padding),
    ]);
  }
  return table.toString();
}
