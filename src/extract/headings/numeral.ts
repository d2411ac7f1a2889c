const digits = '〇一二三四五六七八九';
const formal = '零壹贰叁肆伍陆柒捌玖';

function chineseDigit(char: string): number {
  if (char === '○') return 0;
  const at = Math.max(digits.indexOf(char), formal.indexOf(char));
  return char === '两' ? 2 : at;
}

const weights: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100 };

/** `三十一` is 31, `一百零二` 102, `一二` (digits in a row) 12; null for anything else. Numbers of headings stay below a thousand. */
export function fromChinese(text: string): number | null {
  if (text === '' || [...text].some((char) => chineseDigit(char) < 0 && weights[char] === undefined)) return null;
  if ([...text].every((char) => weights[char] === undefined)) return Number([...text].map(chineseDigit).join(''));
  let total = 0;
  let pending: number | null = null;
  for (const char of text) {
    const weight = weights[char];
    if (weight === undefined) pending = chineseDigit(char);
    else {
      total += (pending ?? 1) * weight;
      pending = null;
    }
  }
  return total + (pending ?? 0);
}

const digit = (n: number): string => digits[n] ?? '';

/** 31 as `三十一`, 102 as `一百零二`; from 1 to 999. */
export function toChinese(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const [tens, ones] = [Math.floor(rest / 10), rest % 10];
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens === 0) return ones === 0 ? head : `${head}${hundreds > 0 ? '零' : ''}${digit(ones)}`;
  return `${head}${tens === 1 && hundreds === 0 ? '' : digit(tens)}十${ones > 0 ? digit(ones) : ''}`;
}

/** `12` and `１２` are 12; null for anything else. */
export function fromArabic(text: string): number | null {
  const plain = text.replace(/[０-９]/g, (char) => String(char.charCodeAt(0) - 0xff10));
  return /^\d{1,4}$/.test(plain) ? Number(plain) : null;
}

/** First characters of the runs in which Unicode numbers whole symbols from 1: ①, ⑴, ⒈, ㈠, Ⅰ …, and how long each run is. */
const symbols: readonly (readonly [first: string, length: number])[] = [
  ['①', 20],
  ['㉑', 15],
  ['❶', 10],
  ['➀', 10],
  ['⑴', 20],
  ['⒈', 20],
  ['㈠', 10],
  ['㊀', 10],
  ['Ⅰ', 12],
];

/** `③` is 3, `⑵` 2, `㈣` 4, `Ⅴ` 5; null for anything else. */
export function fromSymbol(char: string): number | null {
  const code = char.codePointAt(0) ?? 0;
  for (const [first, length] of symbols) {
    const offset = code - (first.codePointAt(0) ?? 0);
    if (offset >= 0 && offset < length) return offset + (first === '㉑' ? 21 : 1);
  }
  return null;
}

/** 3 in the run of symbols that `like` belongs to: `③` beside `①`; null where the run ends before it. */
export function toSymbol(value: number, like: string): string | null {
  const code = like.codePointAt(0) ?? 0;
  for (const [first, length] of symbols) {
    const start = first.codePointAt(0) ?? 0;
    if (code >= start && code < start + length) return value <= length ? String.fromCodePoint(start + value - 1) : null;
  }
  return null;
}
