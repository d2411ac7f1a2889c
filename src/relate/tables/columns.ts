import type { TableColumn, TableReading } from '../../model/reading.js';

/** A column's own words: its lowest heading, without the unit in brackets. */
function headingOf(column: TableColumn): string {
  const last = column.path.findLast((text) => !/^[\d.、-]+$/.test(text)) ?? '';
  return last.replace(/[（(](?:%|％|分|[十百千万亿]*元|ABC|[A-Z])[）)]$/, '');
}

export function columnsNamed(reading: TableReading, pattern: RegExp): TableColumn[] {
  return reading.columns.filter((column) => pattern.test(headingOf(column)));
}
