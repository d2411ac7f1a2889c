import { limitExceeded } from '../failure.js';
import { zipLimits } from './limits.js';

/** An entry as its directory declares it. Sizes are claims: `inflate` never trusts `size`. */
export interface ZipEntry {
  /** Forward slashes, no leading one. Only ever a key in memory. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Offset of the packed data. */
  readonly start: number;
  readonly packedSize: number;
  readonly size: number;
  /** Null where only a local header was found and it did not say. */
  readonly crc: number | null;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const unknown32 = 0xffffffff;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const utf8Decoder = new TextDecoder('utf-8', { fatal: true });
const gbkDecoder = new TextDecoder('gb18030');

/** Few writers flag their UTF-8, and Windows in China packs names as GBK: bytes that are no UTF-8 are read as that. */
function decodedName(bytes: Uint8Array): string {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    return gbkDecoder.decode(bytes);
  }
}

/** Names are only looked up and shown, so one spelling for every writer: `\word\x.xml` is `word/x.xml`. */
const nameOf = (bytes: Uint8Array): string => decodedName(bytes).replaceAll('\\', '/').replace(/^\/+/, '');

function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  const first = Math.max(0, last - 0xffff - 1);
  for (let at = last; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

/** Sizes and offset from the ZIP64 extra field, in its fixed order, for those that the header leaves at 0xFFFFFFFF. */
function widen(view: DataView, extra: number, length: number, sizes: readonly number[]): number[] {
  const end = extra + length;
  for (let at = extra; at + 4 <= end;) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === 1) {
      let next = at + 4;
      return sizes.map((value) => {
        if (value !== unknown32 || next + 8 > Math.min(end, at + 4 + size)) return value;
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      });
    }
    at += 4 + size;
  }
  return [...sizes];
}

/** Where the data behind a local header starts; null when no header stands there. */
function dataStart(view: DataView, offset: number): number | null {
  if (offset < 0 || offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) return null;
  return offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function readCentral(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry | null; next: number } | null {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extra = at + 46 + nameLength;
  const next = extra + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) return null;
  const declared = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size = 0, packedSize = 0, offset = 0] = widen(view, extra, extraLength, declared);
  const start = dataStart(view, offset);
  const flags = view.getUint16(at + 8, true);
  const entry = {
    name: nameOf(bytes.subarray(at + 46, extra)),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    packedSize,
    size,
    crc: view.getUint32(at + 16, true),
  };
  return { entry: start === null ? null : { ...entry, start }, next };
}

/** The entries that the central directory lists; null when there is no whole directory. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | null {
  if (bytes.length < 22) return null;
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === unknown32) at = wideOffset(view, end);
  while (at >= 0 && at + 4 <= end && view.getUint32(at, true) === CENTRAL) {
    const read = readCentral(bytes, view, at);
    if (read?.entry == null) return null;
    entries.push(read.entry);
    if (entries.length > zipLimits.entries) throw limitExceeded('ZIP entries', `> ${zipLimits.entries}`);
    at = read.next;
  }
  return entries.length < count && count !== 0xffff ? null : entries;
}

/** The directory's offset from the ZIP64 end record, which its locator right before `end` points to; -1 when there is none. */
function wideOffset(view: DataView, end: number): number {
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return -1;
  const record = Number(view.getBigUint64(end - 12, true));
  if (record + 56 > end || view.getUint32(record, true) !== 0x06064b50) return -1;
  return Number(view.getBigUint64(record + 48, true));
}

/** Entries found by their local headers, for a package that lost its directory: the last may be cut short. */
export function scanLocalHeaders(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = findLocal(bytes, 0); at >= 0;) {
    const start = dataStart(view, at);
    if (start === null || start > bytes.length) break;
    const flags = view.getUint16(at + 6, true);
    const nameEnd = at + 30 + view.getUint16(at + 26, true);
    const streamed = (flags & 8) !== 0;
    const declared = streamed ? 0 : view.getUint32(at + 18, true);
    const next = findLocal(bytes, start + (declared === unknown32 ? 0 : declared));
    entries.push({
      name: nameOf(bytes.subarray(at + 30, nameEnd)),
      method: view.getUint16(at + 8, true),
      encrypted: (flags & 1) !== 0,
      start,
      packedSize: (next < 0 ? bytes.length : next) - start,
      size: streamed ? 0 : view.getUint32(at + 22, true),
      crc: streamed ? null : view.getUint32(at + 14, true),
    });
    if (entries.length > zipLimits.entries) throw limitExceeded('ZIP entries', `> ${zipLimits.entries}`);
    at = next;
  }
  return entries;
}

function findLocal(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  }
  return -1;
}

/** The names in the directory of a ZIP of which these are the last bytes; null where it does not lie whole in them. */
export function directoryNames(tail: Uint8Array): string[] | null {
  const view = viewOf(tail);
  const end = tail.length < 22 ? null : findEnd(view);
  // an end that others come after is that of a package embedded in this one
  if (end === null || end + 22 + view.getUint16(end + 20, true) !== tail.length) return null;
  const names: string[] = [];
  for (let at = end - view.getUint32(end + 12, true); at !== end;) {
    if (at < 0 || at + 46 > end || view.getUint32(at, true) !== CENTRAL) return null;
    const name = at + 46;
    const rest = name + view.getUint16(at + 28, true);
    names.push(nameOf(tail.subarray(name, rest)));
    at = rest + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
