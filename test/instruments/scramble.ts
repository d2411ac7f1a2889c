import type { Document } from '../../src/model/document.js';
import type { Figure, Report } from '../../src/model/report.js';
import { generator, seedOf } from '../mutation/random.js';
import { isMeasured } from './judged.js';
import { textKey, withTexts } from './texts.js';

const digitSets = ['0123456789', '０１２３４５６７８９', '零一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖'] as const;

/** Which digits a character is one of, and which digit it is; null for others. */
function digitOf(char: string | undefined): { readonly set: string; readonly digit: number } | null {
  const set = char ? digitSets.find((it) => it.includes(char)) : undefined;
  return set !== undefined && char ? { set, digit: set.indexOf(char) } : null;
}

/** Whether a numeral names nothing but zero: 0, 0.00. A word for none, which no scrambling makes an amount. */
const isZero = (text: string): boolean => [...text].every((char) => (digitOf(char)?.digit ?? 0) === 0);

/** Other digits for a numeral: as many, with the same decimals and marks, and not those that it had. Where it begins with no 0 it still does. */
export function scrambled(text: string, next: () => number): string {
  if (isZero(text)) return text;
  const chars = [...text];
  const one = (char: string, at: number): string => {
    const it = digitOf(char);
    if (!it) return char;
    const before = chars[at - 1];
    // in 一百零五 every digit has its place by itself
    const first = it.set.startsWith('零') || (digitOf(before) === null && !/[.．,，]/.test(before ?? ''));
    if (first && it.digit === 0) return char;
    const least = first ? 1 : 0;
    return it.set[least + (next() % (10 - least))] ?? char;
  };
  for (;;) {
    const other = chars.map(one).join('');
    if (other !== text && !isZero(other)) return other;
  }
}

/** The part of a figure's words before its unit: the 2 of m2 is no digit of it. */
const numeralOf = ({ text, unitText }: Figure): string =>
  unitText !== '' && text.endsWith(unitText) ? text.slice(0, text.length - unitText.length) : text;

export const figurePlace = ({ block, table, start }: Figure): string =>
  `${textKey({ block, cell: table && { row: table.row, col: table.col } })} ${start}`;

export interface Scrambled {
  readonly document: Document;
  /** `figurePlace` of every figure whose digits are others now. */
  readonly places: ReadonlySet<string>;
}

/**
 * The document with other digits in every measured figure; its years, dates, ordinals, codes and all words stand as they were.
 * @param draw which of the many such documents: the same number gives the same digits in every run
 */
export function scrambledDocument(document: Document, report: Report, draw = 0): Scrambled {
  const byText = new Map<string, Figure[]>();
  for (const figure of report.figures.filter(isMeasured)) {
    const key = textKey({ block: figure.block, cell: figure.table });
    byText.set(key, [...(byText.get(key) ?? []), figure]);
  }
  const places = new Set<string>();
  const other = withTexts(document, (text, place) => {
    let changed = text;
    for (const figure of byText.get(textKey(place)) ?? []) {
      const numeral = numeralOf(figure);
      if (text.slice(figure.start, figure.start + numeral.length) !== numeral) continue;
      const key = `${report.file} ${figurePlace(figure)} ${numeral}${draw === 0 ? '' : ` ${draw}`}`;
      const digits = scrambled(numeral, generator(seedOf(key)));
      if (digits === numeral) continue;
      places.add(figurePlace(figure));
      changed = changed.slice(0, figure.start) + digits + changed.slice(figure.start + numeral.length);
    }
    return changed;
  });
  return { document: other, places };
}
