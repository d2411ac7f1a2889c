import { strToU8, zipSync } from 'fflate';

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces =
  `xmlns:w="${w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:o="urn:schemas-microsoft-com:office:office"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** Contents of the parts of a small DOCX, written by hand. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly theme?: string;
  /** Further entries by name, or replacements of those made here. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${namespaces}>${content}</w:${root}>`;

const relationship = (type: string, target: string): string =>
  `<Relationship Id="${type}1" Type="${types}${type}" Target="${target}"/>`;

const relationships = (content: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
  ['styles', 'numbering', 'footnotes', 'header', 'footer']
    .map((name) => `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${name}+xml"/>`)
    .join('') +
  '</Types>';

/** The entries of a DOCX as text or bytes by name. */
export function docxFiles(parts: Parts): Record<string, Uint8Array> {
  const sections =
    (parts.header === undefined ? '' : '<w:headerReference w:type="default" r:id="header1"/>') +
    (parts.footer === undefined ? '' : '<w:footerReference w:type="default" r:id="footer1"/>');
  const written: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(relationship('officeDocument', 'word/document.xml')),
    'word/document.xml': part('document', `<w:body>${parts.body}<w:sectPr>${sections}</w:sectPr></w:body>`),
  };
  const related: string[] = [];
  const add = (type: string, root: string, content: string | undefined): void => {
    if (content === undefined) return;
    written[`word/${type}.xml`] = part(root, content);
    related.push(relationship(type, `${type}.xml`));
  };
  add('styles', 'styles', parts.styles);
  add('numbering', 'numbering', parts.numbering);
  add('footnotes', 'footnotes', parts.footnotes);
  add('header', 'hdr', parts.header);
  add('footer', 'ftr', parts.footer);
  if (parts.theme !== undefined) {
    written['word/theme.xml'] =
      `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${parts.theme}</a:theme>`;
    related.push(relationship('theme', 'theme.xml'));
  }
  written['word/_rels/document.xml.rels'] = relationships(related.join(''));
  const all = { ...written, ...parts.files };
  return Object.fromEntries(
    Object.entries(all).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
  );
}

export const makeDocx = (parts: Parts): Uint8Array => zipSync(docxFiles(parts), { mtime: new Date(1980, 0, 1, 12) });

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const p = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text === '' ? '' : run(text)}</w:p>`;

export const numPr = (numId: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;

export interface LevelSpec {
  readonly format: string;
  readonly text: string;
  readonly start?: number;
  /** Further elements: `<w:isLgl/>`, `<w:lvlRestart w:val="0"/>`, `<w:suff w:val="nothing"/>`. */
  readonly extra?: string;
}

export const lvl = ({ format, text, start = 1, extra = '' }: LevelSpec, ilvl: number): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;

export const abstractNum = (id: number, levels: readonly LevelSpec[], extra = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${extra}${levels.map(lvl).join('')}</w:abstractNum>`;

export const num = (id: number, abstractId: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
