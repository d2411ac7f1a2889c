import { strToU8, zipSync } from 'fflate';
import type * as Mammoth from 'mammoth';
import { documentXml } from './markup.js';

/** The parts of mammoth's document model that plain markup can give. */
export type MammothNode =
  | { readonly type: 'paragraph' | 'run' | 'hyperlink'; readonly children: readonly MammothNode[] }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: string }
  | { readonly type: 'bookmarkStart'; readonly name: string }
  | { readonly type: 'table'; readonly children: readonly MammothRow[] };

interface MammothRow {
  readonly type: 'tableRow';
  readonly isHeader: boolean;
  readonly children: readonly MammothCell[];
}
interface MammothCell {
  readonly type: 'tableCell';
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly children: readonly MammothNode[];
}

interface MammothDocument {
  readonly children: readonly MammothNode[];
}

const relationships =
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>' +
  '</Relationships>';

/** Characters of plain markup given to mammoth at a time: its trees are a hundred times as large, and gone after each piece. */
const batchSize = 256 * 1024;

/** Puts the markup of whole blocks together into pieces of a size for mammoth. */
export function* batches(blocks: readonly string[]): Generator<string> {
  let [batch, length]: [string[], number] = [[], 0];
  for (const block of blocks) {
    batch.push(block);
    length += block.length;
    if (length < batchSize) continue;
    yield batch.join('');
    [batch, length] = [[], 0];
  }
  if (length > 0) yield batch.join('');
}

/** A ZIP tells local time and none before 1980: midday by the local clock is after it in every time zone. */
const packedAt = '1980-01-01T12:00';

/** Gives plain markup to mammoth in a package of its own and takes mammoth's document before it becomes HTML. */
export async function throughMammoth(body: string): Promise<readonly MammothNode[]> {
  const mammoth = ((await import('mammoth')) as unknown as { default: typeof Mammoth }).default;
  const files = { '_rels/.rels': strToU8(relationships), 'word/document.xml': strToU8(documentXml(body)) };
  const packed = zipSync(files, { level: 0, mtime: packedAt });
  let nodes: readonly MammothNode[] = [];
  await mammoth.convertToHtml(
    { buffer: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength) },
    {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: MammothDocument) => {
        nodes = document.children;
        return { ...document, children: [] };
      },
    },
  );
  return nodes;
}
