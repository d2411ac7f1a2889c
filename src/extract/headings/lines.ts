import { dense } from '../../model/dense.js';
import type { BlockId, Look, Paragraph } from '../../model/document.js';
import { readLabel, readNumber, type HeadingNumber, type NumberKind } from './number.js';

/** One printed line of its own: a paragraph, or a part of one that a soft break sets off. */
export interface Line {
  readonly block: BlockId;
  readonly page: number | null;
  readonly look: Look;
  /** As printed, number included. */
  readonly text: string;
  /** Without white space, number included: what patterns and lengths are about. */
  readonly dense: string;
  readonly number: HeadingNumber | null;
  /** The words behind the number, tidied. */
  readonly words: string;
  /** True when Word generated its number. */
  readonly generated: boolean;
  /** True when soft breaks made several lines of one paragraph. */
  readonly broken: boolean;
}

/** What stands between the lines and matters to them. */
export type Item =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly block: BlockId }
  | { readonly kind: 'contents'; readonly block: BlockId; readonly text: string };

const besideHan =
  /(?<=[\p{Script=Han}，。、；：（）《》“”‘’])[\s\u3000]+|[\s\u3000]+(?=[\p{Script=Han}，。、；：（）《》“”‘’])/gu;

/** Text without the white space that typesetting puts between Chinese characters: `2024 年度 报 告` is `2024年度报告`. */
export const tidy = (text: string): string =>
  text
    .replace(besideHan, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();

/** What a table's caption puts behind a heading on its line: `1、资产变动情况    单位：元`. */
const unitNote = /[\s\u3000]+[（(]?(?:金额|计量|货币)?单位[:：][^。；]{1,12}$/u;

interface Part {
  readonly text: string;
  readonly label: string | null;
  readonly page: number | null;
  readonly broken: boolean;
}

function lineOf(paragraph: Paragraph, part: Part): Line {
  const text = part.text.replace(unitNote, '');
  const number = part.label === null ? readNumber(text) : readLabel(part.label);
  return {
    block: paragraph.id,
    page: part.page,
    look: paragraph.look,
    text,
    dense: dense(text),
    number,
    words: tidy(text.slice(part.label?.length ?? number?.end ?? 0)),
    generated: part.label !== null,
    broken: part.broken,
  };
}

/** Kinds of numbers with which a printed line may open a heading even inside what was read as one paragraph. */
const openers: ReadonlySet<NumberKind> = new Set(['part', 'chapter', 'section', 'chinese', 'chineseBracket', 'arabic']);

/** Where a new printed line begins with a number behind a sentence's end: two paragraphs that a full last line made look like one. */
function numberedStarts({ text, stretches }: Paragraph): readonly { readonly at: number; readonly page: number }[] {
  return stretches.flatMap((stretch, index) => {
    const before = stretches[index - 1];
    const sameLine =
      !before || (before.page === stretch.page && before.box[1] < stretch.box[3] && stretch.box[1] < before.box[3]);
    if (sameLine || !/[。：；！？][”）]?[\s\u3000]*$/u.test(text.slice(Math.max(0, stretch.start - 4), stretch.start)))
      return [];
    const number = readNumber(text.slice(stretch.start, stretch.start + longestNumber));
    return number && openers.has(number.kind) ? [{ at: stretch.start, page: stretch.page }] : [];
  });
}
const longestNumber = 24;

/** The printed lines of a paragraph that stand on their own. */
export function linesOf(paragraph: Paragraph): Line[] {
  const { text, label, page } = paragraph;
  const soft = text.split(/[\n\v\u2028]/).filter((part) => dense(part) !== '');
  if (soft.length > 1) {
    return soft.map((part, at) =>
      lineOf(paragraph, { text: part, label: at === 0 ? label : null, page, broken: true }),
    );
  }
  const starts = numberedStarts(paragraph).filter((start) => start.at > 0);
  const ends = [...starts.map((start) => start.at), text.length];
  return [{ at: 0, page }, ...starts]
    .map((start, index) => ({
      text: text.slice(start.at, ends[index]),
      label: start.at === 0 ? label : null,
      page: start.page,
      broken: false,
    }))
    .filter((part) => dense(part.text) !== '')
    .map((part) => lineOf(paragraph, part));
}
