/** What single characters are worth in a numeral. Folded characters only: 萬 and ９ never come here. */
const digits = new Int8Array(0x10000).fill(-1);
const exponents = new Int8Array(0x10000);
const capitals = new Uint8Array(0x10000);

'零一二三四五六七八九'.split('').forEach((word, value) => (digits[word.charCodeAt(0)] = value));
'〇壹贰叁肆伍陆柒捌玖'.split('').forEach((word, value) => (digits[word.charCodeAt(0)] = value));
digits['两'.charCodeAt(0)] = 2;
digits['俩'.charCodeAt(0)] = 2;
digits['仨'.charCodeAt(0)] = 3;
digits['参'.charCodeAt(0)] = 3;
for (const [word, exponent] of Object.entries({ 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12, 拾: 1, 佰: 2, 仟: 3 }))
  exponents[word.charCodeAt(0)] = exponent;
for (const [word, exponent] of Object.entries({ 京: 16, 垓: 20, 秭: 24, 穰: 28, 沟: 32, 涧: 36 }))
  exponents[word.charCodeAt(0)] = exponent;
for (const word of '壹贰叁肆伍陆柒捌玖参拾佰仟') capitals[word.charCodeAt(0)] = 1;

/** 0–9 of a Chinese digit, −1 for anything else. */
export const chineseDigit = (code: number): number => digits[code] ?? -1;
/** The power of ten of 十百千万亿…, 0 for anything else. */
export const scaleOf = (code: number): number => exponents[code] ?? 0;
/** 壹佰: also common characters (大陆, 队伍), numerals only beside another. */
export const isCapital = (code: number): boolean => capitals[code] === 1;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
export const isTwenty = (code: number): boolean => code === 0x5eff || code === 0x5345;
/** 京 and above: in running text parts of names (北京), scales only inside a numeral. */
export const isGreatScale = (code: number): boolean => scaleOf(code) >= 16;
/** 沟 and 涧 end the name of a place before its length (二沟三队): scales only among capitals. */
export const isPlaceScale = (code: number): boolean => scaleOf(code) >= 32;
export const isNumeralChar = (code: number): boolean =>
  chineseDigit(code) >= 0 || scaleOf(code) > 0 || isTwenty(code) || isDigit(code);

/** Codes of characters that have a part of their own in the grammar. */
export const ch = {
  zero: 0x96f6,
  ring: 0x3007,
  ten: 0x5341,
  point: 0x70b9,
  comma: 0x2c,
  wideComma: 0xff0c,
  dot: 0x2e,
  hyphen: 0x2d,
  dash: 0x2014,
  tilde: 0x7e,
  slash: 0x2f,
  colon: 0x3a,
  ratio: 0x2236,
  open: 0x28,
  close: 0x29,
  pause: 0x3001,
  stop: 0x3002,
  plus: 0x2b,
} as const;

/** The code of a character written out: `code('年')`. */
export const code = (word: string): number => word.charCodeAt(0);

const yen = new Set(['元', '圆', '圓', '円', '币', '幣'].map(code));
const [sun, origin] = [code('日'), code('本')];
const festive = new Set(['旦', '宵', '月'].map(code));

/** 500日元, 100日本円: 日 behind a number that is the first character of yen, and no day; 1月1日元旦 is one. */
export function isYen(codes: { readonly [at: number]: number }, i: number): boolean {
  if (codes[i] !== sun) return false;
  const next = codes[i + 1] === origin ? i + 2 : i + 1;
  return yen.has(codes[next] ?? 0) && !festive.has(codes[next + 1] ?? 0);
}
