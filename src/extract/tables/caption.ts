import { dense } from '../../model/dense.js';
import type { Block, TableBlock } from '../../model/document.js';
import type { TableNotes } from './note.js';
import { titleRowsOf } from './title-rows.js';

/** What stands around a table: its title and the unit that its bare numbers are printed in. */
export interface Caption {
  readonly title: string | null;
  /** `万元`; null where neither the caption nor the table's own first rows say. */
  readonly unit: string | null;
  /** What stands below it: 注：本表反映…; null where nothing does. */
  readonly note: string | null;
}

const unitLine = /单位[:：]?(?:为)?((?:人民币)?[十百千万亿]*(?:元|美元|港元|人|个|件|辆|户|亩|公里|吨)|%|％)/;
const farthest = 4;
/** A note that calls the table empty may stand between its title and it. */
const emptyNote = /^.{0,50}(?:本|此|该)表(?:为空|是空|无数据).{0,4}$/;

function unitIn(text: string): string | null {
  return unitLine.exec(dense(text))?.[1]?.replace('人民币', '') ?? null;
}

/** Reads the few lines before a table (`blocks[at]`), nearest first, and the table's own first rows, whose title is meant for it
 *  alone. */
export function captionOf(blocks: readonly Block[], at: number, notes: TableNotes): Caption {
  let title: string | null = null;
  let unit: string | null = null;
  for (let i = at - 1; i >= Math.max(0, at - farthest); i--) {
    const block = blocks[i];
    if (!block || block.kind === 'table' || notes.tableOf.has(block.id)) break;
    if (block.kind === 'furniture') continue;
    const text = dense(block.text);
    if (emptyNote.test(text)) continue;
    if (text.length > 60 || /[。；]$/.test(text)) break;
    unit ??= unitIn(text);
    if (
      title === null &&
      /表/.test(text) &&
      !/^(?:单位|金额单位|编制单位|(?:编制)?部门(?:名称)?[:：]|公开\d+表|注)/.test(text)
    ) {
      title = block.text.trim().replace(/^第[一二三四五六七八九十]+部分\s*/, '');
    }
  }
  const table = blocks[at];
  if (table?.kind !== 'table') return { title, unit, note: null };
  const own = titleRowsOf(table);
  const ownUnit = unitOf(table, own.rows);
  return {
    title: own.title ?? title,
    unit: ownUnit ?? unit ?? unitOf(table, 3),
    note: notes.textOf.get(table.id) ?? null,
  };
}

/** The unit that the first rows of a table say. */
function unitOf(table: TableBlock, rows: number): string | null {
  return (
    table.cells
      .filter((cell) => cell.row < rows)
      .map((cell) => unitIn(cell.text))
      .find((it) => it !== null) ?? null
  );
}
