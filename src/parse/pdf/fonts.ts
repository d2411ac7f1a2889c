import type { PDFPageProxy } from './open.js';

export interface FontFace {
  readonly name: string;
  /** Bold, or a display face (黑体, 小标宋). */
  readonly bold: boolean;
}

// 微软雅黑 is a text face in spite of its name
const boldName = /bold|black|heavy|demi|(?<!ya)hei(?:$|[^a-z]|ti)|(?<!雅)黑|标宋|粗|biaosong|xbs|zhongsong/i;
const subsetPrefix = /^[A-Z]{6}\+/;

/** Names of Chinese fonts are often UTF-8 or GBK bytes that pass as Latin-1. */
function readableName(raw: string): string {
  const name = raw
    .replace(subsetPrefix, '')
    .replace(/#([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  if (!/[\u0080-\u00FF]/.test(name) || /[\u0100-\uFFFF]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (it) => it.charCodeAt(0));
  const readings = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
  return readings.find((it) => !it.includes('\uFFFD')) ?? name;
}

export function fontFace(rawName: string, bold: boolean): FontFace {
  const name = readableName(rawName);
  return { name, bold: bold || boldName.test(name) };
}

/** Faces by pdf.js's name for them, which holds for the whole document. pdf.js tells a face only once it has read the
 *  operators of a page that uses it. */
export type FontBook = Map<string, FontFace | null>;

/** Adds the fonts of a page whose operators were read. One that stays untold is not asked for again. */
export function learnFonts(book: FontBook, page: PDFPageProxy, used: Iterable<string>): void {
  for (const id of used) {
    if (book.get(id)) continue;
    const known: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    const { name, bold, black } = (known ?? {}) as { name?: unknown; bold?: unknown; black?: unknown };
    book.set(id, typeof name === 'string' ? fontFace(name, bold === true || black === true) : null);
  }
}
