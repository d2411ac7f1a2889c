import { printed } from '../../model/printed.js';
import { cellKey, type Reading, type TableColumn, type TableReading } from '../../model/reading.js';
import type { Figure, Fund, Stage } from '../../model/report.js';
import type { ItemNames } from '../facts/item-name.js';
import { labelOf } from '../facts/table-items.js';
import { sideOf } from '../facts/table-views.js';
import { namesChange, whenIn, type When } from './when.js';

/** One column of a table: its amounts by row, and what they are amounts of. */
export interface View {
  readonly table: string;
  readonly when: When;
  /** 收入 or 支出; null where neither or both are said. */
  readonly side: string | null;
  /** 合并 or 母公司; empty where neither is said. */
  readonly scope: string;
  readonly stage: Stage | null;
  readonly fund: Fund | null;
  /** What is left of the column's heading: 财政拨款收入, 账面余额; empty for amounts as such. */
  readonly measure: string;
  /** By subject code or name. A row that stands twice is left out. */
  readonly rows: ReadonlyMap<string, Figure>;
}

const dense = (text: string): string =>
  text
    .replace(/[\s\u3000\u00a0]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
const times =
  /（[^）]*）|(?:19|20)\d{2}(?:[年./-]\d{1,2}[月./-]\d{1,2}日?)?(?:年度?)?(?:1[-—~至]12月)?|上年度?|本年度?|当年|去年|[上本]期|[期年][末初]|同期/g;
const plain = /合并|母公司|本?集团|本?公司|人民币|[万亿]?元|单位[:：]?|累计|实际|发生|金额|余额|数|合计|^度$/g;

function scopeIn(words: readonly string[]): string {
  const text = words.join(' ');
  const group = /合并|集团/.test(text);
  const parent = /母公司/.test(text) || words.some((it) => /^本?公司$/.test(it));
  return group === parent ? '' : group ? '合并' : '母公司';
}

/** What a column's heading says besides time, scope and stage. */
function measureOf(path: readonly string[], names: ItemNames): string {
  const rest = path.map((it) => {
    const word = names.stageWord(it);
    return (word === null ? it : it.replace(word, '')).replace(times, '').replace(plain, '');
  });
  return [...new Set(rest)].filter((it) => it !== '' && it !== '项目').join('');
}

function rowsOf(reading: TableReading, column: TableColumn, names: ItemNames): Map<string, Figure> {
  const rows = new Map<string, Figure>();
  const twice = new Set<string>();
  for (const row of reading.rows) {
    if (row.role === 'header' || row.role === 'note') continue;
    const figure = reading.figures.get(cellKey(row.index, column.index));
    if (!figure || !printed(figure)) continue;
    const label = labelOf(reading, row, column.index);
    const key = row.code === '' ? (names.read(label).names[0] ?? '') : row.code;
    if (key === '' || twice.has(key)) continue;
    if (rows.delete(key)) twice.add(key);
    else rows.set(key, figure);
  }
  return rows;
}

const smallest = 2;

/** Every column of amounts whose time is known. `reported`: the year that the document is of. */
export function viewsOf(reading: Reading, names: ItemNames, reported: number): View[] {
  return reading.tables.flatMap((table) => {
    const title = dense(table.table.title ?? '');
    const ofTitle = whenIn(title, reported);
    return table.columns.flatMap((column): View[] => {
      const path = column.path.map(dense);
      const heading = path.join('');
      if (column.role !== 'amount' || namesChange(heading)) return [];
      const own = whenIn(heading, reported);
      const when = own ?? ofTitle ?? { year: reported, held: false, restated: false };
      const rows = rowsOf(table, column, names);
      if (rows.size < smallest) return [];
      const stage = names.stageIn(heading) ?? names.stageIn(title);
      const scope = scopeIn(path) || scopeIn([title]);
      const fund = names.fundIn(heading) ?? names.fundIn(title);
      const side = sideOf(table, column, title);
      return [{ table: table.table.id, when, side, scope, stage, fund, measure: measureOf(path, names), rows }];
    });
  });
}
