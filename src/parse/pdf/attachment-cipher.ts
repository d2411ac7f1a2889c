/** PDFs whose attachments alone are encrypted: pdf.js asks for a password all the same, though the pages need none. */

const latin1 = new TextDecoder('latin1');
const reference = /\/Encrypt\s+(\d+)\s+(\d+)\s+R/g;
const named = (dictionary: string, key: string): string | null =>
  new RegExp(`/${key}\\s*/(\\w+)`).exec(dictionary)?.[1] ?? null;

/** The bytes without the reference to their cipher; null when the cipher covers the pages as well, or cannot be read. */
export function withoutAttachmentCipher(bytes: Uint8Array): Uint8Array | null {
  const text = latin1.decode(bytes);
  const found = [...text.matchAll(reference)];
  if (found.length === 0) return null;
  const open = bytes.slice();
  for (const { 0: whole, 1: number, 2: generation, index } of found) {
    const at = text.search(new RegExp(`(?:^|[\\r\\n ])${number} ${generation} obj\\b`));
    const end = text.indexOf('endobj', at);
    if (at < 0 || end < 0 || end - at > 10_000) return null;
    const dictionary = text.slice(at, end);
    const plain = ['StmF', 'StrF'].every((key) => (named(dictionary, key) ?? 'Identity') === 'Identity');
    if (!/\/V\s*[45]\b/.test(dictionary) || !plain) return null;
    open.fill(0x20, index, index + whole.length);
  }
  return open;
}
