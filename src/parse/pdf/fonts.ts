import { fontFace, type FontBook } from '../page/glyphs/font-face.js';
import type { PDFPageProxy } from './open.js';

/** Adds the fonts of a page whose operators were read: pdf.js tells a face only then. One that stays untold is not asked for again. */
export function learnFonts(book: FontBook, page: PDFPageProxy, used: Iterable<string>): void {
  for (const id of used) {
    if (book.get(id)) continue;
    const known: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
    const { name, bold, black } = (known ?? {}) as { name?: unknown; bold?: unknown; black?: unknown };
    book.set(id, typeof name === 'string' ? fontFace(name, bold === true || black === true) : null);
  }
}
