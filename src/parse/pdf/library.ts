import type { PDFWorker } from 'pdfjs-dist/types/src/display/api.js';
import { Port } from './port.js';

/** Errors only: what pdf.js warns of in passing is told as problems of the document. */
export const verbosity = 0;

/** Has no types of its own. */
const worker = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

interface WorkerHalf {
  readonly WorkerMessageHandler: { initializeFromPort(port: Port): void };
}

export interface PdfJs {
  readonly library: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
  /** A reader of one document in this thread; the caller destroys it. */
  newWorker(): PDFWorker;
}

/** pdf.js, reading in this process. Its legacy build replaces `Array.prototype.push` for all code with one of its own that takes
 *  a tenth of the time of reading a page; the engine's is put back (they differ for lengths beyond 2^32 only). */
export async function pdfjs(): Promise<PdfJs> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { WorkerMessageHandler } = (await import(worker)) as WorkerHalf;
  const list: object = Array.prototype;
  if (push) Object.defineProperty(list, 'push', push);
  const newWorker = (): PDFWorker => {
    const [port, far] = Port.pair();
    WorkerMessageHandler.initializeFromPort(far);
    // typed for a Worker of the browser, of which pdf.js uses no more than a port has
    return new library.PDFWorker({ port: port as never, verbosity });
  };
  return { library, newWorker };
}
