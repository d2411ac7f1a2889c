import { crc32 } from 'node:zlib';

/** A stored entry as it stands in the file, whatever a packer would make of it. */
export interface RawEntry {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly crc?: number;
  /** As declared. */
  readonly size?: number;
  readonly flags?: number;
}

function header(signature: number, length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  fill(view);
  return bytes;
}

/** Writes a ZIP byte by byte, for names and claims that packers refuse. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, crc = crc32(data), size = data.length, flags = 0 } of entries) {
    const common = (view: DataView, at: number): void => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, flags, true);
      view.setUint32(at + 10, crc, true);
      view.setUint32(at + 14, data.length, true);
      view.setUint32(at + 18, size, true);
      view.setUint16(at + 22, name.length, true);
    };
    const start = offset;
    const local = header(0x04034b50, 30, (view) => common(view, 4));
    locals.push(local, name, data);
    offset += local.length + name.length + data.length;
    const listed = header(0x02014b50, 46, (view) => {
      common(view, 6);
      view.setUint32(42, start, true);
    });
    central.push(listed, name);
  }
  const length = central.reduce((sum, part) => sum + part.length, 0);
  const end = header(0x06054b50, 22, (view) => {
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, length, true);
    view.setUint32(16, offset, true);
  });
  return new Uint8Array(Buffer.concat([...locals, ...central, end]));
}
