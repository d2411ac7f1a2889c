import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | null;

/** Tells Excel that the file is UTF-8; for files that people open, not for pipes. */
export const byteOrderMark = '\uFEFF';

/** A decimal as we write them: such a cell is a number in a spreadsheet and can start no formula. */
const decimal = /^-?\d+(\.\d+)?$/;
/** What a spreadsheet skips at the beginning of a line before it looks for a formula. */
const skipped = '[\\s\\u00a0\\u200b-\\u200f\\u2060\\ufeff]*';
const formula = new RegExp(`(^|[\\r\\n])${skipped}[=+\\-@＝＋－＠|\\t\\r\\n]`);

/** Text as a cell that no spreadsheet runs: an apostrophe in front where any of its lines could start a formula. */
export function protectedText(text: string): string {
  return formula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** One line: numbers bare, every text quoted and protected, nothing for null; RFC 4180 with CRLF. */
export function csvLine(values: readonly CsvValue[]): string {
  const cells = values.map((value) => {
    if (value === null) return '';
    const text = String(value);
    return typeof value === 'number' || decimal.test(text) ? text : protectedText(text);
  });
  return stringify([cells], {
    record_delimiter: 'windows',
    cast: { string: (value) => ({ value, quoted: value !== '' && !decimal.test(value) }) },
  });
}
