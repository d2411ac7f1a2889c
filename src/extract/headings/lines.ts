import { dense } from '../../model/dense.js';
import type { BlockId, Document, Look, Paragraph } from '../../model/document.js';
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
  /** True when Word generated a number or a bullet before it. */
  readonly listed: boolean;
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
  const generated = part.label === null ? null : readLabel(part.label);
  const number = generated ?? readNumber(text);
  return {
    block: paragraph.id,
    page: part.page,
    look: paragraph.look,
    text,
    dense: dense(text),
    number,
    words: tidy(text.slice(number?.end ?? 0)),
    listed: part.label !== null && generated === null,
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

function linesOf(paragraph: Paragraph): Line[] {
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

const bare =
  /^[\s\u3000]*(\d{1,2})(?:[\s\u3000]+(?=[\p{Script=Han}A-Za-z])|(?=\p{Script=Han})(?![年月日个项大类届期次]))/u;
const longestBare = 30;

/** `1 总则` has a number where `1.1` follows, or where Word says that it is a heading: rules put no mark behind it. */
function withBareNumbers(items: readonly Item[]): readonly Item[] {
  let next: HeadingNumber | null = null;
  const marked: Item[] = [];
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (!item) continue;
    const match =
      item.kind === 'line' && !item.line.number && item.line.dense.length <= longestBare
        ? bare.exec(item.line.text)
        : null;
    const value = Number(match?.[1]);
    const counted = next?.kind === 'decimal' && next.path[0] === value && next.path[1] === 1;
    if (item.kind === 'line' && match && value > 0 && (counted || item.line.look.outlineLevel !== null)) {
      next = { kind: 'arabic', value, path: [value], text: String(value), end: match[0].length };
      marked.push({ kind: 'line', line: { ...item.line, number: next, words: tidy(item.line.text.slice(next.end)) } });
      continue;
    }
    if (item.kind === 'line' && item.line.number) next = item.line.number;
    marked.push(item);
  }
  return marked.reverse();
}

const longestTitle = 40;

/** `第一部分` on a line of its own has its title on the next. */
function withTitleBelow(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item, at): Item[] => {
    const [above, below] = [items[at - 1], items[at + 1]];
    if (isBareNumber(above) && isTitleOf(item)) return [];
    if (!isBareNumber(item) || !below || !isTitleOf(below) || item.kind !== 'line') return [item];
    return [
      { kind: 'line', line: { ...item.line, words: below.line.words, dense: item.line.dense + below.line.dense } },
    ];
  });
}
const isBareNumber = (item: Item | undefined): boolean =>
  item?.kind === 'line' &&
  item.line.number !== null &&
  item.line.words === '' &&
  /[章节分编篇、]$/u.test(item.line.number.text);
const isTitleOf = (item: Item): item is Extract<Item, { kind: 'line' }> =>
  item.kind === 'line' &&
  !item.line.number &&
  item.line.dense.length <= longestTitle &&
  !/[。；：，]/u.test(item.line.dense);

const nothing: ReadonlyMap<BlockId, unknown> = new Map();

/** The document's own lines in reading order, with the tables and the lines of contents between them; without notes and the blocks of `apart`. */
export function itemsOf(document: Document, apart = nothing): readonly Item[] {
  const items = document.blocks.flatMap((block): Item[] => {
    if (apart.has(block.id) || block.anchor) return [];
    if (block.kind === 'paragraph') return linesOf(block).map((line) => ({ kind: 'line', line }));
    if (block.kind === 'table') return [{ kind: 'table', block: block.id }];
    return block.role === 'contents' ? [{ kind: 'contents', block: block.id, text: tidy(block.text) }] : [];
  });
  return withTitleBelow(withBareNumbers(items));
}
