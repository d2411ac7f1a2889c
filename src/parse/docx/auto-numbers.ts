import { formatNumber } from './number-formats.js';

/** Numbers as fields print them (§17.16.4.3.1), by the names of list formats. Letters and Roman numerals are as large as their name is written. */
const formats: Readonly<Record<string, string>> = {
  Arabic: 'decimal',
  ARABIC: 'decimal',
  arabic: 'decimal',
  alphabetic: 'lowerLetter',
  ALPHABETIC: 'upperLetter',
  roman: 'lowerRoman',
  ROMAN: 'upperRoman',
  Ordinal: 'ordinal',
  OrdText: 'ordinalText',
  CardText: 'cardinalText',
  Hex: 'hex',
  CHINESENUM1: 'chineseCounting',
  CHINESENUM2: 'chineseLegalSimplified',
  CHINESENUM3: 'chineseCountingThousand',
  CIRCLENUM: 'decimalEnclosedCircle',
  DBCHAR: 'decimalFullWidth',
  DBNUM1: 'ideographDigital',
  DBNUM2: 'ideographLegalTraditional',
  GB1: 'decimalEnclosedFullstop',
  GB2: 'decimalEnclosedParen',
  GB3: 'decimalEnclosedCircleChinese',
  GB4: 'ideographEnclosedCircle',
  ZODIAC1: 'ideographTraditional',
  ZODIAC2: 'ideographZodiac',
  ZODIAC3: 'ideographZodiacTraditional',
};

/** A level of the lists that Word knows by name: how its number is written, in which marks. */
type Level = readonly [format: string, before: string, after: string];
const outlineDefault: readonly Level[] = [
  ['upperRoman', '', '.'],
  ['upperLetter', '', '.'],
  ['decimal', '', '.'],
  ['lowerLetter', '', ')'],
  ['decimal', '(', ')'],
  ['lowerLetter', '(', ')'],
  ['lowerRoman', '', ')'],
  ['lowerLetter', '(', ')'],
  ['lowerRoman', '(', ')'],
];
const numberDefault: readonly Level[] = [
  ['decimal', '', ')'],
  ['lowerLetter', '', ')'],
  ['lowerRoman', '', ')'],
  ['decimal', '(', ')'],
  ['lowerLetter', '(', ')'],
  ['lowerRoman', '(', ')'],
  ['decimal', '', '.'],
  ['lowerLetter', '', '.'],
  ['lowerRoman', '', '.'],
];
const deepest = 9;

function written([format, before, after]: Level, value: number): string {
  return before + formatNumber(value, format) + after;
}

/** Counts by level: a number begins anew under each higher one. */
class Counter {
  private counts: number[] = [];

  /** Counts at a level from 1; `start` begins there instead. Gives the numbers from the first level on, those skipped left out. */
  next(level: number, start: number | null): readonly number[] {
    const value = start ?? (this.counts[level - 1] ?? 0) + 1;
    this.counts = [...Array.from({ length: level - 1 }, (_, i) => this.counts[i] ?? 0), value];
    return this.counts.filter((count, i) => count > 0 || i === level - 1);
  }
}

/** The words behind a switch: `\\* CHINESENUM3`, `\\s 、`. */
const behind = (code: string, sign: string): string | null =>
  new RegExp(String.raw`\\${sign}\s*(?:"([^"]*)"|(\S+))`)
    .exec(code)
    ?.slice(1)
    .find((it) => it !== undefined) ?? null;

const countOf = (code: string, sign: string): number | null => {
  const number = behind(code, sign) ?? '';
  return /^\d{1,4}$/.test(number) ? Number(number) : null;
};

/** Numbers a paragraph of a list by the list's name and level from 1; null where no list has the name. */
type NumberInList = (name: string, level: number) => string | null;

/** Counts the fields that number by themselves and never store what they print: AUTONUM, AUTONUMLGL, AUTONUMOUT, LISTNUM. */
export class AutoNumbers {
  private readonly paragraphs = new Counter();
  private readonly lists = new Map<string, Counter>();

  constructor(private readonly inList: NumberInList) {}

  /** What a field prints; null for any other field. `outline` is the level of its paragraph, from 1; null for body text. */
  next(code: string, outline: number | null): string | null {
    const kind = /^\s*(AUTONUM(?:LGL|OUT)?|LISTNUM)\b/i.exec(code)?.[1]?.toUpperCase();
    if (kind === undefined) return null;
    return kind === 'LISTNUM' ? this.listed(code) : this.numbered(code, kind, outline ?? deepest + 1);
  }

  private numbered(code: string, kind: string, level: number): string {
    const path = this.paragraphs.next(level, null);
    const value = path.at(-1) ?? 1;
    const mark = behind(code, 's')?.charAt(0) ?? '.';
    if (kind === 'AUTONUMLGL') return path.join(mark) + (/\\e\b/i.test(code) ? '' : mark);
    if (kind === 'AUTONUMOUT') return written(outlineDefault[path.length - 1] ?? ['decimal', '', '.'], value);
    return formatNumber(value, formats[behind(code, String.raw`\*`) ?? ''] ?? 'decimal') + mark;
  }

  private listed(code: string): string {
    const name =
      /^\s*LISTNUM\s+(?:"([^"]*)"|([^\s\\]+))/i
        .exec(code)
        ?.slice(1)
        .find((it) => it !== undefined) ?? '';
    const level = Math.min(Math.max(countOf(code, 'l') ?? 1, 1), deepest);
    const inList = this.inList(name, level);
    if (inList !== null) return inList;
    const list = /^(?:legal|outline)default$/i.exec(name)?.[0].toLowerCase() ?? 'numberdefault';
    const counter = this.lists.get(list) ?? new Counter();
    this.lists.set(list, counter);
    const path = counter.next(level, countOf(code, 's'));
    if (list === 'legaldefault') return `${path.join('.')}.`;
    const levels = list === 'outlinedefault' ? outlineDefault : numberDefault;
    return written(levels[level - 1] ?? ['decimal', '', '.'], path.at(-1) ?? 1);
  }
}
