import { openArchive } from '../zip/archive.js';
import { damaged } from '../failure.js';
import { NumberText } from './number-text.js';
import { CellBudget, readSheet } from './sheet.js';
import { readStrings } from './strings.js';
import { stylesOf } from './styles.js';
import { readWorkbook, treeOf, workbookPart } from './workbook.js';

/** A sheet as texts: rows by their number from 0, each with its cells by column from 0. */
export interface SheetTexts {
  readonly name: string;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** The texts that a workbook shows. Throws a ParseFailure for what is no sound workbook: nothing of a damaged one is told. */
export function cellTexts(bytes: Uint8Array): SheetTexts[] {
  const archive = openArchive(bytes);
  const part = workbookPart(archive);
  if (part === null || archive.salvaged) throw damaged('xl/workbook.xml');
  const onFault = (where: string, reason: string): never => {
    throw damaged(`${where}: ${reason}`);
  };
  const book = readWorkbook(archive, part, onFault);
  const shared = {
    strings: readStrings(archive, book.strings, onFault),
    styles: stylesOf(book.styles === null ? null : treeOf(archive, book.styles, onFault)),
    numbers: new NumberText(book.from1904),
    budget: new CellBudget(),
  };
  return book.sheets.map(({ name, part: of }) => {
    const sheet = readSheet(archive, of, name, shared, onFault);
    const rows = sheet.rows.map(({ row, cells }) => [row, new Map(cells.map(({ col, text }) => [col, text]))] as const);
    return { name, rows: new Map(rows) };
  });
}
