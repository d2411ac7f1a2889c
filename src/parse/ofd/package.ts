import { damaged, encrypted } from '../failure.js';
import { fontFace, type FontBook } from '../page/glyphs/font-face.js';
import { folderOf, partName } from '../xml/part-name.js';
import { child, childrenNamed, elementsOf, ownText, readXml, type XmlElement } from '../xml/read-xml.js';
import type { Archive } from '../zip/archive.js';
import { areaIn, type Area } from './numbers.js';

/** One document of an OFD file: most hold one. */
export interface OfdDocument {
  /** The parts of its pages, in order. */
  readonly pages: readonly string[];
  readonly templates: ReadonlyMap<string, string>;
  /** Of pages that say none of their own; A4 where nothing does. */
  readonly area: Area;
  /** Names of fonts by number. */
  readonly fonts: ReadonlyMap<string, { readonly name: string; readonly bold: boolean }>;
  readonly hasAnnotations: boolean;
}

const a4: Area = { left: 0, top: 0, width: 210, height: 297 };

function treeOf(archive: Archive, part: string): XmlElement | null {
  const entry = archive.read(part);
  return entry && readXml(entry.bytes, part).root;
}

/** A place as a part tells it: from its own folder, or, where nothing stands there, from the top. */
function located(archive: Archive, folder: string, place: string): string {
  const near = partName(folder, place);
  const far = partName('', place);
  return !archive.has(near) && archive.has(far) ? far : near;
}

function fontsIn(archive: Archive, part: string): (readonly [string, { name: string; bold: boolean }])[] {
  const fonts = childrenNamed(child(treeOf(archive, part), 'Fonts'), 'Font');
  return fonts.map(({ attributes: { ID = '', FontName, FamilyName, Bold } }) => [
    ID,
    { name: FontName ?? FamilyName ?? '', bold: Bold === 'true' },
  ]);
}

function readDocument(archive: Archive, part: string): OfdDocument {
  const folder = folderOf(part);
  const root = treeOf(archive, part);
  if (root === null) throw damaged(part);
  const common = child(root, 'CommonData');
  const at = ({ attributes }: XmlElement): string => located(archive, folder, attributes['BaseLoc'] ?? '');
  const resources = elementsOf(common).filter(({ name }) => name === 'PublicRes' || name === 'DocumentRes');
  return {
    pages: childrenNamed(child(root, 'Pages'), 'Page').map(at),
    templates: new Map(childrenNamed(common, 'TemplatePage').map((it) => [it.attributes['ID'] ?? '', at(it)])),
    area: areaIn(ownText(child(child(common, 'PageArea'), 'PhysicalBox'))) ?? a4,
    fonts: new Map(resources.flatMap((it) => fontsIn(archive, located(archive, folder, ownText(it).trim())))),
    hasAnnotations: child(root, 'Annotations') !== null,
  };
}

/** The documents of an OFD package in order. Throws a ParseFailure where none can be found, or it needs a key. */
export function openOfd(archive: Archive): readonly OfdDocument[] {
  const entry = archive.read('OFD.xml');
  const root = entry && readXml(entry.bytes, 'OFD.xml').root;
  const roots = childrenNamed(root, 'DocBody').flatMap((body) => {
    const place = ownText(child(body, 'DocRoot')).trim();
    return place === '' ? [] : [partName('', place)];
  });
  const found = roots.filter((part) => archive.has(part));
  if (found.length > 0) return found.map((part) => readDocument(archive, part));
  if (archive.names.some((name) => /(?:^|\/)(?:encryptions\.xml|decryptyseed\.dat)$/i.test(name))) throw encrypted();
  throw damaged(roots[0] ?? 'OFD.xml');
}

/** Adds the faces of a document's fonts, by the keys that its runs give. */
export function fontKeys(document: OfdDocument, at: number, book: FontBook): (id: string, weight: number) => string {
  return (id, weight) => {
    const font = document.fonts.get(id);
    const bold = weight >= 600 || (font?.bold ?? false);
    const key = `${at}:${id}:${bold ? 'b' : ''}`;
    if (!book.has(key)) book.set(key, font ? fontFace(font.name, bold) : null);
    return key;
  };
}
