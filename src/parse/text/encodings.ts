import { sharesOf } from './common-characters.js';

/** Encodings that text reports come in, by the names of iconv-lite. */
const names = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shiftjis',
  'EUC-JP': 'eucjp',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
} as const;
export type Encoding = keyof typeof names | 'UTF-8';

type Decode = (bytes: Uint8Array, encoding: string) => string;

/** Another encoding is believed where it makes a text of so much more common characters, and of so many at least. */
const clearly = 0.12;
const enough = 0.25;
/** Kana by which a text is Japanese. */
const japanese = 0.12;

/** How well a text reads as one of its encoding: Japanese is full of kana, anything else has none. */
function quality(text: string, encoding: Encoding): number {
  const { common, kana } = sharesOf(text);
  const forJapanese = encoding === 'Shift_JIS' || encoding === 'EUC-JP';
  return forJapanese ? (kana >= japanese ? common + kana : 0) : common - kana;
}

/** The encoding that the bytes of a text make most sense in, of those without a mark of their own: GB18030 unless another is clearly better. */
export function likeliest(sample: Uint8Array, decode: Decode): Exclude<Encoding, 'UTF-8'> {
  const even = sample.subarray(0, sample.length - (sample.length % 2));
  const scored = (Object.keys(names) as Exclude<Encoding, 'UTF-8'>[]).map((encoding) => {
    const wide = encoding.startsWith('UTF-16');
    return { encoding, score: quality(decode(wide ? even : sample, names[encoding]), encoding) };
  });
  const [chinese = { encoding: 'GB18030', score: 0 } as const, ...others] = scored;
  const best = others.reduce((most, one) => (one.score > most.score ? one : most), chinese);
  return best.score >= enough && best.score >= chinese.score + clearly ? best.encoding : 'GB18030';
}

export const iconvName = (encoding: Exclude<Encoding, 'UTF-8'>): string => names[encoding];

/** Characters from which on a text can be doubted, and the part of common ones below which it is. */
const longEnough = 60;
const doubtful = 0.12;

/** True for a text that is not written in the characters of any report: it was decoded as something else than it is. */
export function isUnlikely(text: string): boolean {
  const { written, common, kana } = sharesOf(text);
  return written >= longEnough && common + kana < doubtful;
}
