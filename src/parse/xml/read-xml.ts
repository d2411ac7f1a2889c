import type { SaxesTagPlain } from 'saxes';
import { limitExceeded } from '../failure.js';
import { decodeXml, streamXml, type XmlHandler } from './stream-xml.js';

/** An element by its local name: writers of spreadsheets and OFD disagree on prefixes and namespaces, and never mean others by them. */
export interface XmlElement {
  readonly name: string;
  /** By local name; declarations of namespaces left out. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

export interface Units {
  /** Elements of these names are handed over whole as they end, and then forgotten. */
  readonly names: ReadonlySet<string>;
  readonly visit: (element: XmlElement) => void;
}

const depthLimit = 200;
/** Elements of one part: a sheet that fills 250,000 rows of eight cells has some four million. */
const elementLimit = 6_000_000;
/** Elements that are held at a time: no row, page or string has more. */
const heldLimit = 1_000_000;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf({ attributes }: SaxesTagPlain): Record<string, string> {
  const known: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) known[localName(name)] = value;
  }
  return known;
}

/** The open elements of a part that is being read. */
class Builder implements XmlHandler {
  root: XmlElement | null = null;
  firstFault: string | null = null;
  private readonly stack: Open[] = [];
  private elements = 0;
  private held = 0;
  /** What was held as the open unit began. */
  private heldBefore = 0;
  /** How deep the outermost open unit stands; 0 outside of units. */
  private unitAt = 0;

  constructor(private readonly units: Units | null) {}

  openTag(tag: SaxesTagPlain): void {
    const element: Open = { name: localName(tag.name), attributes: attributesOf(tag), children: [] };
    if (this.stack.length >= depthLimit) throw limitExceeded('XML depth', `> ${depthLimit}`);
    if (++this.elements > elementLimit) throw limitExceeded('XML elements', `> ${elementLimit}`);
    if (++this.held > heldLimit) throw limitExceeded('XML elements at a time', `> ${heldLimit}`);
    this.root ??= element;
    this.stack.push(element);
    if (this.unitAt === 0 && this.units?.names.has(element.name)) {
      this.unitAt = this.stack.length;
      this.heldBefore = this.held - 1;
    } else this.stack.at(-2)?.children.push(element);
  }

  text(text: string): void {
    this.stack.at(-1)?.children.push(text);
  }

  closeTag(): void {
    const element = this.stack.pop();
    if (!element || this.stack.length + 1 !== this.unitAt) return;
    this.unitAt = 0;
    this.held = this.heldBefore;
    this.units?.visit(element);
  }

  fault(reason: string): void {
    this.firstFault ??= reason;
  }

  /** Closes what a cut file left open, so that its last words are not lost. */
  finish(): void {
    while (this.stack.length > 0) this.closeTag();
  }
}

/** UTF-8 unless a byte order mark says UTF-16, or the declaration names a Chinese encoding. */
function decoded(bytes: Uint8Array): string {
  const declaration = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const chinese = /^\s*<\?xml[^>]*encoding=["']gb(?:k|2312|18030)["']/i.test(declaration);
  return chinese ? new TextDecoder('gb18030').decode(bytes) : decodeXml(bytes);
}

export interface XmlRead {
  /** Without its units; null where nothing of the part is XML. */
  readonly root: XmlElement | null;
  /** The first fault met; what stands before and, where it can be read, after it is kept. */
  readonly fault: string | null;
}

/**
 * Reads a part of a package as it streams by, without recursion and without entities. Throws a ParseFailure for a DOCTYPE, too deep
 * nesting or too many elements.
 */
export function readXml(bytes: Uint8Array, part: string, units: Units | null = null): XmlRead {
  const builder = new Builder(units);
  streamXml(decoded(bytes), part, builder);
  builder.finish();
  return { root: builder.root, fault: builder.firstFault };
}

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export const elementsOf = (element: XmlElement | null | undefined): XmlElement[] =>
  element?.children.filter(isElement) ?? [];

export const childrenNamed = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((it) => it.name === name);

export const child = (element: XmlElement | null | undefined, name: string): XmlElement | null =>
  elementsOf(element).find((it) => it.name === name) ?? null;

/** The words right in an element, without those of elements in it. */
export const ownText = (element: XmlElement | null): string =>
  element?.children.filter((it) => typeof it === 'string').join('') ?? '';
