import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { damaged, encrypted } from '../failure.js';
import { pdfjs, verbosity } from './library.js';

export type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  /** Gives back what the library holds; the document and its pages are dead afterwards. */
  close(): Promise<void>;
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** How pdf.js is told to read: text and lines only, without scripts, forms, images or network. */
export const reading = {
  cMapUrl: join(folder, 'cmaps/'),
  cMapPacked: true,
  standardFontDataUrl: join(folder, 'standard_fonts/'),
  isEvalSupported: false,
  enableXfa: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  stopAtErrors: false,
  // no image is ever decoded: a bomb costs nothing
  maxImageSize: 0,
  verbosity,
};

/** pdf.js tells its failures apart by the name of the error only. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

const isPasswordError = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

/** Opens a PDF. Throws a ParseFailure for one that cannot be opened. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  try {
    return await start(bytes);
  } catch (error) {
    const failure = isPasswordError(error) ? encrypted() : damaged(reasonOf(error));
    const { withoutAttachmentCipher } = await import('./attachment-cipher.js');
    const plain = withoutAttachmentCipher(bytes);
    if (!plain) throw failure;
    return start(plain).catch(() => {
      throw failure;
    });
  }
}

async function start(bytes: Uint8Array): Promise<OpenPdf> {
  const { library, newWorker } = await pdfjs();
  const worker = newWorker();
  // pdf.js takes the bytes away from whoever hands them over
  const task = library.getDocument({ ...reading, worker, data: bytes.slice() });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
  };
  try {
    return { document: await task.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Reads one page with `read`, then lets go of its fonts and operators. */
export async function withPage<T>(
  { document }: OpenPdf,
  number: number,
  read: (page: PDFPageProxy) => Promise<T>,
): Promise<T> {
  const page = await document.getPage(number);
  try {
    return await read(page);
  } finally {
    page.cleanup();
  }
}
