import { toText } from '../../model/decimal.js';
import { dense } from '../../model/dense.js';
import { printed } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading, type TableRow } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { HeadClass, HeadWords, TableWords } from '../../rulebook/table-words.js';
import type { Interval } from '../interval.js';

/** A figure in a cell, in floating numbers: they weigh claims, exact decimals judge them. */
export interface Entry {
  readonly figure: Figure;
  readonly row: number;
  readonly col: number;
  /** In the base unit of the figure; percentages as printed. */
  readonly value: number;
  /** Half of the worth of its last printed digit; 0 for an exact count. */
  readonly half: number;
  /** The worth of its last printed digit that is not a trailing zero of a whole number. */
  readonly grain: number;
}

/** A cell as claims see it: a figure, nothing where the table prints a blank or a dash, null where words stand or nothing was read. */
export type Slot = Entry | 'dash' | 'blank' | null;

/** A row or a column: what it is called and what it prints at each place of the lines that cross it. */
export interface Line {
  /** Its place among the lines of its sheet. */
  readonly at: number;
  readonly label: string;
  readonly words: HeadWords;
  /** How far down it is nested, 0 = highest; null where nothing tells. */
  readonly level: number | null;
  /** What the merged cells before its label say: rows of one group stand under one of them. */
  readonly group: string;
  /** What its figures are: never added to those of another kind. */
  readonly role: 'amount' | 'rate' | 'number';
  /** It totals others by its name. */
  readonly total: boolean;
  readonly ofWhich: boolean;
  readonly slots: readonly Slot[];
}

/** A table, or one side of it, seen along its rows or along its columns: one code reads both. */
export interface Sheet {
  readonly reading: TableReading;
  /** `down`: its lines are columns; `across`: its lines are rows. */
  readonly way: 'down' | 'across';
  readonly lines: readonly Line[];
  /** Words around the table say that rates follow from figures on another basis, which it does not print. */
  readonly otherBasis: boolean;
  /** It is one part of a composite form, whose totals may reach over all of them. */
  readonly inForm: boolean;
  /** The table shows some of its rows only. */
  readonly excerpt: boolean;
  /** The lines that cross them, by place, without their slots. */
  readonly places: readonly Omit<Line, 'slots'>[];
}

export const isEntry = (slot: Slot | undefined): slot is Entry => typeof slot === 'object' && slot !== null;
export const intervalAt = ({ value, half }: Entry): Interval => [value - half, value + half];
export const has = ({ words }: Pick<Line, 'words'>, ...classes: readonly HeadClass[]): boolean =>
  classes.some((it) => words.all.has(it));

const measured: ReadonlySet<Figure['kind']> = new Set([
  'money',
  'count',
  'dimension',
  'number',
  'percent',
  'score',
  'multiple',
]);
const dash = /^[-—–－/×*]+$/;

function entryOf(figure: Figure, row: number, col: number): Entry | null {
  const it = measured.has(figure.kind) ? printed(figure) : null;
  if (!it) return null;
  const step = Number(figure.step);
  const digits = figure.number ?? '';
  const zeros = digits.includes('.') ? 0 : (/0*$/.exec(digits)?.[0].length ?? 0);
  const value = Number(figure.value);
  // amounts whose unit nothing tells may be rounded to whole ones
  const rounded = figure.kind === 'number' && step === 1 && Math.abs(value) >= 1000;
  return {
    figure,
    row,
    col,
    value,
    half: rounded ? 0.5 : Number(toText(it.half)),
    grain: value === 0 ? step : step * 10 ** zeros,
  };
}

/** The slots of a table by row and column. */
function slotsOf(reading: TableReading): (row: number, col: number) => Slot {
  const entries = new Map<string, Entry | null>();
  for (const [key, figure] of reading.figures) {
    const [row = 0, col = 0] = key.split(':').map(Number);
    entries.set(key, entryOf(figure, row, col));
  }
  return (row, col) => {
    const key = cellKey(row, col);
    const entry = entries.get(key);
    if (entry !== undefined) return entry;
    const cell = reading.cells.get(key);
    if (!cell) return null;
    const text = dense(cell.text);
    return text === '' ? 'blank' : dash.test(text) ? 'dash' : null;
  };
}

/** 1, 2, 3, … of any name numbers places and measures nothing. */
function countsUp(slots: readonly Slot[]): boolean {
  const entries = slots.filter(isEntry);
  const steps = entries.slice(1).filter((it, i) => it.value === (entries[i]?.value ?? 0) + 1).length;
  return (
    entries.length >= 3 &&
    entries.every((it) => Number.isInteger(it.value) && Math.abs(it.value) < 2000) &&
    steps * 10 >= 9 * (entries.length - 1)
  );
}

const numbered = (line: Line): Line => (countsUp(line.slots) ? { ...line, role: 'number' } : line);

const totalRoles: ReadonlySet<TableRow['role']> = new Set(['total', 'subtotal']);

interface Panel {
  readonly labels: readonly TableColumn[];
  readonly figures: readonly TableColumn[];
}

/** The sides of a table: each begins with its own columns of labels. */
function panelsOf(reading: TableReading, isWords: (column: TableColumn) => boolean): Panel[] {
  const panels: { labels: TableColumn[]; figures: TableColumn[] }[] = [];
  for (const column of reading.columns) {
    const last = panels.at(-1);
    if (column.role === 'text' || column.role === 'code') {
      if (column.role === 'text' && last && last.figures.length > 0 && isWords(column))
        panels.push({ labels: [column], figures: [] });
      else if (last && last.figures.length === 0) last.labels.push(column);
      else if (!last) panels.push({ labels: [column], figures: [] });
    } else if (last) last.figures.push(column);
    else panels.push({ labels: [], figures: [column] });
  }
  return panels.filter((it) => it.figures.length > 0);
}

/** Whether a column of words names rows: beside remarks, most of its cells are filled. */
function namesRows(reading: TableReading, column: TableColumn, words: TableWords): boolean {
  if (words.of(column.path.at(-1) ?? '').all.has('remark')) return false;
  const body = reading.rows.filter((it) => it.role !== 'header');
  const filled = body.filter((it) =>
    /\D{2}/.test(dense(reading.cells.get(cellKey(it.index, column.index))?.text ?? '')),
  );
  return filled.length * 2 > body.length && filled.length >= 3;
}

/** The words of a table by row and column, those of a merged cell at every place that it covers. */
function coveredText(reading: TableReading): (row: number, col: number) => string {
  const covered = new Map<string, string>();
  for (const cell of reading.cells.values()) {
    if (cell.rowSpan === 1 && cell.colSpan === 1) continue;
    for (let row = cell.row; row < cell.row + Math.min(cell.rowSpan, 500); row++)
      for (let col = cell.col; col < cell.col + Math.min(cell.colSpan, 50); col++)
        covered.set(cellKey(row, col), cell.text);
  }
  return (row, col) => {
    const key = cellKey(row, col);
    return dense(reading.cells.get(key)?.text ?? covered.get(key) ?? '');
  };
}

/** What surrounds a reading of a table: words above and below it, and whether other parts of one form stand beside it. */
export interface Setting {
  readonly around: string;
  readonly inForm: boolean;
}

/** A table from both ways: its columns as lines, and for each of its sides the rows as lines. */
export function sheetsOf(reading: TableReading, words: TableWords, { around, inForm }: Setting): Sheet[] {
  const title = reading.table.title ?? '';
  const excerpt = words.speaks([title, reading.table.note, around].join(' '), 'excerpt');
  const otherBasis = words.speaks([around, title, reading.table.note].join(' '), 'comparable');
  const slotAt = slotsOf(reading);
  const body = reading.rows.filter((it) => it.role !== 'header');
  const columns = reading.columns.filter((it) => it.role === 'amount' || it.role === 'rate' || it.role === 'code');
  const columnLine = (column: TableColumn, at: number): Omit<Line, 'slots'> => {
    const label = column.path.join('/');
    const said = words.of(column.path.at(-1) ?? '');
    const own = {
      all: new Set([...said.all, ...column.path.slice(0, -1).flatMap((it) => [...words.of(it).all])]),
      head: said.head,
    };
    const number = column.role === 'code' || said.head === 'serial' || said.head === 'rank' || said.head === 'index';
    return {
      at,
      label,
      words: own,
      group: column.path.slice(0, -1).join('/'),
      level: null,
      role: number ? 'number' : column.role === 'rate' ? 'rate' : 'amount',
      total: said.head === 'total',
      ofWhich: said.all.has('ofwhich'),
    };
  };
  const rowLine = (row: TableRow, at: number, label: string, group: string): Omit<Line, 'slots'> => {
    const said = words.of(label);
    return {
      at,
      label,
      words: said,
      group,
      level: words.levelOf(label) ?? (label === row.label ? row.level : null),
      role:
        said.head === 'rate' || said.head === 'share' || said.head === 'growth'
          ? 'rate'
          : said.head === 'index' || said.head === 'rank'
            ? 'number'
            : 'amount',
      total: totalRoles.has(row.role) || said.head === 'total',
      ofWhich: row.role === 'of-which' || said.all.has('ofwhich'),
    };
  };
  const rows = body.map((row, at) => rowLine(row, at, row.label, ''));
  const down: Sheet = {
    reading,
    way: 'down',
    otherBasis,
    inForm,
    excerpt,
    lines: columns.map((column, at) =>
      numbered({ ...columnLine(column, at), slots: body.map((row) => slotAt(row.index, column.index)) }),
    ),
    places: rows,
  };
  const textAt = coveredText(reading);
  const across = panelsOf(reading, (it) => namesRows(reading, it, words)).map((panel): Sheet => {
    const own = panel.figures.filter((it) => it.role !== 'empty');
    return {
      reading,
      way: 'across',
      otherBasis,
      inForm,
      excerpt,
      lines: body.map((row, at) => {
        const path = panel.labels
          .filter((it) => it.role === 'text')
          .map((it) => textAt(row.index, it.index))
          .filter((it, i, all) => it !== '' && it !== all[i - 1]);
        const label = path.at(-1) ?? (panel.labels.length === 0 ? row.label : '');
        return numbered({
          ...rowLine(row, at, label, path.slice(0, -1).join('/')),
          slots: own.map((it) => slotAt(row.index, it.index)),
        });
      }),
      places: own.map(columnLine),
    };
  });
  return [down, ...across];
}
