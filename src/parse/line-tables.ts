/** Tables that stand in lines, as they are typed or a copy out of a page, a sheet or a Markdown file leaves them: a row a line, cells set apart by |, tabs or wide spaces. */

/** A run of lines: a row of cells each, or lines as they are. */
export type Stretch = { readonly plain: readonly string[] } | LineTable;
export interface LineTable {
  readonly rows: readonly (readonly string[])[];
  /** How many rows at the top a Markdown rule sets apart. */
  readonly headerRows: number;
  /** The line of each row. */
  readonly lines: readonly number[];
  /** The line behind the last. */
  readonly end: number;
}

interface Row {
  readonly cells: readonly string[];
  readonly by: 'bar' | 'tab' | 'space' | 'pair';
  /** The line begins with its mark: a frame around the row, or a first cell that holds nothing. */
  readonly opened: boolean;
}

const bar = /[|│┃｜]/;
/** ├──┼──┤ and |---|---|: they rule a table and hold nothing. A line of dashes alone sets off text. */
const drawn = /^[\s:|│┃┌├└┏┣┗╔╠╚┬┼┴┤┐┘┳╋┻┫┓┛╦╬╩╣╗╝+─━═=-]+$/;
const isRule = (line: string): boolean => drawn.test(line) && /[-─━═=]{2}/.test(line) && /[|│┃+┬┼┴┳╋┻╦╬╩]/.test(line);

function rowOf(line: string): Row | null {
  if (bar.test(line)) {
    const cells = line
      .trim()
      .replace(/^[|│┃｜]/, '')
      .replace(/[|│┃｜]$/, '')
      .split(/[|│┃｜]/);
    const opened = /^\s*[|│┃｜]/.test(line);
    return cells.length >= 2 ? { cells: cells.map((cell) => cell.trim()), by: 'bar', opened } : null;
  }
  // two words with a tab between are an entry of a table of contents, or the number of an item and its text
  const cells = line.replace(/^\s+/, '').split('\t');
  const opened = line.startsWith('\t');
  if (cells.length + Number(opened) >= 3) return { cells: cells.map((cell) => cell.trim()), by: 'tab', opened };
  return spacedRow(line) ?? pairRow(line);
}

/** A name and an amount behind a tab or a wide gap. Words of one column are no sentence, and what it numbers no page. */
function pairRow(line: string): Row | null {
  const cells = line.trim().split(/\t+| {3,}|\u3000{2,}/);
  if (cells.length !== 2 || cells.some((cell) => cell.length > longestCell || sentence.test(cell))) return null;
  return { cells: cells.map((cell) => cell.trim()), by: 'pair', opened: false };
}

/** An amount as no page is numbered: with decimals, or in groups of three. */
const amount = /^[-−(（]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]?$/;

/** Rows of two are a table where every one below the first holds an amount, and the first does too or heads a column. */
const isPaired = ([first, ...rows]: readonly Row[]): boolean =>
  rows.every(({ cells }) => amount.test(cells[1] ?? '')) &&
  !first?.cells.some((cell) => /[:：]$/.test(cell)) &&
  !/^\d+$/.test(first?.cells[1] ?? '');

/** Wide spaces, or several: where they part a line into short cells of which none is a sentence, they stand for the columns of a table. */
const spaces = /\u3000+| {2,}/;
const sentence = /[，。；：！？,;:!?]\D|[。；]$/;
const longestCell = 24;

function spacedRow(line: string): Row | null {
  const cells = line.trim().split(spaces);
  if (cells.length < 3 || cells.some((cell) => cell.length > longestCell || sentence.test(cell))) return null;
  return { cells: cells.map((cell) => cell.trim()), by: 'space', opened: false };
}

/** Rows that only spaces part are a table where every one below the first holds nothing but numbers behind its label. */
const isSpaced = ([, ...rows]: readonly Row[]): boolean =>
  rows.every(({ cells }) => cells.slice(1).every((cell) => number.test(cell) || blank.test(cell)));
const blank = /^[-—–－/]*$/;

const withBlank = (row: Row): Row => ({ ...row, cells: ['', ...row.cells], opened: false });

/**
 * Adds a row to those of its table: a row that its mark opens and that is one cell short of the others begins with a blank cell.
 * False where the row is of another table.
 */
function addRow(rows: Row[], row: Row): boolean {
  const [first] = rows;
  if (first && row.by !== first.by) return false;
  const short = first ? first.cells.length - row.cells.length : 0;
  if (first && short === -1 && first.opened && !row.opened && rows.every((it) => it.opened))
    rows.splice(0, rows.length, ...rows.map(withBlank));
  else if (short !== 0 && !(short === 1 && row.opened && first?.opened === false)) return false;
  rows.push(short === 1 ? withBlank(row) : row);
  return true;
}

/** Numerals, with a sign, a separator or a percent sign: what at least a third of a table's rows hold behind their labels. */
const number = /^[-−(（]?\d[\d,，.]*[%％)）]?$/;
const fewestRows = 3;

/** Rows of one width, of which enough hold numbers, are a table; few lines with a mark in each are not. */
function tableOf({ rows, headerRows, lines, end }: Run): LineTable | null {
  const least = headerRows > 0 ? 2 : fewestRows;
  const numeric = rows.filter((row) => row.cells.some((cell, col) => col > 0 && number.test(cell)));
  const [{ by } = { by: null }] = rows;
  if ((by === 'space' && !isSpaced(rows)) || (by === 'pair' && !isPaired(rows))) return null;
  // a rule below its heads shows a table, whatever it holds
  if (rows.length < least || (headerRows === 0 && numeric.length * 3 < rows.length)) return null;
  return { rows: rows.map((row) => row.cells), headerRows, lines, end };
}

/** Lines with the tables among them. Every line that is no part of a table comes out as it went in. */
export function stretchesOf(lines: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let plain: string[] = [];
  for (let at = 0; at < lines.length;) {
    const run = runAt(lines, at);
    const { end } = run;
    const table = tableOf(run);
    if (table === null) {
      const next = Math.max(end, at + 1);
      plain.push(...lines.slice(at, next));
      at = next;
      continue;
    }
    if (plain.length > 0) found.push({ plain });
    plain = [];
    found.push(table);
    at = end;
  }
  if (plain.length > 0) found.push({ plain });
  return found;
}

interface Run {
  readonly rows: readonly Row[];
  readonly headerRows: number;
  readonly lines: readonly number[];
  /** The line behind it. */
  readonly end: number;
}

/** The rows of one width and one mark from a line on, rules left out. */
function runAt(lines: readonly string[], start: number): Run {
  const rows: Row[] = [];
  const places: number[] = [];
  let headerRows = 0;
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    if (isRule(line)) {
      if (rows.length > 0 && headerRows === 0 && /^[\s|:-]+$/.test(line)) headerRows = rows.length;
      continue;
    }
    const row = rowOf(line);
    if (!row || !addRow(rows, row)) break;
    places.push(end);
  }
  return { rows, headerRows, lines: places, end };
}
