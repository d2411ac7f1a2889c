import type * as Mammoth from 'mammoth';
import { unsupported } from '../failure.js';
import { sniff } from '../sniff.js';
import { refuseDoctypes } from './package.js';

/** A node of mammoth's document model, of which only what is taken out is looked at. */
interface Node {
  readonly type: string;
  readonly href?: string;
  readonly children?: readonly Node[];
}

/** Links that a browser follows without running anything. */
const harmless = /^(?:https?:|mailto:)/i;

/** Without pictures, which may be of any size and hold scripts, and without links that do more than lead somewhere. */
function plain(node: Node): readonly Node[] {
  if (node.type === 'image') return [];
  const children = node.children?.flatMap(plain);
  if (node.type === 'hyperlink' && node.href !== undefined && !harmless.test(node.href)) return children ?? [];
  return [children === undefined ? node : { ...node, children }];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const style =
  'body{max-width:60em;margin:2em auto;font-family:serif}table{border-collapse:collapse}td,th{border:1px solid;padding:.2em .5em}';

/**
 * A DOCX as a page that a browser shows, by mammoth: headings, lists, tables, notes. It runs nothing and loads nothing. Throws a
 * ParseFailure for what is no DOCX; takes the memory that the file asks for, so it belongs in a child process.
 */
export async function docxAsHtml(bytes: Uint8Array, title: string): Promise<string> {
  const sniffed = await sniff(bytes);
  if (sniffed.format !== 'docx') throw unsupported(sniffed.format.toUpperCase());
  refuseDoctypes(sniffed.archive);
  const mammoth = ((await import('mammoth')) as unknown as { default: typeof Mammoth }).default;
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { externalFileAccess: false, transformDocument: (document: Node) => plain(document)[0] },
  );
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return (
    `<!doctype html>\n<html lang="zh">\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
    `<title>${escaped(title)}</title>\n<style>${style}</style>\n<body>\n${value}\n</body>\n</html>\n`
  );
}
