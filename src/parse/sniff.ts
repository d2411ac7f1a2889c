import type { Format } from '../model/document.js';
import type { Archive } from './zip/archive.js';
import { damaged, encrypted, unsupported } from './failure.js';
import { identifyOle2, isOle2 } from './ole2.js';
import { packageType } from './package-type.js';
import type { OfficeFormat } from './office/parse-office.js';
import type { Decoded } from './text/decode.js';

/** What a file is by its bytes, with what was opened to find out. */
export type Sniffed =
  | { readonly format: 'docx' | 'xlsx' | 'ofd'; readonly archive: Archive }
  | { readonly format: OfficeFormat }
  | { readonly format: 'html'; readonly html: string }
  | { readonly format: 'pdf' }
  | { readonly format: 'text'; readonly decoded: Decoded };

/** A PDF may carry a little rubbish before its header. */
const pdfWindow = 1024;

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((char, i) => bytes[i] === char.charCodeAt(0));

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, pdfWindow)).includes('%PDF');
}

const openDocuments: ReadonlyMap<string, OfficeFormat> = new Map([
  ['OpenDocument (ODT)', 'odt'],
  ['OpenDocument (ODS)', 'ods'],
]);

/** An OpenDocument lists the parts that it encrypts. */
const isEncrypted = (archive: Archive): boolean =>
  new TextDecoder().decode(archive.peek('META-INF/manifest.xml', 65_536) ?? undefined).includes(':encryption-data');

async function sniffZip(bytes: Uint8Array): Promise<Sniffed> {
  const { openArchive } = await import('./zip/archive.js');
  const { mainPart } = await import('./docx/package.js');
  const archive = openArchive(bytes);
  const { workbookPart } = await import('./xlsx/workbook.js');
  if (mainPart(archive) !== null) return { format: 'docx', archive };
  if (workbookPart(archive) !== null) return { format: 'xlsx', archive };
  if (archive.has('OFD.xml')) return { format: 'ofd', archive };
  const type = packageType(archive);
  const openDocument = openDocuments.get(type);
  if (openDocument !== undefined) {
    if (isEncrypted(archive)) throw encrypted();
    return { format: openDocument };
  }
  throw archive.salvaged && type === 'ZIP' ? damaged('ZIP') : unsupported(type);
}

/** Markup that is text by its bytes but no report as it stands. */
const markup: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, 'RTF'],
  [/^(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i, 'HTML'],
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:[a-z]\w*:)?html\b/i, 'XHTML'],
  [/^<\?xml\b/i, 'XML'],
  [
    /^(?:From|Subject|Date|MIME-Version|Content-Type|Snapshot-Content-Location):[^]*^Content-Type: *multipart\/related/im,
    'MHTML',
  ],
  [/^%!PS/, 'PostScript'],
];

/** Parts of a page, as an editor on the web or a copy leaves them: tags from the first word to the last. Markdown only holds some. */
const pageParts =
  /^\s*<(p|div|table|h[1-6]|center|section|article)\b[^<>]*>[^]*<\/(?:p|div|table|h[1-6]|center|section|article)>\s*$/i;

function markupType(text: string): string | null {
  const start = text
    .slice(0, 4096)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (pageParts.test(text)) return 'HTML';
  return markup.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** The type of other binary data, plainly: PNG, JPEG, GZ … */
async function binaryType(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  try {
    const found = await fileTypeFromBuffer(bytes);
    return found ? found.ext.toUpperCase() : 'binary';
  } catch {
    // A header that promises more than the file holds: whatever it was, it is not readable here.
    return 'binary';
  }
}

/** Tells a file by its content, never by its name. Throws a ParseFailure for what cannot be read. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006')) return sniffZip(bytes);
  if (isOle2(bytes)) {
    const found = identifyOle2(bytes);
    if (found.encrypted) throw encrypted();
    if (found.format === null) throw unsupported(found.type);
    return { format: found.format };
  }
  if (bytes[0] === 0xdb && bytes[1] === 0xa5) throw unsupported('Word 2.0 (DOC)');
  if (isPdf(bytes)) return { format: 'pdf' };
  const { decodeText } = await import('./text/decode.js');
  const decoded = await decodeText(bytes);
  if (decoded === null) throw unsupported(await binaryType(bytes));
  const type = markupType(decoded.text);
  if (type === 'HTML' || type === 'XHTML') {
    const { decodedPage } = await import('./html/charset.js');
    return { format: 'html', html: decodedPage(bytes, decoded) };
  }
  if (type === 'MHTML') {
    const { htmlOfMhtml } = await import('./html/mhtml.js');
    return { format: 'html', html: await htmlOfMhtml(bytes) };
  }
  if (type === 'RTF') return { format: 'rtf' };
  if (type !== null) throw unsupported(type);
  return { format: 'text', decoded };
}

/** Extensions under which each format is expected; any other is worth a word, but an unknown one is not for text. */
const expected: Record<Format, readonly string[]> = {
  docx: ['docx', 'docm', 'dotx', 'dotm', 'wps', 'wpt', ''],
  xlsx: ['xlsx', 'xlsm', 'xltx', 'xltm', 'et', 'ett', ''],
  ofd: ['ofd', ''],
  odt: ['odt', 'ott', ''],
  ods: ['ods', 'ots', ''],
  doc: ['doc', 'dot', 'wps', 'wpt', ''],
  xls: ['xls', 'xlt', 'et', 'ett', ''],
  rtf: ['rtf', 'doc', ''],
  html: ['html', 'htm', 'xhtml', 'shtml', 'mht', 'mhtml', ''],
  pdf: ['pdf', ''],
  text: [],
};
const binaryNames =
  /^(?:docx?|docm|dotx?|pdf|wpst?|wpt|ofd|xlsx?|pptx?|odt|rtf|zip|rar|7z|png|jpe?g|gif|html?|mht(?:ml)?)$/;

/** True when the name's extension says something else than the bytes. */
export function misnamed(fileName: string, format: Format): boolean {
  const extension = /\.([^./\\]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return format === 'text' ? binaryNames.test(extension) : !expected[format].includes(extension);
}
