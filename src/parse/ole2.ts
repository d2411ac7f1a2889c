import { viewOf } from './zip/directory.js';

/** Compound files of old Office: enough of them to tell what they hold. */
const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const lastSector = 0xfffffff0;

export const isOle2 = (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte);

interface Stream {
  readonly name: string;
  readonly firstSector: number;
}

/** Sector numbers of a chain, bounded so that a loop in a damaged table ends. */
function chain(view: DataView, first: number, sectorSize: number): number[] {
  const sectors: number[] = [];
  const perSector = sectorSize / 4;
  for (let sector = first; sector < lastSector && sectors.length < 4096;) {
    sectors.push(sector);
    const tableIndex = Math.floor(sector / perSector);
    // The first 109 table sectors are listed in the header; more belong to files beyond 6 MB, whose directory comes early anyway.
    if (tableIndex >= 109) break;
    const table = view.getUint32(76 + tableIndex * 4, true);
    const at = (table + 1) * sectorSize + (sector % perSector) * 4;
    if (at + 4 > view.byteLength) break;
    sector = view.getUint32(at, true);
  }
  return sectors;
}

function entryAt(view: DataView, at: number): Stream | null {
  const length = view.getUint16(at + 64, true);
  if (length < 2 || length > 64) return null;
  let name = '';
  for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
  return { name, firstSector: view.getUint32(at + 116, true) };
}

function streamsOf(view: DataView, sectorSize: number): Stream[] {
  const streams: Stream[] = [];
  for (const sector of chain(view, view.getUint32(48, true), sectorSize)) {
    const start = (sector + 1) * sectorSize;
    for (let at = start; at < start + sectorSize && at + 128 <= view.byteLength; at += 128) {
      const stream = entryAt(view, at);
      if (stream) streams.push(stream);
    }
  }
  return streams;
}

/** Bit 8 of the flags in the file information block that a WordDocument stream begins with, after its mark 0xA5EC. */
function wordEncrypted(view: DataView, document: Stream, sectorSize: number): boolean {
  const at = (document.firstSector + 1) * sectorSize;
  if (at + 12 > view.byteLength || view.getUint16(at, true) !== 0xa5ec) return false;
  return (view.getUint16(at + 10, true) & 0x0100) !== 0;
}

/** The formats that are read. */
type Office = 'doc' | 'xls';

const kinds: readonly (readonly [stream: string, type: string, format?: Office])[] = [
  ['WordDocument', 'Word 97-2003 (DOC)', 'doc'],
  ['Workbook', 'Excel 97-2003 (XLS)', 'xls'],
  ['Book', 'Excel 5.0/95 (XLS)', 'xls'],
  ['PowerPoint Document', 'PowerPoint 97-2003 (PPT)'],
  ['VisioDocument', 'Visio (VSD)'],
];

/** A workbook that needs a password says so in the record behind its first one. */
function bookEncrypted(view: DataView, book: Stream, sectorSize: number): boolean {
  const at = (book.firstSector + 1) * sectorSize;
  if (at + 4 > view.byteLength) return false;
  const next = at + 4 + view.getUint16(at + 2, true);
  return next + 2 <= view.byteLength && view.getUint16(next, true) === 0x002f;
}

interface Compound {
  readonly type: string;
  readonly encrypted: boolean;
  /** Null where it is not read. */
  readonly format: Office | null;
}

/** What a compound file is: its plain type, and whether it needs a password. */
export function identifyOle2(bytes: Uint8Array): Compound {
  const view = viewOf(bytes);
  if (bytes.length < 512) return { type: 'OLE2', encrypted: false, format: null };
  const shift = view.getUint16(30, true);
  const sectorSize = shift === 12 ? 4096 : 512;
  const streams = streamsOf(view, sectorSize);
  const named = new Map(streams.map((stream) => [stream.name, stream]));
  if (named.has('EncryptedPackage')) return { type: 'OOXML', encrypted: true, format: null };
  const kind = kinds.find(([stream]) => named.has(stream));
  if (!kind) return { type: 'OLE2', encrypted: false, format: null };
  const document = named.get('WordDocument');
  const book = named.get('Workbook') ?? named.get('Book');
  const encrypted = document
    ? wordEncrypted(view, document, sectorSize)
    : book !== undefined && bookEncrypted(view, book, sectorSize);
  return { type: kind[1], encrypted, format: kind[2] ?? null };
}
