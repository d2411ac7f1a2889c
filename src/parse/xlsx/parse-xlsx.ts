import { isZero } from '../../model/decimal.js';
import type { Document } from '../../model/document.js';
import { problem, type Problem } from '../../model/problem.js';
import { damaged, limitExceeded } from '../failure.js';
import type { Archive } from '../zip/archive.js';
import { placeKey } from './address.js';
import { blocksOf } from './blocks.js';
import { Formulas } from './formulas.js';
import { NumberText } from './number-text.js';
import { CellBudget, readSheet, type Sheet } from './sheet.js';
import { shownSheet } from './shown.js';
import { readStrings } from './strings.js';
import { stylesOf } from './styles.js';
import { toldOf } from './told.js';
import { readWorkbook, treeOf, workbookPart } from './workbook.js';

const mostSheets = 1000;

/** The places of all numbers but zero. */
function storedIn(sheets: readonly Sheet[]): ReadonlySet<string> {
  const stored = new Set<string>();
  sheets.forEach(({ rows }, at) => {
    for (const { row, col, exact } of rows.flatMap(({ cells }) => cells)) {
      if (exact !== null && !isZero(exact)) stored.add(placeKey(at, row, col));
    }
  });
  return stored;
}

/**
 * An Excel package as a document: each shown sheet with its words and tables. Values are those that are stored, and formulas are never
 * run; what they add up is kept beside. Throws a ParseFailure when there is no workbook to be read, or a limit was met.
 */
export function parseXlsx(archive: Archive, file: string): Document {
  const part = workbookPart(archive);
  if (part === null) throw damaged('xl/workbook.xml');
  const faults = new Map<string, string>(archive.salvaged ? [['ZIP', 'central directory']] : []);
  const onFault = (where: string, reason: string): void => {
    if (!faults.has(where)) faults.set(where, reason);
  };
  const book = readWorkbook(archive, part, onFault);
  if (book.sheets.length > mostSheets) throw limitExceeded('sheets', book.sheets.length);
  const shared = {
    strings: readStrings(archive, book.strings, onFault),
    styles: stylesOf(book.styles === null ? null : treeOf(archive, book.styles, onFault)),
    numbers: new NumberText(book.from1904),
    budget: new CellBudget(),
  };
  const sheets = book.sheets.map(({ name, part: of }) => readSheet(archive, of, name, shared, onFault));
  const formulas = new Formulas(sheets);
  const read = sheets.flatMap((sheet, at) =>
    book.sheets[at]?.isHidden ? [] : [{ name: sheet.name, at, sheet, shown: shownSheet(sheet, formulas.addedIn(at)) }],
  );
  const stored = storedIn(sheets);
  const blocks = blocksOf(read, formulas, (sheet, row, col) => stored.has(placeKey(sheet, row, col)));
  const lost = [...faults].map(([where, reason]): Problem =>
    problem('FILE_PART_LOST', { file, reason: `${where}: ${reason}` }),
  );
  const problems = [...lost, ...toldOf(archive, book, read, file)];
  return { format: 'xlsx', pages: null, blocks, problems, partial: lost.length > 0 };
}
