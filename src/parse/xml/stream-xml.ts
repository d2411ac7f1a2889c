import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ParseFailure } from '../failure.js';

/** Characters given to saxes at a time. */
const chunkSize = 64 * 1024;

/** Takes what stands in a part, in order. */
export interface XmlHandler {
  openTag(tag: SaxesTagPlain): void;
  closeTag(): void;
  /** Words, escaped or in a CDATA section. */
  text(text: string): void;
  /** A place where it is not well-formed; what follows is told as far as it can be read. */
  fault(reason: string): void;
}

/** UTF-8 unless a byte order mark says UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

/** Reads a part of a package as it streams by, without entities. Throws a ParseFailure for a DOCTYPE, and what the handler throws. */
export function streamXml(text: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => handler.fault(error.message));
  parser.on('doctype', () => {
    throw new ParseFailure('failed', 'XML_DOCTYPE', { part });
  });
  parser.on('opentag', (tag) => handler.openTag(tag));
  parser.on('closetag', () => handler.closeTag());
  parser.on('text', (words) => handler.text(words));
  parser.on('cdata', (words) => handler.text(words));
  for (let at = 0; at < text.length; at += chunkSize) parser.write(text.slice(at, at + chunkSize));
  parser.close();
}
