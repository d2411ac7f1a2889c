import { cellKey, type TableReading } from '../../model/reading.js';
import { weightOf } from './describe.js';
import { Measures } from './measures.js';
import { termsOf } from './namer.js';
import type { Stated, Stating } from './statements.js';
import type { Rulebook } from '../../rulebook/rulebook.js';

/** A unit or a note behind a label: 营业收入（万元）. */
const bracket = /[（(][^（()）]{1,6}[）)]/gu;
/** Numbers with what is written right before and behind them: years, spans of them, codes. */
const date = /[A-Za-z]*[-\d]*\d\p{sc=Han}?/gu;
/** Cells of more characters tell of their row and do not name it. */
const longest = 20;
/** Cells of a table beyond these are a list of records, of which no sentence speaks one by one. */
const mostCells = 2000;

/** Where a table is printed as two beside each other, the columns of labels under one heading: which of them each column goes by. */
function labelsBeside(columns: TableReading['columns']): Map<number, number> {
  const beside = new Map<number, number>();
  const first = columns.find(({ role }) => role === 'text');
  const labels = columns.filter(({ role, path }) => role === 'text' && path.join() === first?.path.join());
  const isParted = labels.some(({ index }, i) => {
    const next = labels[i + 1]?.index ?? Infinity;
    return i > 0 && !columns.some((it) => it.role === 'amount' && it.index > index && it.index < next);
  });
  if (labels.length < 2 || isParted) return beside;
  for (const { index, role } of columns) {
    const label = labels.findLast((it) => it.index < index);
    if (role !== 'text' && label) beside.set(index, label.index);
  }
  return beside;
}

/** The figures of a table as its rows and columns name them. */
export function cellStatements(
  { table, rows, columns, cells, figures }: TableReading,
  { namer, titles, simplify, timesIn }: Stating,
  { grammar }: Rulebook,
): Stated[] {
  if (figures.size > mostCells) return [];
  const measures = new Measures(grammar);
  const first = figures.values().next().value;
  const above = titles.of(first?.heading ?? null);
  const title = simplify(table.title ?? '');
  const ofTitle = timesIn(title, above.when).at(title.length);
  const headings = columns.map((column) => {
    const words = simplify([...new Set(column.path)].join(' '));
    return {
      column,
      words,
      name: namer.name(words.replace(bracket, '').replace(date, '')),
      when: timesIn(words, ofTitle).at(words.length),
    };
  });
  /** What other columns of words say of a row. */
  const others = (row: number, label: string): string =>
    columns
      .flatMap(({ role, index }) => (role === 'text' ? (cells.get(cellKey(row, index))?.text ?? []) : []))
      .filter((it) => it.length <= longest && !label.includes(it))
      .join(' ');
  const besides = labelsBeside(columns);
  return rows.flatMap((row, at): Stated[] => {
    const ofRow = simplify(`${row.label} ${others(row.index, row.label)}`);
    return headings.flatMap(({ column, words, name: columnName, when }): Stated[] => {
      const figure = figures.get(cellKey(row.index, column.index));
      const weighed = figure && weightOf(figure, measures);
      if (!figure || !weighed) return [];
      const beside = besides.get(column.index);
      const label = beside === undefined ? ofRow : simplify(cells.get(cellKey(row.index, beside))?.text ?? '');
      const rowName = namer.name(label.replace(bracket, '').replace(date, ''));
      const name = `${rowName}${columnName}`;
      const isRate = column.role === 'rate' || figure.kind === 'percent';
      const about = namer.alike(`${title} ${label} ${words} ${above.words}`);
      return [
        {
          figure,
          sort: isRate ? 'rate' : 'level',
          measure: weighed.dimension,
          value: weighed.value,
          half: weighed.half,
          step: weighed.step,
          sentence: at,
          segment: at,
          clause: column.index,
          depth: 0,
          name,
          isBorrowed: false,
          terms: termsOf(columnName, termsOf(rowName)),
          context: termsOf(about),
          opens: false,
          title: '',
          share: null,
          of: null,
          words: new Set(),
          apart: namer.apart(`${label} ${words}`),
          behind: '',
          again: null,
          when: timesIn(label, when).at(label.length),
          cell: {
            table: table.id,
            row: row.index,
            col: column.index,
            rowName,
            columnName,
            isTotal: row.role === 'total' || row.role === 'subtotal',
          },
        },
      ];
    });
  });
}
