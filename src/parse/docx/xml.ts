import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { limitExceeded, ParseFailure } from '../failure.js';
import type { XmlElement } from './element.js';
import { XmlNames } from './xml-names.js';

const depthLimit = 1000;
/** Characters given to saxes at a time. */
const chunkSize = 64 * 1024;

const noAttributes: ReadonlyMap<string, string> = new Map();

interface Visitor {
  /** Elements right below one of this name are handed over whole, one at a time, and then forgotten. */
  readonly parent: string;
  readonly visit: (element: XmlElement) => void;
}

/** Words that stand right in a paragraph, where a program wrote them unescaped. */
const inRun = (text: string): XmlElement | string =>
  text.trim() === ''
    ? text
    : {
        name: 'w:r',
        attributes: noAttributes,
        children: [{ name: 'w:t', attributes: noAttributes, children: [text] }],
      };

/** The open elements of a document being read. `root` stays null until one was seen. */
class Builder {
  root: XmlElement | null = null;
  private readonly stack: XmlElement[] = [];

  constructor(
    private readonly visitor: Visitor | null,
    private readonly names: XmlNames,
  ) {}

  private read({ name, attributes }: SaxesTagPlain): XmlElement {
    let known: Map<string, string> | null = null;
    this.names.enter(attributes);
    const element = this.names.element(name);
    for (const written in attributes) {
      const attribute = this.names.attribute(written);
      if (attribute !== null) (known ??= new Map()).set(attribute, attributes[written] ?? '');
    }
    return { name: element, attributes: known ?? noAttributes, children: [] };
  }

  openTag(tag: SaxesTagPlain): void {
    const element = this.read(tag);
    const parent = this.stack.at(-1);
    if (this.stack.length >= depthLimit) throw limitExceeded('XML depth', `> ${depthLimit}`);
    if (parent === undefined) this.root ??= element;
    else if (!this.isUnit(parent)) parent.children.push(element);
    this.stack.push(element);
  }

  text(text: string): void {
    const parent = this.stack.at(-1);
    if (parent && !this.isUnit(parent)) parent.children.push(parent.name === 'w:p' ? inRun(text) : text);
  }

  closeTag(): void {
    const element = this.stack.pop();
    this.names.leave();
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

/** A < that can begin no tag: a program that wrote <5% as it stands. */
const loneSign = /<(?=[\s\d.=＝])/g;

/** Reads a part without recursion and without entities. Throws a ParseFailure for a DOCTYPE or too deep nesting. */
export function readXml(bytes: Uint8Array, part: string, visitor: Visitor | null = null): XmlRead {
  let fault: string | null = null;
  const onFault = (reason: string): void => {
    fault ??= reason;
  };
  const builder = new Builder(visitor, new XmlNames(onFault));
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => onFault(error.message));
  parser.on('doctype', () => {
    throw new ParseFailure('failed', 'XML_DOCTYPE', { part });
  });
  parser.on('opentag', (tag) => builder.openTag(tag));
  parser.on('closetag', () => builder.closeTag());
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  const text = decodeXml(bytes).replace(loneSign, () => {
    onFault('a < that opens no tag');
    return '&lt;';
  });
  for (let at = 0; at < text.length; at += chunkSize) parser.write(text.slice(at, at + chunkSize));
  parser.close();
  builder.finish();
  return { root: builder.root, fault };
}
