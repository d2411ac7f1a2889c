/** A name as the file system holds it: text, or bytes where they are no UTF-8 (a GBK name in an archive unpacked on Linux). */
export type RawPath = string | Buffer;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as text when they are UTF-8, and as they are otherwise. */
export function rawPath(bytes: Buffer): RawPath {
  try {
    return decoder.decode(bytes);
  } catch {
    return bytes;
  }
}

/** The name that stands in the store and in messages: bytes that are no ASCII read `\xNN` when the whole is no UTF-8. */
export function shownPath(path: RawPath): string {
  if (typeof path === 'string') return path;
  return path
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** folder/name, in bytes as soon as one of the two is. */
export function joined(folder: RawPath, name: RawPath): RawPath {
  if (typeof folder === 'string' && typeof name === 'string')
    return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)]);
}
