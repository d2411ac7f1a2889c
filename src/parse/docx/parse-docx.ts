import type { Document } from '../../model/document.js';
import { damaged } from '../failure.js';
import type { Archive } from '../zip/archive.js';
import { BlockWriter } from './blocks.js';
import { Body } from './body.js';
import type { Content } from './content.js';
import { withContents } from './contents.js';
import { Labels } from './labels.js';
import { withLineTables } from './line-tables.js';
import { readNumberings } from './numbering.js';
import { mainPart, openPackage, refuseDoctypes, type Package } from './package.js';
import { Styles } from './styles.js';
import { Tally } from './tally.js';
import { readTheme } from './theme.js';
import { childrenNamed, elementsOf, type XmlElement } from './element.js';
import { readXml } from './xml.js';

/** Furniture of the sections in the order of their references, each part once. */
class Furnishing {
  private readonly parts: Record<'header' | 'footer', string[]> = { header: [], footer: [] };

  constructor(private readonly files: Package) {}

  /** Takes note of a section's headers and footers. */
  section(properties: XmlElement): void {
    for (const kind of ['header', 'footer'] as const) {
      for (const reference of childrenNamed(properties, `w:${kind}Reference`)) {
        const part = this.files.byId(reference.attributes.get('r:id') ?? '');
        if (part !== null && !this.parts[kind].includes(part)) this.parts[kind].push(part);
      }
    }
  }

  read(kind: 'header' | 'footer', body: Body): Content[] {
    body.story = kind;
    return this.parts[kind].flatMap((part) => [...body.blocks(this.files.tree(part)), ...body.finish()]);
  }
}

/** Section properties stand in the body's end or in the last paragraph of their section. */
function sectionsOf(element: XmlElement): XmlElement[] {
  if (element.name === 'w:sectPr') return [element];
  return element.name === 'w:p' || element.name === 'w:pPr' ? elementsOf(element).flatMap(sectionsOf) : [];
}

function readNotes(files: Package, body: Body): Content[] {
  body.story = 'note';
  const byKind = { footnote: new Map<string, XmlElement>(), endnote: new Map<string, XmlElement>() };
  for (const kind of ['footnote', 'endnote'] as const) {
    if (!body.notes.some((note) => note.kind === kind)) continue;
    for (const note of childrenNamed(files.tree(files.related(`${kind}s`)), `w:${kind}`)) {
      byKind[kind].set(note.attributes.get('w:id') ?? '', note);
    }
  }
  // Notes may themselves hold marks of notes, which are added to the list while it is read.
  const content: (readonly Content[])[] = [];
  for (const [number, { kind, id }] of body.notes.entries()) {
    const note = byKind[kind].get(id);
    if (note === undefined) body.tally.missingNotes++;
    body.note = number;
    content.push(body.blocks(note ?? null), body.finish());
  }
  body.note = null;
  return content.flat();
}

function readMain(files: Package, body: Body, furnishing: Furnishing, tally: Tally): Content[] {
  const bytes = files.bytes(files.main);
  if (bytes === null) throw damaged(files.main);
  const content: (readonly Content[])[] = [];
  const visit = (element: XmlElement): void => {
    sectionsOf(element).forEach((section) => furnishing.section(section));
    content.push(body.block(element));
  };
  const { root, fault } = readXml(bytes, files.main, { parent: 'w:body', visit });
  if (root?.name !== 'w:document') throw damaged(fault ?? files.main);
  if (fault !== null) tally.fault(files.main, fault);
  content.push(body.finish());
  return content.flat();
}

/** A DOCX package as a document. Throws a ParseFailure when there is no body to be read, or a limit was met. */
export function parseDocx(archive: Archive, fileName: string): Document {
  refuseDoctypes(archive);
  const main = mainPart(archive);
  if (main === null) throw damaged('word/document.xml');
  const tally = new Tally();
  if (archive.salvaged) tally.fault('ZIP', 'central directory');
  const files = openPackage(archive, main, (part, reason) => tally.fault(part, reason));
  const styles = new Styles(files.tree(files.related('styles')), readTheme(files.tree(files.related('theme'))));
  const numbering = files.tree(files.related('numbering'));
  const body = new Body(styles, new Labels(readNumberings(numbering, (id) => styles.numberingOf(id))), tally);
  const furnishing = new Furnishing(files);
  const text = readMain(files, body, furnishing, tally);
  const notes = readNotes(files, body);
  const [header, footer] = [furnishing.read('header', body), furnishing.read('footer', body)];
  const writer = new BlockWriter();
  for (const content of [header, text, notes, footer]) writer.add(content);
  const blocks = withLineTables(withContents(writer.blocks), writer.indents);
  return { format: 'docx', pages: null, blocks, problems: tally.problems(fileName), partial: tally.partial };
}
