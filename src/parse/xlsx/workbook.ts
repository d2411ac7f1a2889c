import { damaged } from '../failure.js';
import { folderOf, partName } from '../xml/part-name.js';
import { child, childrenNamed, readXml, type XmlElement } from '../xml/read-xml.js';
import type { Archive } from '../zip/archive.js';

interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

/** Where the parts of a workbook stand. */
export interface Workbook {
  /** In the order of their tabs; sheets of charts and macros are no sheets of cells. */
  readonly sheets: readonly SheetPart[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Days count from 1904, as on an old Macintosh. */
  readonly from1904: boolean;
}

export type OnFault = (part: string, reason: string) => void;

interface Related {
  readonly id: string;
  /** Last word of the relationship's type: `worksheet`, `styles`. */
  readonly type: string;
  readonly part: string;
}

/** What a part refers to within the package: what lies outside is never followed. */
function relatedTo(archive: Archive, part: string): Related[] {
  const folder = folderOf(part);
  const entry = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const root = entry && readXml(entry.bytes, part).root;
  return childrenNamed(root, 'Relationship')
    .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
    .map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      part: partName(folder, attributes['Target'] ?? ''),
    }));
}

/** The part with the sheets' names of an Excel package; null for other packages. */
export function workbookPart(archive: Archive): string | null {
  const main = relatedTo(archive, '').find(({ type }) => type === 'officeDocument');
  const parts = [main?.part ?? '', 'xl/workbook.xml'];
  return parts.find((part) => /^xl\/.*\.xml$/i.test(part) && archive.has(part)) ?? null;
}

/** A part's tree; null where there is none. A fault in it is told. */
export function treeOf(archive: Archive, part: string, onFault: OnFault): XmlElement | null {
  const entry = archive.read(part);
  if (entry === null) return null;
  const { root, fault } = readXml(entry.bytes, part);
  const reason = entry.fault ?? fault;
  if (reason !== null) onFault(part, reason);
  return root;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Throws a ParseFailure where the part does not say what sheets there are. */
export function readWorkbook(archive: Archive, part: string, onFault: OnFault): Workbook {
  const root = treeOf(archive, part, onFault);
  if (root?.name !== 'workbook') throw damaged(part);
  const related = relatedTo(archive, part);
  const byId = new Map(related.map((it) => [it.id, it]));
  const sheets = childrenNamed(child(root, 'sheets'), 'sheet').flatMap(({ attributes }): SheetPart[] => {
    const found = byId.get(attributes['id'] ?? '');
    const name = attributes['name']?.trim() ?? '';
    if (found === undefined) onFault(part, `no part for sheet ${name}`);
    if (found?.type !== 'worksheet') return [];
    return [{ name, part: found.part, isHidden: /hidden/i.test(attributes['state'] ?? '') }];
  });
  const partOf = (type: string): string | null => related.find((it) => it.type === type)?.part ?? null;
  return {
    sheets,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    from1904: isTrue(child(root, 'workbookPr')?.attributes['date1904']),
  };
}
