import type { TableReading } from '../../model/reading.js';

/** More cells than a reader would hold against each other: of such a table only what its totals name is added up. */
const mostCells = 12_000;
/** Which of its columns make which is tried out pair by pair; no form that people read is wider. */
const mostTried = 64;
/** Whether everything may be tried out in a table, or its named totals only. */
export const isSmall = ({ rows, columns }: TableReading): boolean =>
  columns.length <= mostTried && rows.length * columns.length <= mostCells;
