import type { Block } from '../../model/document.js';
import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';
import { plainTitle } from './plain-title.js';

/** The contents are believed to announce tables one by one when the body shows so many of them, and this share. */
const needed = { tables: 3, share: 0.6 };
/** A line this long is no title. */
const longest = 60;
/** Words that make a longer title another table's: 一般公共预算财政拨款支出决算表 is not 支出决算表. */
const distinguishing = /收入|支出|预算|拨款|决算|经费|基金|资本|基本|项目|总表|明细/;

/** Titles that stand in the body: short lines, and the first rows of tables. */
function titlesIn({ blocks, contents, metadata }: Reading): Set<string> {
  const titles = new Set<string>();
  const add = (text: string): void => {
    if (text.length <= longest) titles.add(plainTitle(text, metadata.organisation));
  };
  for (const block of blocks) {
    if (contents.has(block.id)) continue;
    if (block.kind === 'table') for (const cell of block.cells) if (cell.row < 2) add(cell.text);
    if (block.kind === 'paragraph') for (const line of block.text.split(/[\n\v]/)) add(line);
    if (block.kind === 'furniture' && block.role !== 'page-number') add(block.text);
  }
  titles.delete('');
  return titles;
}

function stands(title: string, titles: ReadonlySet<string>): boolean {
  if (titles.has(title)) return true;
  return [...titles].some((it) => it.endsWith(title) && !distinguishing.test(it.slice(0, -title.length)));
}

interface Entry {
  readonly block: Block;
  readonly text: string;
  readonly title: string;
}

/** Lines of the contents that announce a table by name. */
function announcedTables({ blocks, contents, metadata }: Reading): Entry[] {
  return blocks.flatMap((block): Entry[] => {
    if (!contents.has(block.id)) return [];
    const text = block.text.replace(/[\s.．·…⋯─_]*\d*\s*$/, '').trimStart();
    const title = plainTitle(block.text, metadata.organisation);
    return /表$/.test(title) && title.length >= 5 ? [{ block, text, title }] : [];
  });
}

/** What announces several tables at once: 第二部分 2024年度部门决算表. */
const collective = /^(?:部门|单位|年度)*(?:部门|单位)?(?:决算|预算)(?:公开)?(?:报)?表$/;

/** Tables that the contents announce, against the titles that stand in the body. */
export function contentsAgainstBody(reading: Reading): WordsRelation[] {
  if (reading.contents.size === 0) return [];
  const entries = announcedTables(reading).filter(({ title }) => !collective.test(title));
  const titles = titlesIn(reading);
  const present = entries.filter(({ title }) => stands(title, titles));
  if (present.length < needed.tables || present.length < needed.share * entries.length) return [];
  return entries.map(({ block, text, title }) =>
    wordsRelation('contents-against-body', quoted(block, block.text.indexOf(text), text), stands(title, titles)),
  );
}
