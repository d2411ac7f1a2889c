import { tableText, type Block, type Cell, type Document } from '../../src/model/document.js';

/** Another way to print the same report: whatever gouji says of the one, it says of the other. */
export interface Rewriting {
  readonly name: string;
  readonly apply: (document: Document) => Document;
}

type Rewrite = (text: string, inTable: boolean) => string;

function rewritten(block: Block, rewrite: Rewrite): Block {
  if (block.kind === 'furniture') return block;
  if (block.kind === 'paragraph') return { ...block, text: rewrite(block.text, false), stretches: [] };
  const cells = block.cells.map((cell): Cell => ({ ...cell, text: rewrite(cell.text, true), stretches: [] }));
  return { ...block, cells, text: tableText(cells), stretches: [] };
}

const everywhere = (name: string, rewrite: Rewrite): Rewriting => ({
  name,
  apply: (document) => ({ ...document, blocks: document.blocks.map((block) => rewritten(block, rewrite)) }),
});

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (whole: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Every `nth` amount of running text in 元 instead of 万元, its value unchanged. */
function inYuan(nth: number): Rewrite {
  let seen = 0;
  return (text, inTable) =>
    inTable
      ? text
      : text.replace(/(?<![\d.,])(\d[\d,]*)(?:\.(\d{1,4}))?万元/g, (printed, whole: string, fraction = '') =>
          seen++ % 5 === nth
            ? `${grouped((whole + String(fraction).padEnd(4, '0')).replace(/[,]|^0+(?=\d)/g, ''))}元`
            : printed,
        );
}

/** Neighbouring rows of one level change places, where neither has rows below it. */
function reordered(block: Block): Block {
  if (block.kind !== 'table') return block;
  const codeOf = (row: number): string => {
    const first = block.cells.find((cell) => cell.row === row && cell.col === 0)?.text.trim() ?? '';
    return /^\d{7}$/.test(first) ? first : '';
  };
  const target = new Map<number, number>();
  for (let row = 0; row + 1 < block.rows; row++) {
    const [upper, lower] = [codeOf(row), codeOf(row + 1)];
    if (upper === '' || lower === '' || upper.slice(0, 5) !== lower.slice(0, 5) || target.has(row)) continue;
    target.set(row, row + 1).set(row + 1, row);
  }
  const cells = block.cells
    .map((cell): Cell => ({ ...cell, row: target.get(cell.row) ?? cell.row }))
    .sort((a, b) => a.row - b.row || a.col - b.col);
  return { ...block, cells, text: tableText(cells) };
}

export const rewritings: readonly Rewriting[] = [
  everywhere('spaces around figures', (text) =>
    text.replace(/(?<![\d.,年月日])(\d[\d,]*(?:\.\d+)?)(?=[万元个人%])/g, ' $1 '),
  ),
  everywhere('full-width digits', (text, inTable) =>
    inTable ? wide(text) : text.replace(/\d[\d,.]*(?=万元|元|%|人|个)/g, wide),
  ),
  everywhere('no thousands separators', (text) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')),
  everywhere('thousands separators', (text) => text.replace(/(?<![\d.,])\d{4,}(?=\.\d{2}(?!\d))/g, grouped)),
  everywhere('no trailing zeros', (text) =>
    text.replace(/(\d\.\d*?)0+(?!\d)/g, (_, kept: string) => kept.replace(/\.$/, '')),
  ),
  everywhere('half-width punctuation', (text) =>
    text.replace(/，/g, ',').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')').replace(/％/g, '%'),
  ),
  everywhere('总计 for 合计', (text, inTable) => (inTable && /^(?:合\s*计)$/.test(text.trim()) ? '总计' : text)),
  everywhere('共计 for 合计', (text, inTable) => (inTable && /^(?:合\s*计)$/.test(text.trim()) ? '共计' : text)),
  everywhere('spaces within table labels', (text, inTable) =>
    inTable && /^[\p{Script=Han}]{2,4}$/u.test(text) ? [...text].join(' ') : text,
  ),
  ...[0, 1, 2, 3, 4].map((nth) => everywhere(`元 for 万元, ${nth + 1} of 5`, inYuan(nth))),
  {
    name: 'rows of one level in another order',
    apply: (document) => ({ ...document, blocks: document.blocks.map(reordered) }),
  },
];
