/** Has no types of its own. */
const worker = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** pdf.js, reading in this process. Its legacy build replaces `Array.prototype.push` for all code with one of its own that takes
 *  a tenth of the time of reading a page; the engine's is put back (they differ for lengths beyond 2^32 only). */
export async function pdfjs(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js finds its worker here instead of loading it later
  await import(worker);
  const list: object = Array.prototype;
  if (push) Object.defineProperty(list, 'push', push);
  return library;
}
