/** Writes the plain WordprocessingML that mammoth is given: text, breaks, tabs, tables, and a bookmark that names each paragraph. */

/** Characters that no XML may hold, and halves of surrogate pairs. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Names of the bookmarks that go through mammoth: of a paragraph, and of the place of a reference to a note. */
const bookmarks = { paragraph: 'gj', note: 'gn' } as const;

/** The number that a bookmark of this kind carries; null for any other bookmark. */
export function markOf(bookmark: string, kind: keyof typeof bookmarks): number | null {
  const digits = bookmark.startsWith(bookmarks[kind]) ? bookmark.slice(bookmarks[kind].length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

export const paragraphXml = (mark: number, content: string): string =>
  `<w:p><w:bookmarkStart w:id="${mark}" w:name="${bookmarks.paragraph}${mark}"/>${content === '' ? '' : `<w:r>${content}</w:r>`}</w:p>`;

export const textXml = (text: string): string => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
export const breakXml = '<w:br/>';
/** The place at which note number `note` is referred to. */
export const noteXml = (note: number): string => `<w:bookmarkStart w:id="${note}" w:name="${bookmarks.note}${note}"/>`;
export const tabXml = '<w:tab/>';

export interface CellShape {
  readonly span: number;
  readonly merge: 'restart' | 'continue' | null;
}

export function cellXml({ span, merge }: CellShape, content: string): string {
  const properties =
    (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') + (merge === null ? '' : `<w:vMerge w:val="${merge}"/>`);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

export const rowXml = (header: boolean, cells: string): string =>
  `<w:tr>${header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells}</w:tr>`;
export const tableXml = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;

export const documentXml = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:body>${body}</w:body></w:document>`;
