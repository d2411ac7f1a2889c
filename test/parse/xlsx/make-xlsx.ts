import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook, written by hand: the content of each sheet's part, and what else it needs. */
export interface Parts {
  /** What stands in `<worksheet>`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly styles?: string;
  readonly strings?: string;
  /** Further entries by name, or replacements of those made here. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const relationships = (content: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content.join('')}</Relationships>`;
const related = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;

export function makeXlsx({ sheets, hidden = [], styles = '', strings = '', files = {} }: Parts): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, string | Uint8Array> = {
    '_rels/.rels': relationships([related('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
      .map((name, i) => `<sheet name="${name}" r:id="s${i}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, i) => related(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`)),
      related('styles', 'styles', 'styles.xml'),
      related('strings', 'sharedStrings', '/xl/sharedStrings.xml'),
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i}.xml`, `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`]),
    ),
    ...files,
  };
  const bytes = Object.entries(parts).map(([name, it]) => [name, typeof it === 'string' ? strToU8(it) : it]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>);
}

/** Words of a cell, or a number, or markup as it stands. */
type Content = string | number;

const cell = (content: Content): string => {
  if (typeof content === 'number') return `<c><v>${content}</v></c>`;
  return content.startsWith('<') ? content : `<c t="inlineStr"><is><t>${content}</t></is></c>`;
};

/** Rows from the first on; an empty list is an empty row. */
export const rows = (...all: readonly (readonly Content[])[]): string =>
  `<sheetData>${all.map((row, i) => (row.length === 0 ? '' : `<row r="${i + 1}">${row.map(cell).join('')}</row>`)).join('')}</sheetData>`;

export const merged = (...ranges: readonly string[]): string =>
  `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** A formula with the value that is stored for it. */
export const formula = (text: string, value: number, attributes = ''): string =>
  `<c><f${attributes}>${text}</f><v>${value}</v></c>`;
