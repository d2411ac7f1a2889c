import { SaxesParser, type SaxesTagNS } from 'saxes';
import { limitExceeded, ParseFailure } from '../failure.js';
import type { XmlElement } from './element.js';

const depthLimit = 1000;
/** Characters given to saxes at a time. */
const chunkSize = 64 * 1024;

const transitional = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
const prefixes = new Map<string, string>([
  [`${transitional}wordprocessingml/2006/main`, 'w'],
  [`${strict}wordprocessingml/main`, 'w'],
  [`${transitional}officeDocument/2006/relationships`, 'r'],
  [`${strict}officeDocument/relationships`, 'r'],
  [`${transitional}officeDocument/2006/math`, 'm'],
  [`${strict}officeDocument/math`, 'm'],
  [`${transitional}drawingml/2006/main`, 'a'],
  [`${strict}drawingml/main`, 'a'],
  [`${transitional}drawingml/2006/picture`, 'pic'],
  [`${strict}drawingml/picture`, 'pic'],
  [`${transitional}drawingml/2006/chart`, 'c'],
  [`${strict}drawingml/chart`, 'c'],
  [`${transitional}drawingml/2006/diagram`, 'dgm'],
  [`${strict}drawingml/diagram`, 'dgm'],
  [`${transitional}markup-compatibility/2006`, 'mc'],
  [`${transitional}package/2006/relationships`, 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
]);

/**
 * The name under which the parser knows an element or an attribute. Nearly every file writes the usual prefixes, whose
 * names are taken as they stand. A prefix that nothing binds (saxes then gives it for the URI) is taken at its word:
 * damaged files lose declarations before they lose text.
 */
const nameOf = ({ uri, prefix, local, name }: Pick<SaxesTagNS, 'uri' | 'prefix' | 'local' | 'name'>): string => {
  const known = uri === '' || uri === prefix ? prefix : (prefixes.get(uri) ?? '?');
  if (known === prefix) return name;
  return known === '' ? local : `${known}:${local}`;
};

const noAttributes: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  let attributes: Map<string, string> | null = null;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (attribute === undefined || attribute.prefix === 'xmlns' || attribute.local === 'xmlns') continue;
    attributes ??= new Map();
    attributes.set(nameOf(attribute), attribute.value);
  }
  return attributes ?? noAttributes;
}

const open = (tag: SaxesTagNS): XmlElement => ({
  name: nameOf(tag),
  attributes: attributesOf(tag),
  children: [],
});

interface Visitor {
  /** Elements right below one of this name are handed over whole, one at a time, and then forgotten. */
  readonly parent: string;
  readonly visit: (element: XmlElement) => void;
}

/** The open elements of a document being read. `root` stays null until one was seen. */
class Builder {
  root: XmlElement | null = null;
  private readonly stack: XmlElement[] = [];

  constructor(private readonly visitor: Visitor | null) {}

  openTag(tag: SaxesTagNS): void {
    const element = open(tag);
    const parent = this.stack.at(-1);
    if (this.stack.length >= depthLimit) throw limitExceeded('XML depth', `> ${depthLimit}`);
    if (parent === undefined) this.root ??= element;
    else if (!this.isUnit(parent)) parent.children.push(element);
    this.stack.push(element);
  }

  text(text: string): void {
    const parent = this.stack.at(-1);
    if (parent && !this.isUnit(parent)) parent.children.push(text);
  }

  closeTag(): void {
    const element = this.stack.pop();
    const parent = this.stack.at(-1);
    if (element && parent && this.isUnit(parent)) this.visitor?.visit(element);
  }

  /** Closes what a cut file left open, so that its last words are not lost. */
  finish(): void {
    while (this.stack.length > 0) this.closeTag();
  }

  private isUnit(parent: XmlElement): boolean {
    return this.visitor !== null && parent.name === this.visitor.parent;
  }
}

/** UTF-8 unless a byte order mark says UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

export interface XmlRead {
  readonly root: XmlElement | null;
  /** The first fault met; what stands before and, where it can be read, after it is kept. */
  readonly fault: string | null;
}

/** Reads a part without recursion and without entities. Throws a ParseFailure for a DOCTYPE or too deep nesting. */
export function readXml(bytes: Uint8Array, part: string, visitor: Visitor | null = null): XmlRead {
  const builder = new Builder(visitor);
  const parser = new SaxesParser({ xmlns: true, position: false });
  let fault: string | null = null;
  parser.on('error', (error) => {
    fault ??= error.message;
  });
  parser.on('doctype', () => {
    throw new ParseFailure('failed', 'XML_DOCTYPE', { part });
  });
  parser.on('opentag', (tag) => builder.openTag(tag));
  parser.on('closetag', () => builder.closeTag());
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  const text = decodeXml(bytes);
  for (let at = 0; at < text.length; at += chunkSize) parser.write(text.slice(at, at + chunkSize));
  parser.close();
  builder.finish();
  return { root: builder.root, fault };
}
