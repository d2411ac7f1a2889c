import type { Decoded } from '../text/decode.js';

/** Chinese encodings are all read as the widest of them. */
const declared = /<meta\b[^>]*charset\s*=\s*["']?\s*(gb2312|gbk|gb18030|big5|utf-8)/i;

/** A page in the charset that it declares, where its bytes are sound in it; else as its contents tell. */
export function decodedPage(bytes: Uint8Array, guessed: Decoded): string {
  const [, name] = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096))) ?? [];
  const charset = name === undefined ? null : /^gb/i.test(name) ? 'gb18030' : name.toLowerCase();
  if (charset === null || guessed.encoding.startsWith('UTF')) return guessed.text;
  const text = new TextDecoder(charset).decode(bytes);
  return text.includes('\uFFFD') ? guessed.text : text;
}
