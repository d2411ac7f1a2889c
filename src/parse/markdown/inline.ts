import { lowered, raised } from '../raised.js';
import { noteSign, protectedText } from './protect.js';

/** What a text shows that is not read, and the notes that it refers to in order. */
export interface Seen {
  pictures: number;
  struck: number;
  readonly notes: string[];
  /** Names of addresses that are given elsewhere, in small letters. */
  readonly links: Set<string>;
}

const entities: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
  divide: '÷',
  plusmn: '±',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  permil: '‰',
  yen: '¥',
  sup2: '²',
  sup3: '³',
};

function entity(whole: string, name: string): string {
  const hex = /^#x([\da-f]{1,6})$/i.exec(name)?.[1];
  const digits = /^#(\d{1,7})$/.exec(name)?.[1];
  const point = hex === undefined ? (digits === undefined ? null : Number(digits)) : Number.parseInt(hex, 16);
  if (point !== null) return point > 0 && point < 0xd800 ? protectedText(String.fromCharCode(point)) : whole;
  return Object.hasOwn(entities, name) ? protectedText(entities[name] ?? whole) : whole;
}

/** Tags at which a printed line ends. */
const lineTag = /^<(?:br|hr)\b|^<\/(?:p|div|li|tr|h[1-6]|caption|center|dt|dd)\b/i;
const cellTag = /^<\/t[dh]\b/i;

const tag = (whole: string): string => (lineTag.test(whole) ? '\n' : cellTag.test(whole) ? ' ' : '');

/** A formula in dollars is one where it holds a command; $100 and $200 are amounts. */
const formula = (whole: string, inner: string): string => {
  if (!/[\\^_{}]/.test(inner)) return whole;
  const plain = inner
    .replace(/\\(?:mathrm|text|mathbf|mathit|textbf|rm)\s*/g, '')
    .replace(/\^\s*\{?\s*(\d{1,3})\s*\}?/g, (_, digits: string) => raised(digits))
    .replace(/_\s*\{?\s*(\d{1,3})\s*\}?/g, (_, digits: string) => lowered(digits))
    .replace(/\\(?:times|cdot)(?![A-Za-z])/g, '×')
    .replace(/\\(?:sim|approx)(?![A-Za-z])/g, '~')
    .replace(/\\(?:leq?|leqslant)(?![A-Za-z])/g, '≤')
    .replace(/\\(?:geq?|geqslant)(?![A-Za-z])/g, '≥')
    .replace(/\\pm(?![A-Za-z])/g, '±')
    .replace(/\\([%#&$_,;! ])/g, (_, char: string) => (/[,;! ]/.test(char) ? '' : char))
    .replace(/[{}]/g, '');
  return protectedText(plain.trim());
};

/** Words in square brackets are a link where their address is given elsewhere. */
function referred(whole: string, words: string, { links }: Seen): string {
  const name = /\[([^[\]]+)\]$/.exec(whole)?.[1] ?? words;
  return links.has(name.toLowerCase()) ? words : whole;
}

const link = String.raw`\[([^[\]]*)\]`;
type Step = readonly [pattern: RegExp, to: (whole: string, inner: string, seen: Seen) => string];
/** In this order: formulas, what is meant as it stands, what is no text, then what marks text. */
const steps: readonly Step[] = [
  [/(?<!\\)\${1,2}([^$\n]+)(?<!\\)\${1,2}/g, formula],
  [/\\$/gm, () => ''],
  [/\\([!-/:-@[-`{-~])/g, (_, char) => (char === '%' ? char : protectedText(char))],
  [/`{1,8}([^`]+)`{1,8}/g, (_, code) => protectedText(code.trim())],
  [
    /!\[([^[\]\n]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^[\]\n]*\])/g,
    (_, __, seen) => {
      seen.pictures++;
      return '';
    },
  ],
  [
    /<(img)\b[^<>]*>/gi,
    (_, __, seen) => {
      seen.pictures++;
      return '';
    },
  ],
  [
    /\[\^([^\]\s]{1,40})\]/g,
    (_, id, seen) => {
      seen.notes.push(id);
      return noteSign;
    },
  ],
  [new RegExp(String.raw`${link}\((?:[^()\n]*(?:\([^()\n]*\)[^()\n]*)?)\)`, 'g'), (_, words) => words],
  [/\[([^[\]]*)\]\{[^{}\n]*\}/g, (_, words) => words],
  [/\[([^[\]]+)\](?:\[[^[\]]*\])?/g, referred],
  [/<((?:https?|mailto|ftp):[^<>\s]*)>/gi, (_, address) => protectedText(address)],
  [/<sup>([^<>]{0,40})<\/sup>/gi, (_, words) => raised(words)],
  [/<sub>([^<>]{0,40})<\/sub>/gi, (_, words) => lowered(words)],
  [
    /<(?:del|s|strike)>([^<>]*)<\/(?:del|s|strike)>/gi,
    (_, __, seen) => {
      seen.struck++;
      return '';
    },
  ],
  [/<(\/?[A-Za-z][A-Za-z\d]*(?=[\s/>])[^<>]*)>/g, (whole) => tag(whole)],
  [/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,8}\d?);/g, entity],
  [/(?<!\*)\*{2,3}(?=\S)((?:[^*]|\*(?!\*))+?)(?<=\S)\*{2,3}/g, (_, words) => words],
  [/(?<![\p{L}\p{N}_])__(?=\S)([^_]+)(?<=\S)__(?![\p{L}\p{N}_])/gu, (_, words) => words],
  [
    /~~(?=\S)([^~]+)(?<=\S)~~/g,
    (_, __, seen) => {
      seen.struck++;
      return '';
    },
  ],
  [/==(?=\S)([^=]+)(?<=\S)==/g, (_, words) => words],
  [/(?<![\p{N}*])\*(?=[^\s*])([^*\n]+)(?<=\S)\*(?![\p{N}*])/gu, (_, words) => words],
  [/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+)(?<=\S)_(?![\p{L}\p{N}_])/gu, (_, words) => words],
];

const mayMark = /[\\`<![&$*_~=]/;

/** The words of a text without its markup, still protected. What it shows besides words is counted in `seen`. */
export function wordsOf(text: string, seen: Seen): string {
  if (!mayMark.test(text)) return text;
  return steps.reduce(
    (words, [pattern, to]) => words.replace(pattern, (whole: string, inner: string) => to(whole, inner, seen)),
    text,
  );
}
