import type { Archive } from './zip/archive.js';

/** Packages by the part that each must have, those that are read too. */
const packages: readonly (readonly [part: string, type: string])[] = [
  ['OFD.xml', 'OFD'],
  ['xl/workbook.xml', 'Excel (XLSX)'],
  ['xl/workbook.bin', 'Excel (XLSB)'],
  ['ppt/presentation.xml', 'PowerPoint (PPTX)'],
  ['visio/document.xml', 'Visio (VSDX)'],
  ['META-INF/MANIFEST.MF', 'JAR'],
];

const openDocuments: readonly (readonly [mime: string, type: string])[] = [
  ['application/vnd.oasis.opendocument.text', 'OpenDocument (ODT)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'OpenDocument (ODS)'],
  ['application/vnd.oasis.opendocument.presentation', 'OpenDocument (ODP)'],
  ['application/epub+zip', 'EPUB'],
];

/** What a ZIP that is no Word document holds, plainly; `ZIP` where it is no package of any known kind. */
export function packageType(archive: Archive): string {
  const known = packages.find(([part]) => archive.has(part));
  if (known) return known[1];
  const mimetype = archive.peek('mimetype', 200);
  const mime = mimetype ? new TextDecoder().decode(mimetype).trim() : '';
  return openDocuments.find(([type]) => type === mime)?.[1] ?? 'ZIP';
}

const ownParts: ReadonlySet<string> = new Set(
  ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'mimetype', ...packages.map(([part]) => part)].map(
    (part) => part.toLowerCase(),
  ),
);

/** True when a ZIP of these entries is one document in parts, and not files that were packed together. */
export const isPackage = (names: readonly string[]): boolean => names.some((name) => ownParts.has(name.toLowerCase()));
