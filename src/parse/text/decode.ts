import { iconvName, isUnlikely, likeliest, type Encoding } from './encodings.js';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Places where the bytes make no character of the encoding. */
  readonly doubtful: number;
  /** True where the encoding was guessed and gives no words of a report. */
  readonly unlikely: boolean;
}

/** Bytes looked at before a whole file is decoded. */
const sampleSize = 64 * 1024;
const replacement = '\uFFFD';

function count(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

type Unicode = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

function decodeAs(bytes: Uint8Array, encoding: Unicode): Decoded {
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  const lost = encoding === 'UTF-8' ? count8(bytes) : 0;
  return { text, encoding, doubtful: count(text, replacement) - lost, unlikely: false };
}

/** U+FFFD that really stands in UTF-8 bytes: it was lost before this file was written, and is no fault of decoding. */
function count8(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
  }
  return found;
}

/** Which half of each byte pair is nearly always zero tells UTF-16 from its byte order; without ASCII in it, only its words do. */
function utf16Order(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 4 && even === 0) return 'UTF-16LE';
  if (even > 4 && odd === 0) return 'UTF-16BE';
  return null;
}

/** Control characters do not stand in text, apart from tab, line feed, form feed, carriage return and an old end-of-file mark. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, sampleSize);
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 26) controls++;
  }
  return controls > sample.length / 500;
}

/** A few broken bytes leave a text readable; more mean that it is in another encoding, or no text at all. */
const readable = ({ text, doubtful }: Decoded): boolean => doubtful <= text.length / 20;

/** Chinese in another encoding breaks UTF-8 at every other character; a damaged UTF-8 file only here and there. */
function mostlyUtf8({ text, doubtful }: Decoded): boolean {
  let wide = 0;
  for (let i = 0; i < text.length && wide < doubtful * 10; i++) if (text.charCodeAt(i) > 0x7f) wide++;
  return wide >= doubtful * 10;
}

/** Text by its bytes; null when they are not text in any encoding known here. */
export async function decodeText(bytes: Uint8Array): Promise<Decoded | null> {
  const order = utf16Order(bytes);
  if (order !== null) {
    const wide = decodeAs(bytes, order);
    return readable(wide) && !looksBinary(wide.text) ? wide : null;
  }
  const utf8 = decodeAs(bytes, 'UTF-8');
  if (utf8.doubtful === 0 || mostlyUtf8(utf8)) return looksBinary(utf8.text) ? null : utf8;
  const guessed = await decodeGuessed(bytes);
  const better = guessed.doubtful <= utf8.doubtful ? guessed : utf8;
  return readable(better) && !looksBinary(better.text) ? better : null;
}

/** Text without any mark of its encoding, in the one that its words make most sense in. */
async function decodeGuessed(bytes: Uint8Array): Promise<Decoded> {
  const { default: iconv } = await import('iconv-lite');
  const decode = (part: Uint8Array, name: string): string =>
    iconv.decode(Buffer.from(part.buffer, part.byteOffset, part.byteLength), name);
  const encoding = likeliest(bytes.subarray(0, sampleSize), decode);
  const text = decode(bytes, iconvName(encoding));
  return { text, encoding, doubtful: count(text, replacement), unlikely: isUnlikely(text.slice(0, sampleSize)) };
}
