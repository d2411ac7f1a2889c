const sector = 512;

/** A compound file of old Office with empty streams of these names; `encrypted` sets the flag of a Word document instead. */
export function compoundFile(...names: string[]): Uint8Array {
  const streams = names.filter((name) => name !== 'encrypted');
  const bytes = new Uint8Array(sector * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + i * 4, i === 0 ? 0 : 0xffffffff, true);
  // Sector 0 is the allocation table, 1 the directory, 2 the first stream: each a chain of one.
  for (let i = 0; i < sector / 4; i++) view.setUint32(sector + i * 4, i === 0 ? 0xfffffffd : 0xfffffffe, true);
  ['Root Entry', ...streams].forEach((name, i) => {
    const at = sector * 2 + i * 128;
    [...name].forEach((char, k) => view.setUint16(at + k * 2, char.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint32(at + 116, 2, true);
  });
  view.setUint16(sector * 3, 0xa5ec, true);
  view.setUint16(sector * 3 + 10, names.includes('encrypted') ? 0x0100 : 0, true);
  return bytes;
}
