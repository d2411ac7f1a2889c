import { sep } from 'node:path';

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

/** A backslash of a name that would read as one of our escapes; where it parts folders, no name holds one. */
const likeEscape = /\\(?=x[0-9a-f]{2})/g;

/**
 * The name that stands in the store and in messages, another for each file: bytes that are no ASCII read `\xNN` when the
 * whole is no UTF-8, and a name that really holds the letters `\xff` reads `\x5cxff`.
 */
export function shownPath(path: RawPath): string {
  if (sep === '\\') return String(path);
  const text = typeof path === 'string' ? path : path.toString('latin1');
  const plain = text.replace(likeEscape, '\\x5c');
  return typeof path === 'string' ? plain : plain.replace(/[^\x20-\x7e]/g, escaped);
}

const escaped = (byte: string): string => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** folder/name, in bytes as soon as one of the two is. */
export function joined(folder: RawPath, name: RawPath): RawPath {
  if (typeof folder === 'string' && typeof name === 'string')
    return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), Buffer.from(name)]);
}

const escapedByte = /\\x([0-9a-f]{2})/;

/** The path that `shownPath` shows so. */
export function rawOf(shown: string): RawPath {
  if (sep === '\\' || !escapedByte.test(shown)) return shown;
  // text and the bytes between, in turn
  const parts = shown.split(escapedByte).map((it, at) => Buffer.from(it, at % 2 === 0 ? 'utf8' : 'hex'));
  return rawPath(Buffer.concat(parts));
}
