import type { BlockId, Document } from '../../model/document.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import { withBareNumbers } from './bare.js';
import { linesOf, tidy, type Item } from './lines.js';
import { withTrustedStyles } from './trusted-styles.js';

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

/** `附件：1.决算公开表`, and on the next lines `2.名词解释`: names of attachments, whose numbers number no headings. */
const opensAttachments = /^附[件表录][:：]1/u;

function withoutAttachments(items: readonly Item[]): readonly Item[] {
  let next = 0;
  return items.map((item): Item => {
    if (item.kind !== 'line') return item;
    const { line } = item;
    const named = next > 0 && line.number?.value === next;
    next = opensAttachments.test(line.dense) ? 2 : named ? next + 1 : 0;
    return named ? { kind: 'line', line: { ...line, number: null, words: tidy(line.text) } } : item;
  });
}

/** An item of a list that was left empty prints its number, and says nothing of those around it. */
const isSaid = (item: Item): boolean => item.kind !== 'line' || !item.line.generated || item.line.words !== '';

const nothing: ReadonlyMap<BlockId, unknown> = new Map();

/** The document's own lines in reading order, with the tables and the lines of contents between them; without notes and the blocks of `apart`. */
export function itemsOf(document: Document, rules: HeadingRules, apart = nothing): readonly Item[] {
  const items = document.blocks.flatMap((block): Item[] => {
    if (apart.has(block.id) || block.anchor) return [];
    if (block.kind === 'paragraph') return linesOf(block).map((line) => ({ kind: 'line', line }));
    if (block.kind === 'table') return [{ kind: 'table', block: block.id }];
    return block.role === 'contents' ? [{ kind: 'contents', block: block.id, text: tidy(block.text) }] : [];
  });
  return withTitleBelow(withBareNumbers(withTrustedStyles(withoutAttachments(items), rules), rules)).filter(isSaid);
}
