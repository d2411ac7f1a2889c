import { dense } from '../../model/dense.js';
import type { Block, BlockId, Paragraph, TableBlock } from '../../model/document.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import { readLabel, readNumber, type HeadingNumber, type NumberKind } from '../headings/number.js';

/** What stands below tables and speaks of them: 注：本表反映…. Such words are no heading and no caption of the next table. */
export interface TableNotes {
  /** The words by the table's block, as printed, line by line. */
  readonly textOf: ReadonlyMap<BlockId, string>;
  /** The table's block by the paragraph of a note. */
  readonly tableOf: ReadonlyMap<BlockId, BlockId>;
}

/** Lines of one note at most; more is text. */
const mostLines = 20;
/** Numbers that count the items of a note; 一、 would begin the next section. */
const itemKinds: ReadonlySet<NumberKind> = new Set(['arabic', 'arabicBracket', 'arabicHalf', 'circled']);

const lead = /^[\s\u3000]*[(（]?[^:：\s]{1,6}[:：]/u;

/** The number with which a note's line, or what stands behind its 注：, begins. */
function itemOf({ text, label }: Paragraph): HeadingNumber | null {
  const number = (label === null ? null : readLabel(label)) ?? readNumber(text.replace(lead, ''));
  return number && itemKinds.has(number.kind) ? number : null;
}

/** True for a line that goes on with a note: its next item, or what a 注： alone on its line announces. */
function goesOn(above: Paragraph, line: Paragraph): boolean {
  const [last, next] = [itemOf(above), itemOf(line)];
  const announced = dense(above.text.replace(lead, '')) === '';
  if (next === null) return announced && readNumber(line.text) === null && line.look.outlineLevel === null;
  return last === null ? announced && next.value === 1 : next.kind === last.kind && next.value === last.value + 1;
}

/** The paragraphs of the note that begins below the table at `at`. */
function linesBelow(blocks: readonly Block[], at: number, isNote: (text: string) => boolean): Paragraph[] {
  const lines: Paragraph[] = [];
  for (let next = at + 1; next < blocks.length && lines.length < mostLines; next++) {
    const block = blocks[next];
    if (block?.kind === 'furniture') continue;
    if (block?.kind !== 'paragraph') break;
    const above = lines.at(-1);
    const belongs = isNote(dense(block.text)) || (above !== undefined && goesOn(above, block));
    if (!belongs) break;
    lines.push(block);
  }
  return lines;
}

/** Notes that fill the last rows of the table itself. */
function lastRows(table: TableBlock, isNote: (text: string) => boolean): string[] {
  const notes: string[] = [];
  for (let row = table.rows - 1; row > 0; row--) {
    const filled = table.cells.filter((cell) => cell.row === row && dense(cell.text) !== '');
    const [only] = filled;
    if (filled.length !== 1 || !only || !isNote(dense(only.text))) break;
    notes.unshift(only.text.trim());
  }
  return notes;
}

export function notesOf(blocks: readonly Block[], rules: HeadingRules): TableNotes {
  const isNote = (text: string): boolean => rules.table_note.some((pattern) => pattern.test(text));
  const textOf = new Map<BlockId, string>();
  const tableOf = new Map<BlockId, BlockId>();
  blocks.forEach((block, at) => {
    if (block.kind !== 'table') return;
    const below = linesBelow(blocks, at, isNote);
    for (const line of below) tableOf.set(line.id, block.id);
    const words = [...lastRows(block, isNote), ...below.map(({ text }) => text.trim())];
    if (words.length > 0) textOf.set(block.id, words.join('\n'));
  });
  return { textOf, tableOf };
}
