import { ParseFailure } from '../failure.js';
import type { Archive } from '../zip/archive.js';
import { childrenNamed, type XmlElement } from './element.js';
import { decodeXml } from '../xml/stream-xml.js';
import { readXml } from './xml.js';

interface Relationship {
  readonly id: string;
  /** Last word of the relationship's type: `styles`, `header`, `officeDocument`. */
  readonly type: string;
  /** Name of the part in the package. */
  readonly target: string;
}

/** A target as a part's name: `../media/a.png` seen from `word/` is `media/a.png`. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** The relationships that stay in the package: external ones are never followed. */
function relationshipsOf(archive: Archive, part: string): Relationship[] {
  const folder = folderOf(part);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const entry = archive.read(name);
  const root = entry ? readXml(entry.bytes, name).root : null;
  return childrenNamed(root, 'rel:Relationship')
    .filter((element) => element.attributes.get('TargetMode') !== 'External')
    .map((element) => ({
      id: element.attributes.get('Id') ?? '',
      type: (element.attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: resolve(folder, element.attributes.get('Target') ?? ''),
    }));
}

/** The part that holds a Word document's body; null for other packages. */
export function mainPart(archive: Archive): string | null {
  const main = relationshipsOf(archive, '').find(
    ({ type, target }) => type === 'officeDocument' && archive.has(target),
  );
  if (main && /^(?:xl|ppt|visio)\//i.test(main.target)) return null;
  if (main) return main.target;
  return archive.has('word/document.xml') ? 'word/document.xml' : null;
}

/** The parts of a Word package, found by relationship and else where Word keeps them. */
export interface Package {
  readonly main: string;
  /** A part's bytes; null when there is none. A fault in it is told to `onFault`. */
  bytes(part: string): Uint8Array | null;
  tree(part: string): XmlElement | null;
  /** The part of a type (`styles`), or that of a relationship id (`rId7`). */
  related(type: string): string;
  byId(id: string): string | null;
}

export type OnFault = (part: string, reason: string) => void;

export function openPackage(archive: Archive, main: string, onFault: OnFault): Package {
  const relationships = relationshipsOf(archive, main);
  const bytes = (part: string): Uint8Array | null => {
    const entry = archive.read(part);
    if (entry?.fault) onFault(part, entry.fault);
    return entry && entry.bytes;
  };
  return {
    main,
    bytes,
    tree: (part) => {
      const found = bytes(part);
      if (!found) return null;
      const { root, fault } = readXml(found, part);
      if (fault !== null) onFault(part, fault);
      return root;
    },
    related: (type) =>
      relationships.find((one) => one.type === type && archive.has(one.target))?.target ??
      `${folderOf(main)}${type}.xml`,
    byId: (id) => relationships.find((one) => one.id === id && archive.has(one.target))?.target ?? null,
  };
}

/** How much of a part is looked at: a DOCTYPE stands only before the root element. */
const prologSize = 4096;

/** True when a DOCTYPE comes before the first element. */
function hasDoctype(xml: string): boolean {
  for (let at = xml.indexOf('<'); at >= 0;) {
    const close = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : null;
    if (close === null) return /^<!DOCTYPE/i.test(xml.slice(at, at + 9));
    const end = xml.indexOf(close, at + 2);
    at = end < 0 ? -1 : xml.indexOf('<', end);
  }
  return false;
}

/** Holds for every part, read or not, that no DOCTYPE stands in it. */
export function refuseDoctypes(archive: Archive): void {
  for (const name of archive.names) {
    const start = /\.(?:xml|rels|vml)$/i.test(name) ? archive.peek(name, prologSize) : null;
    if (start && hasDoctype(decodeXml(start.subarray(0, prologSize)))) {
      throw new ParseFailure('failed', 'XML_DOCTYPE', { part: name });
    }
  }
}
