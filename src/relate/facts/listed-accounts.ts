import { decimal, isZero } from '../../model/decimal.js';
import { cellKey, type Reading, type TableReading } from '../../model/reading.js';
import type { Exhibit, WordsRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { quoted, quotedCell, wordsRelation } from '../quoted.js';
import { labelOf, wholeColumns } from './table-items.js';

/** So much of a list must be rows of the table that print an amount before the rest is claimed to be wrong. */
const needed = { names: 4, share: 0.7 };
const list =
  /([人员公用日常经费支出]{4,8})(?:\d[\d,.]*(?:万|亿)?元)?[，,：:（(]?(?:主要)?(?:包括|用于)[:：]?([^。；;]+)/gu;
const open = /等(?:$|[^\p{L}])|等(?:支出|费用|项目)?$/u;

const plain = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');

interface Row {
  readonly name: string;
  /** 人员经费 or 公用经费, by the class of its code. */
  readonly side: string;
  readonly figure: Figure | null;
  readonly exhibit: Exhibit | null;
}

const sides: Readonly<Record<string, string>> = {
  301: '人员',
  303: '人员',
  302: '公用',
  307: '公用',
  310: '公用',
  399: '公用',
};

/** The code in a column's own half, its columns joined: 303 | 09. */
function codeAt(reading: TableReading, row: number, col: number): string {
  let code = '';
  for (let at = col - 1; at >= 0; at--) {
    if (reading.figures.has(cellKey(row, at)) && reading.columns[at]?.role === 'amount') break;
    const text = plain(reading.cells.get(cellKey(row, at))?.text ?? '');
    if (/^\d{1,5}$/.test(text)) code = text.padStart(2, '0') + code;
    else if (code !== '') break;
  }
  return code;
}

/** Rows of 款 of a table of basic spending by economic class, those without an amount too. */
function rowsOf(reading: TableReading): Row[] {
  if (!/基本支出/.test(reading.table.title ?? '')) return [];
  return wholeColumns(reading).flatMap((column) =>
    reading.rows.flatMap(({ index, role }): Row[] => {
      if (role === 'header') return [];
      const code = codeAt(reading, index, column.index);
      const side = /^3\d{4}$/.test(code) ? sides[code.slice(0, 3)] : undefined;
      const name = plain(labelOf(reading, { index }, column.index));
      if (side === undefined || name === '') return [];
      const figure = reading.figures.get(cellKey(index, column.index)) ?? null;
      return [{ name, side, figure, exhibit: figure ?? quotedCell(reading, index, column.index) }];
    }),
  );
}

const printsAmount = ({ figure }: Row): boolean => figure !== null && !isZero(decimal(figure.value));

/** 人员经费主要包括：基本工资、津贴补贴…: the kinds that a paragraph lists, against the rows of the table that print an amount. */
export function listedAccounts({ paragraphs, tables }: Reading): WordsRelation[] {
  const rows = tables.flatMap(rowsOf);
  if (rows.length === 0) return [];
  return paragraphs.flatMap(({ block, heading }) =>
    [...block.text.matchAll(list)].flatMap((match): WordsRelation[] => {
      const [, owner = '', said = ''] = match;
      const side = /公用/.test(owner) ? '公用' : /人员/.test(owner) ? '人员' : null;
      if (side === null) return [];
      const own = rows.filter((it) => it.side === side);
      const byName = new Map(own.map((it) => [it.name, it]));
      const names = said.split('、').map((name) => name.trim());
      const known = names.flatMap((name) => byName.get(plain(name)) ?? []);
      const paid = known.filter(printsAmount);
      if (paid.length < needed.names || paid.length < needed.share * names.length) return [];
      const empty = names.find((name) => byName.has(plain(name)) && !printsAmount(byName.get(plain(name)) as Row));
      const listed = new Set(names.map(plain));
      const left = open.test(said) ? [] : own.filter((it) => printsAmount(it) && !listed.has(it.name));
      const first = empty ?? names[0] ?? said;
      const at = block.text.indexOf(first, match.index + match[0].length - said.length);
      const unpaid = empty === undefined ? null : (byName.get(plain(empty))?.exhibit ?? null);
      const against = [...left.flatMap((it) => it.exhibit ?? []), ...(unpaid ? [unpaid] : [])];
      const holds = empty === undefined && left.length === 0;
      const words = quoted(block, at, holds ? said.slice(0, 1) : first, heading);
      return [
        wordsRelation('listed-accounts', words, holds, { wanted: left.map((it) => it.name).join('、'), against }),
      ];
    }),
  );
}
