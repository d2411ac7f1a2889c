import { parseDecimal } from '../../model/decimal.js';

/** Looks of cells, in the order of the styles that the workbook declares. */
export const looks = ['plain', 'head', 'number', 'integer', 'link', 'title', 'input', 'label'] as const;
export type Look = (typeof looks)[number];

/** A formula with the value that it has now, so that a reader that does not calculate shows one too. */
export type Cell =
  | null
  | { readonly text: string; readonly look?: Look; readonly link?: string }
  | { readonly number: string; readonly look?: Look }
  | { readonly formula: string; readonly value: string; readonly look?: Look };

/** Characters of a cell at most. */
const longest = 32_767;
const cutMark = '…';
/** Digits that a spreadsheet, which computes in binary floats, keeps. */
const exactDigits = 15;

/** Controls, which XML 1.0 mostly has no place for, and halves of characters. */
const illegal = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as it stands in XML, also within an attribute. */
export const xmlText = (text: string): string =>
  text.replace(illegal, '').replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);

/** Spreadsheets read `_x0041_` as a character: an underscore that begins such a thing is written as one itself. */
const plainUnderscores = (text: string): string => text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');

const fitting = (text: string): string => (text.length > longest ? text.slice(0, longest - 1) + cutMark : text);

/** `AB12` of a column and a row that count from 0. */
export function address(column: number, row: number): string {
  let letters = '';
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26))
    letters = String.fromCharCode(65 + ((at - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** A decimal that a spreadsheet holds to the last digit is a number, any other text is text. */
export function valueCell(value: string | number | null, look: Look = 'plain'): Cell {
  if (value === null) return null;
  const text = String(value);
  const decimal = parseDecimal(text);
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '').length;
  return decimal !== null && digits <= exactDigits ? { number: text, look } : { text, look };
}

const styleOf = (look: Look = 'plain'): number => looks.indexOf(look);

/** A cell as XML; empty for none. Text is never a formula, whatever it begins with. */
export function cellXml(cell: Cell, column: number, row: number): string {
  if (cell === null) return '';
  const open = `<c r="${address(column, row)}" s="${styleOf(cell.look)}"`;
  if ('number' in cell) return `${open}><v>${cell.number}</v></c>`;
  if ('formula' in cell) return `${open}><f>${xmlText(cell.formula)}</f><v>${xmlText(cell.value)}</v></c>`;
  const text = xmlText(plainUnderscores(fitting(cell.text)));
  return `${open} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
