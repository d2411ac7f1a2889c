import { looks } from './cell.js';

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const officeType = 'application/vnd.openxmlformats-officedocument';

export const xml = (body: string): string => header + body;
export const namespaces = `xmlns="${main}" xmlns:r="${related}"`;

export interface Relation {
  readonly id: string;
  /** Last word of its type: `worksheet`, `drawing`, `hyperlink`. */
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
}

export const relationsXml = (relations: readonly Relation[]): string =>
  xml(
    `<Relationships xmlns="${packaged}/relationships">${relations
      .map(({ id, type, target, isExternal }) => {
        const mode = isExternal ? ' TargetMode="External"' : '';
        return `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"${mode}/>`;
      })
      .join('')}</Relationships>`,
  );

export function contentTypes(sheets: number, drawings: readonly number[]): string {
  const overrides = [
    ['/xl/workbook.xml', 'spreadsheetml.sheet.main'],
    ['/xl/styles.xml', 'spreadsheetml.styles'],
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet']),
    ...drawings.map((at) => [`/xl/drawings/drawing${at}.xml`, 'drawing']),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${officeType}.${type}+xml"/>`);
  return xml(
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
  );
}

/** One look a cell, in the order of `looks`: font, fill, border and format of numbers. */
const formats: Readonly<Record<(typeof looks)[number], string>> = {
  plain: 'numFmtId="0" fontId="0" fillId="0"',
  head: 'numFmtId="0" fontId="1" fillId="2"',
  number: 'numFmtId="164" fontId="0" fillId="0"',
  integer: 'numFmtId="1" fontId="0" fillId="0"',
  link: 'numFmtId="0" fontId="2" fillId="0"',
  title: 'numFmtId="0" fontId="3" fillId="0"',
  input: 'numFmtId="0" fontId="0" fillId="3"',
  label: 'numFmtId="0" fontId="1" fillId="0"',
};
const bordered: ReadonlySet<string> = new Set(['plain', 'head', 'number', 'integer', 'link', 'input']);

const solid = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const thin = ['left', 'right', 'top', 'bottom']
  .map((it) => `<${it} style="thin"><color rgb="FFBBBBBB"/></${it}>`)
  .join('');

export const stylesXml = xml(
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00##########"/></numFmts><fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0B5CAD"/><name val="Calibri"/></font><font><b/><sz val="16"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('DDE6F0')}${solid('FFF8D6')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin}<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${looks.length}">${looks
    .map(
      (look) =>
        `<xf ${formats[look]} borderId="${bordered.has(look) ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    )
    .join('')}</cellXfs></styleSheet>`,
);

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** Asks for a calculation when it opens, so that no formula shows what it was written with. `filters`: by sheet, the cells that are filtered. */
export function workbookXml(names: readonly string[], filters: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const named = filters.flatMap((range, at) =>
    range === ''
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">'${names[at]}'!${absolute(range)}</definedName>`,
        ],
  );
  const defined = named.length > 0 ? `<definedNames>${named.join('')}</definedNames>` : '';
  return xml(
    `<workbook ${namespaces}><sheets>${sheets.join('')}</sheets>${defined}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
  );
}
