/** The widest space before a character: on a line, a line end, or something that no number goes across. */
export const gap = { none: 0, space: 1, newline: 2, wall: 3 } as const;

/**
 * A text made easy to read for a scanner: full width folded to half, traditional numerals and units to simplified,
 * white space taken out (`gaps` remembers it), every character with its offset in the text as given.
 */
export interface Chars {
  readonly text: string;
  readonly length: number;
  /** Folded UTF-16 codes; zeros beyond the end, so that looking ahead needs no bounds. */
  readonly codes: Uint16Array;
  /** Offset in `text` of each character. */
  readonly at: Int32Array;
  /** The gap before each character. */
  readonly gaps: Uint8Array;
}

const SPACE = 1;
const NEWLINE = 2;
const WALL = 3;
const NOTHING = 4;
const MARGIN = 16;

/** Each pair folds its first character to its second. */
const pairs =
  '萬万億亿兩两個个幣币點点負负貳贰參叁叄叁弍贰陸陆圓圆條条項项戶户間间輛辆臺台噸吨頃顷畝亩號号時时鐘钟週周歲岁頁页雙双對对種种隻只張张場场門门層层塊块錢钱釐厘學学餘余數数幾几來来約约' +
  '過过從从與与為为韓韩歐欧鎊镑盧卢銖铢積积攝摄華华溫温達达總总單单貨货額额資资費费補补貼贴價价減减長长節节筆笔務务職职級级經经組组處处顆颗節节棟栋壇坛倉仓線线車车輪轮' +
  '○〇Ｏ〇−-‐-‑-‒-–—―—─—━—〜~∼~～~﹣-﹢+﹪%﹩$﹐,﹕:₤£兆兆廿廿卅卅沖冲衝冲澗涧溝沟載载侖仑';

interface Tables {
  readonly fold: Uint16Array;
  readonly space: Uint8Array;
}

function foldTo(fold: Uint16Array, from: number, to: number): void {
  for (let code = from; code <= to; code++) {
    const plain = String.fromCharCode(code).normalize('NFKC');
    if (plain.length === 1) fold[code] = plain.charCodeAt(0);
  }
}

function build(): Tables {
  const fold = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  foldTo(fold, 0xff01, 0xff65);
  foldTo(fold, 0xffe0, 0xffe6);
  foldTo(fold, 0x2f00, 0x2fd5);
  foldTo(fold, 0xf900, 0xfaff);
  fold[0xff0c] = 0xff0c; // ，parts clauses more often than digits
  fold[0x2ecb] = 0x8f66; // ⻋
  fold[0x2eda] = 0x9875; // ⻚
  for (let i = 0; i + 1 < pairs.length; i += 2) fold[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
  const space = new Uint8Array(0x10000);
  // the last two are blanks of Hangul and Braille
  for (const code of [0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0, 0x3164, 0x2800]) space[code] = SPACE;
  for (let code = 0x2000; code <= 0x200a; code++) space[code] = SPACE;
  for (const code of [0x0a, 0x0d, 0x85, 0x2028]) space[code] = NEWLINE;
  for (const code of [0x09, 0x0b, 0x0c, 0x2029]) space[code] = WALL;
  for (const code of [0xad, 0x34f, 0x61c, 0x180e, 0xfeff]) space[code] = NOTHING;
  // zero-width characters, marks of direction, joiners, and variants of the character before
  for (const [from, to] of [
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfe00, 0xfe0f],
  ] as const)
    space.fill(NOTHING, from, to + 1);
  return { fold, space };
}

let tables: Tables | undefined;

/** Two line ends with nothing between them are a wall. */
function widen(before: number, kind: number, afterReturn: boolean): number {
  if (kind === NEWLINE && before >= NEWLINE && !afterReturn) return gap.wall;
  return Math.max(before, kind);
}

export function readChars(text: string): Chars {
  tables ??= build();
  const { fold, space } = tables;
  const codes = new Uint16Array(text.length + MARGIN);
  const at = new Int32Array(text.length + 1);
  const gaps = new Uint8Array(text.length + MARGIN);
  let length = 0;
  let pending: number = gap.none;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = space[code] ?? 0;
    if (kind === 0) {
      codes[length] = fold[code] ?? code;
      at[length] = i;
      gaps[length++] = pending;
      pending = gap.none;
    } else if (kind !== NOTHING) {
      pending = widen(pending, kind, code === 0x0a && i > 0 && text.charCodeAt(i - 1) === 0x0d);
    }
  }
  gaps[length] = gap.wall;
  return { text, length, codes, at, gaps };
}

/** Folds a word of the rules as the text will be folded. */
export function foldWord(word: string): Uint16Array {
  const chars = readChars(word);
  return chars.codes.slice(0, chars.length);
}

/** Offset just after the character before `i`. */
export const endAt = (chars: Chars, i: number): number => (chars.at[i - 1] ?? -1) + 1;

/** The characters from `start` to `end` as they were printed, spaces included. */
export const printed = (chars: Chars, start: number, end: number): string =>
  chars.text.slice(chars.at[start] ?? 0, endAt(chars, end));

/** The characters from `start` to `end` folded, spaces left out. */
export function folded(chars: Chars, start: number, end: number): string {
  let out = '';
  for (let i = Math.max(0, start); i < end && i < chars.length; i++) out += String.fromCharCode(chars.codes[i] ?? 0);
  return out;
}

/** True where a line, a sheet cell or the text begins. */
export const beginsLine = (chars: Chars, i: number): boolean => i === 0 || (chars.gaps[i] ?? 0) >= gap.newline;
