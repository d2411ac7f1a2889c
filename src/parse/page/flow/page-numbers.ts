import { dense } from '../../../model/dense.js';
import { groupedBy } from '../../../model/grouped.js';
import type { Line } from '../lines/text-lines.js';

const numeral = String.raw`(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5})`;
const total = String.raw`共${numeral}页`;
const number = String.raw`第${numeral}页`;

/** Shapes that nothing but a page number has. Full-width forms count as the usual ones. */
const certain = new RegExp(
  [
    String.raw`[-—–―~·•|]+\d{1,4}[-—–―~·•|]*`,
    String.raw`\d{1,4}[-—–―~·•|]+`,
    String.raw`第?${numeral}页?[,、/|]?[(]?${total}[)]?`,
    String.raw`${total}[,、/|]?${number}`,
    number,
    String.raw`页码:?${numeral}`,
    String.raw`\d{1,4}[/|]\d{1,4}`,
    String.raw`p(?:age)?\.?\d{1,4}(?:of\d{1,4})?`,
    String.raw`[-—–]*[ivxlc]{1,6}[-—–]*`,
  ]
    .map((it) => `^${it}$`)
    .join('|'),
  'i',
);

/** Shapes that other numbers have as well: bare, or within brackets. */
const bare = /^\d{1,4}$/;
const likely = new RegExp(`^(?:[([〔【<〈]${numeral}[)\\]〕】>〉]|[〇零一二三四五六七八九十百]{1,5})$`);

const plain = (line: Line): string => dense(line.text).normalize('NFKC');

/** A Chinese numeral below a thousand, as page numbers are written: 十二, 二十, 一百〇三, 一二. */
function chineseValue(text: string): number {
  let [value, digit] = [0, 0];
  for (const it of text) {
    const unit = it === '十' ? 10 : it === '百' ? 100 : 0;
    if (unit > 0) [value, digit] = [value + Math.max(digit, 1) * unit, 0];
    else digit = digit * 10 + Math.max('零一二三四五六七八九'.indexOf(it), 0);
  }
  return value + digit;
}

/** The first number of a text. */
function numberIn(text: string): number {
  const found = /\d+|[〇零一二三四五六七八九十百]+/.exec(text)?.[0] ?? '';
  return /^\d/.test(found) ? Number(found) : chineseValue(found);
}

/** Lines at the edges of pages that number them. A number that may be another counts when it keeps step with the pages, or where
 *  it stands bare at the edge of a single page. */
export function pageNumbers(edge: readonly Line[], pages: number): Set<Line> {
  const numbers = new Set<Line>();
  const doubtful: Line[] = [];
  for (const line of edge) {
    const text = plain(line);
    if (certain.test(text) || (pages === 1 && bare.test(text))) numbers.add(line);
    if (!certain.test(text) && !bare.test(text) && !likely.test(text)) continue;
    doubtful.push(line);
  }
  for (const same of groupedBy(doubtful, (line) => numberIn(plain(line)) - line.page).values()) {
    if (new Set(same.map((line) => line.page)).size > 1) for (const line of same) numbers.add(line);
  }
  return numbers;
}
