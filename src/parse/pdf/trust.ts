import { plainIdeographs } from '../page/glyphs/plain-ideographs.js';

/** Why the text layer of a page cannot be trusted, in the words of a message. */
export type Distrust = string;

const han = /\p{Script=Han}/u;
/** Private use, unassigned, control characters, and what stands for a character that was lost. */
const nonsense = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const letter = /\p{L}/u;
/** Scripts that a Chinese report has in print. */
const usual = /[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Bopomofo}]/u;
/** ASCII marks that words do without; codes that were taken for characters are full of them. */
const oddMark = /[!"#$&*+;<=>@[\\\]^_`{|}~]/;
/** Latin letters wedged into a Chinese word, or mixed with digits in one: what careless recognition makes of strokes. */
const debris =
  /(?<=\p{Script=Han})[a-z]{1,3}(?=\p{Script=Han})|(?:\d[A-Za-z]|[A-Za-z]\d)[A-Za-z]*\d+(?=\s*[年月日个万元])|\d[IlO]\d|[IlO]\d\d[IlO]?/gu;

let everyday: ReadonlySet<string> | null = null;

function decodeRows(encoding: string, first: number, last: number, trails: readonly number[]): string {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) for (const trail of trails) bytes.push(lead, trail);
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes));
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Characters of GB 2312 and of the first plane of Big5: what simplified and traditional Chinese is written with. */
function everydayHan(): ReadonlySet<string> {
  everyday ??= new Set([
    ...decodeRows('gb18030', 0xb0, 0xf7, range(0xa1, 0xfe)),
    ...decodeRows('big5', 0xa4, 0xc6, [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]),
  ]);
  return everyday;
}

interface Signs {
  readonly all: number;
  readonly han: number;
  readonly rareHan: number;
  readonly nonsense: number;
  readonly kana: number;
  readonly strange: number;
  readonly odd: number;
  readonly letters: number;
  readonly most: number;
  /** Characters in runs of six or more of the same. */
  readonly repeated: number;
  /** Characters that stand behind two of the same. */
  readonly tripled: number;
}

type Kind = 'space' | 'nonsense' | 'han' | 'rareHan' | 'kana' | 'strange' | 'odd' | 'letter' | 'other';

function kindOf(character: string): Kind {
  if (/\s/.test(character)) return 'space';
  if (nonsense.test(character)) return 'nonsense';
  if (han.test(character)) return everydayHan().has(character) ? 'han' : 'rareHan';
  if (kana.test(character)) return 'kana';
  if (letter.test(character)) return usual.test(character) ? 'letter' : 'strange';
  return oddMark.test(character) ? 'odd' : 'other';
}

/** What each character met so far is, by its code; those beyond the first plane are looked at each time. */
const kinds: Kind[] = [];

function known(character: string): Kind {
  if (character.length > 1) return kindOf(character);
  return (kinds[character.charCodeAt(0)] ??= kindOf(character));
}

function signsOf(text: string): Signs {
  const counts = {
    all: 0,
    han: 0,
    rareHan: 0,
    nonsense: 0,
    kana: 0,
    strange: 0,
    odd: 0,
    letters: 0,
    most: 0,
    repeated: 0,
    tripled: 0,
  };
  const frequency = new Map<string, number>();
  let [last, repeat] = ['', 0];
  for (const it of text) {
    const kind = known(it);
    if (kind === 'space') continue;
    counts.all++;
    if (kind === 'nonsense' || kind === 'kana' || kind === 'strange' || kind === 'odd') counts[kind]++;
    if (kind === 'letter' || kind === 'kana' || kind === 'strange') counts.letters++;
    if (kind === 'han' || kind === 'rareHan') {
      counts.letters++;
      counts.han++;
      if (kind === 'rareHan') counts.rareHan++;
      repeat = it === last ? repeat + 1 : 1;
      if (repeat >= 3) counts.tripled++;
      if (repeat >= 6) counts.repeated += repeat === 6 ? 6 : 1;
      const times = (frequency.get(it) ?? 0) + 1;
      frequency.set(it, times);
      counts.most = Math.max(counts.most, times);
    }
    last = it;
  }
  return counts;
}

/** True when one character stands for many: it is most of the text, and follows itself as chance has it; words that are printed again
 *  and again (子项1, 子项2 …) have their characters by turns. */
const isOneForMany = ({ han: all, most, tripled }: Signs): boolean => most > 0.3 * all && tripled > 0.03 * most;

/** Judges the text layer of one page, `text` as the file states it; null when it reads well. Look-alikes for which there is one
 *  everyday character are no fault: browsers print 一 as the radical ⼀, and it is read as 一. */
export function distrustOf(text: string): Distrust | null {
  const signs = signsOf(plainIdeographs(text));
  const { all } = signs;
  if (all === 0) return null;
  if (signs.nonsense >= 3 && signs.nonsense > 0.05 * all) return '文字编码缺失，多为私用区或控制字符';
  if (signs.kana < 0.05 * all && signs.rareHan >= 5 && signs.rareHan > 0.06 * signs.han)
    return '字形与编码不符，多为罕用字';
  if (signs.strange >= 5 && signs.strange > 0.1 * signs.letters && signs.kana < 0.05 * all)
    return '混入大量他种文字的字符';
  if (signs.han >= 12 && (isOneForMany(signs) || signs.repeated > 0.1 * signs.han))
    return '同一个字反复出现，字体编码有误';
  if (signs.odd > 0.12 * all && signs.odd > signs.han) return '字符编码错位，读出的是乱码';
  const wedged = text.replace(/\s+/g, '').match(debris)?.length ?? 0;
  if (signs.han >= 30 && wedged >= 3 && wedged > 0.008 * signs.han) return '似为扫描识别所得，字母与汉字混杂';
  return null;
}
