import { problem, type Problem } from '../../model/problem.js';
import type { Archive } from '../zip/archive.js';
import type { Sheet } from './sheet.js';
import type { ShownSheet } from './shown.js';
import type { Workbook } from './workbook.js';

/** Parts of a package that are not read, by their names. */
const unread = [
  ['pictures', /^xl\/media\//i],
  ['charts', /^xl\/charts\/chart\d*\.xml$/i],
  ['objects', /^xl\/embeddings\//i],
  ['comments', /^xl\/(?:threadedComments\/|comments)[^/]*\.xml$/i],
  ['macros', /^xl\/vbaProject\.bin$/i],
] as const;

/** What a workbook holds and was not read: hidden sheets, rows and columns, pictures, macros. */
export function toldOf(
  archive: Archive,
  book: Workbook,
  read: readonly { readonly sheet: Sheet; readonly shown: ShownSheet }[],
  file: string,
): Problem[] {
  const hidden = read.flatMap(
    ({
      sheet,
      shown: {
        hidden: { rows, columns },
      },
    }) => (rows + columns > 0 ? [problem('CELLS_HIDDEN', { sheet: sheet.name, rows, columns })] : []),
  );
  const counted = [
    ...unread.map(([what, pattern]) => [what, archive.names.filter((name) => pattern.test(name)).length] as const),
    ['hidden sheets', book.sheets.filter(({ isHidden }) => isHidden).length] as const,
    ['struck', read.reduce((sum, { sheet: { struck } }) => sum + struck, 0)] as const,
  ];
  const ignored = counted.flatMap(([what, count]) =>
    count > 0 ? [problem('PART_IGNORED', { file, what, count })] : [],
  );
  return [...hidden, ...ignored];
}
