import { fromArabic, fromChinese, fromSymbol, toChinese, toSymbol } from './numeral.js';

/** Shapes of printed numbers, from the outermost to the innermost as Chinese reports nest them. */
export const numberKinds = [
  'part', // 第一部分 第一编 第一篇
  'chapter', // 第一章
  'section', // 第一节
  'article', // 第一条
  'roman', // Ⅰ.
  'chinese', // 一、
  'chineseBracket', // （一）
  'chineseHalf', // 一）
  'arabic', // 1.
  'decimal', // 1.1  1.1.1
  'arabicBracket', // （1）
  'arabicHalf', // 1）
  'circled', // ①
  'letter', // a.
] as const;
export type NumberKind = (typeof numberKinds)[number];

export interface HeadingNumber {
  readonly kind: NumberKind;
  /** The last component: 3 for `（三）`, 2 for `1.2`. */
  readonly value: number;
  /** All components of `1.2.3`; one for every other kind. */
  readonly path: readonly number[];
  /** As printed, without white space. */
  readonly text: string;
  /** Where the words behind it begin. */
  readonly end: number;
}

const chinese = '[〇○零一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]';
const arabic = '[0-9０-９]';
const point = '[.．]';
/** White space that typesetting puts between and behind the characters of a number. */
const gap = '[\\s\\u3000]*';

interface Pattern {
  readonly kind: NumberKind;
  readonly pattern: RegExp;
  readonly read: (text: string) => number | null;
}
const ordinal = (text: string): number | null => fromChinese(text) ?? fromArabic(text);

const patterns: readonly Pattern[] = [
  {
    kind: 'part',
    pattern: form(`第${gap}(${chinese}+|${arabic}{1,3})${gap}(?:部分|编(?!制)|篇|卷)[、：:]?`),
    read: ordinal,
  },
  { kind: 'chapter', pattern: form(`第${gap}(${chinese}+|${arabic}{1,3})${gap}章(?!程)[、：:]?`), read: ordinal },
  { kind: 'section', pattern: form(`第${gap}(${chinese}+|${arabic}{1,3})${gap}节[、：:]?`), read: ordinal },
  { kind: 'article', pattern: form(`第${gap}(${chinese}+|${arabic}{1,3})${gap}条(?!第|例)[、：:]?`), read: ordinal },
  // “一、二类” counts, it does not number
  {
    kind: 'chinese',
    pattern: form(`(${chinese}{1,5})${gap}[、.．](?!${gap}${chinese}{1,3}[、.．类级])`),
    read: fromChinese,
  },
  {
    kind: 'chineseBracket',
    pattern: form(`[（(〔【]${gap}(${chinese}{1,5})${gap}[）)〕】](?![、至和]${gap}[（(])、?`),
    read: fromChinese,
  },
  { kind: 'chineseBracket', pattern: form('([㈠-㈩㊀-㊉])[、.．]?'), read: fromSymbol },
  { kind: 'chineseHalf', pattern: form(`(${chinese}{1,5})${gap}[）)]`), read: fromChinese },
  {
    kind: 'arabic',
    pattern: form(`(${arabic}{1,3})${gap}(?:、(?!${gap}${arabic}+[、.．号月日季])|${point}(?!${gap}${arabic}))`),
    read: fromArabic,
  },
  // “1.2022年预算” has lost the space behind its number
  {
    kind: 'arabic',
    pattern: form(`(${arabic}{1,2})${point}${gap}(?=(?:19|20)${arabic}{2}${gap}年)`),
    read: fromArabic,
  },
  { kind: 'arabic', pattern: form('([⒈-⒛])'), read: fromSymbol },
  {
    kind: 'arabicBracket',
    pattern: form(`[（(〔【]${gap}(${arabic}{1,3})${gap}[）)〕】](?![、至和]${gap}[（(])、?`),
    read: fromArabic,
  },
  { kind: 'arabicBracket', pattern: form('([⑴-⒇])[、.．]?'), read: fromSymbol },
  { kind: 'arabicHalf', pattern: form(`(${arabic}{1,3})${gap}[）)]`), read: fromArabic },
  { kind: 'circled', pattern: form('([①-⑳㉑-㉟❶-❿➀-➉])[、.．]?'), read: fromSymbol },
  { kind: 'roman', pattern: form('([Ⅰ-Ⅻ])[、.．]?'), read: fromSymbol },
  {
    kind: 'letter',
    pattern: form('([A-Za-z])[、.．)）](?![A-Za-z])'),
    read: (text) => text.toLowerCase().charCodeAt(0) - 96,
  },
];
const decimalPattern = form(
  `(${arabic}{1,2}(?:${point}${arabic}{1,2}){1,5})[.．、]?(?=[\\s\\u3000\\p{Script=Han}“"《「（(])`,
);

function form(source: string): RegExp {
  return new RegExp(`^${gap}${source}${gap}`, 'u');
}

/** The number with which a line begins; null when it begins with words, a date, an amount or a list of numbers. */
export function readNumber(text: string): HeadingNumber | null {
  for (const { kind, pattern, read } of patterns) {
    const match = pattern.exec(text);
    const value = match ? read((match[1] ?? '').replace(/\s/g, '')) : null;
    if (!match || value === null || value === 0) continue;
    return { kind, value, path: [value], text: printed(match[0]), end: match[0].length };
  }
  return readDecimal(text);
}

/** A unit, and not a word that begins like one: 项目, 年度, 日常. */
const unitBehind =
  /^(?:[百千万亿元%％倍吨米亩辆件]|个(?![人体])|年(?!度|终|初|末)|月(?!度)|日(?!常)|名(?![词称单])|项(?!目)|平方|公[里斤顷])/u;

/** `1.1`, `2.3.1`: only before words, and not before a unit (`1.5 万元`). */
function readDecimal(text: string): HeadingNumber | null {
  const match = decimalPattern.exec(text);
  if (!match) return null;
  if (unitBehind.test(text.slice(match[0].length))) return null;
  const path = (match[1] ?? '').split(/[.．]/).map((part) => fromArabic(part) ?? 0);
  const value = path.at(-1) ?? 0;
  if (value === 0 || path[0] === 0) return null;
  return { kind: 'decimal', value, path, text: printed(match[0]), end: match[0].length };
}

/** The number that Word generates: as `readNumber`, and bare ones (`1`, `一`, `第一`) too; null for a bullet. */
export function readLabel(label: string): HeadingNumber | null {
  const text = printed(label);
  const number = readNumber(`${text}题`);
  if (number && number.text === text) return { ...number, end: label.length };
  const bare: readonly (readonly [NumberKind, number | null])[] = [
    ['arabic', fromArabic(text.replace(/[.．、]$/, ''))],
    ['chinese', fromChinese(text.replace(/^第|[.．、]$/g, ''))],
  ];
  for (const [kind, value] of bare)
    if (value !== null && value > 0) return { kind, value, path: [value], text, end: label.length };
  return null;
}

const printed = (text: string): string => text.replace(/[\s\u3000]+/g, '');

/** The number `value` of a kind, written as its neighbour `like` is: 3 beside `（一）` is `（三）`. */
export function writeNumber(kind: NumberKind, value: number, like: string | null): string {
  const model = like ?? defaultNumbers[kind];
  const symbol = [...model].find((char) => fromSymbol(char) !== null);
  if (symbol !== undefined) return model.replace(symbol, toSymbol(value, symbol) ?? defaultText(kind, value));
  const inChinese = new RegExp(`${chinese}+`, 'u');
  if (inChinese.test(model)) return model.replace(inChinese, toChinese(value));
  if (kind === 'letter')
    return model.replace(/[A-Za-z]/, (char) => String.fromCharCode((char < 'a' ? 64 : 96) + value));
  return model.replace(new RegExp(`${arabic}+(?!.*${arabic})`, 'u'), String(value));
}

const defaultNumbers: Readonly<Record<NumberKind, string>> = {
  part: '第一部分',
  chapter: '第一章',
  section: '第一节',
  article: '第一条',
  roman: 'Ⅰ.',
  chinese: '一、',
  chineseBracket: '（一）',
  chineseHalf: '一）',
  arabic: '1.',
  decimal: '1.1',
  arabicBracket: '（1）',
  arabicHalf: '1）',
  circled: '①',
  letter: 'a.',
};
const defaultText = (kind: NumberKind, value: number): string => (kind === 'circled' ? `（${value}）` : `${value}.`);

/** How far in a number stands by its shape alone: 第一部分 is the outermost. `1.1.1` stands deeper than `1.1`. */
export function rankOf(number: HeadingNumber): number {
  return numberKinds.indexOf(number.kind) * 10 + number.path.length - 1;
}
