import type { SaxesTagPlain } from 'saxes';
import { limitExceeded } from '../failure.js';
import { decodeXml, streamXml, type XmlHandler } from '../xml/stream-xml.js';
import type { XmlElement } from './element.js';
import { XmlNames } from './xml-names.js';

const depthLimit = 1000;

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
class Builder implements XmlHandler {
  root: XmlElement | null = null;
  firstFault: string | null = null;
  private readonly stack: XmlElement[] = [];
  private readonly names = new XmlNames((reason) => this.fault(reason));

  constructor(private readonly visitor: Visitor | null) {}

  fault(reason: string): void {
    this.firstFault ??= reason;
  }

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

export interface XmlRead {
  readonly root: XmlElement | null;
  /** The first fault met; what stands before and, where it can be read, after it is kept. */
  readonly fault: string | null;
}

/** A < that can begin no tag: a program that wrote <5% as it stands. */
const loneSign = /<(?=[\s\d.=＝])/g;

/** Reads a part without recursion and without entities. Throws a ParseFailure for a DOCTYPE or too deep nesting. */
export function readXml(bytes: Uint8Array, part: string, visitor: Visitor | null = null): XmlRead {
  const builder = new Builder(visitor);
  const text = decodeXml(bytes).replace(loneSign, () => {
    builder.fault('a < that opens no tag');
    return '&lt;';
  });
  streamXml(text, part, builder);
  builder.finish();
  return { root: builder.root, fault: builder.firstFault };
}
