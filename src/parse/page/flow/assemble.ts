import { blockId, tableText, type Block, type Cell } from '../../../model/document.js';
import { continued } from '../tables/continue-tables.js';
import { flowOf, type OpenParagraphs } from './flows.js';
import { furnitureOf, type Role } from './furniture.js';
import type { Element, PageLayout } from './layout.js';
import { marginsFor, type Margins } from './margins.js';
import { noteBlock } from './note-blocks.js';
import { goesOn, paragraphOf } from './paragraphs.js';
import { tableTitles } from './table-titles.js';
import type { DraftTable } from '../tables/draft-table.js';
import { textSizeOf, type Line } from '../lines/text-lines.js';

type Draft =
  | { readonly kind: 'paragraph'; readonly lines: Line[] }
  | { readonly kind: 'furniture'; readonly line: Line; readonly role: Role }
  | { readonly kind: 'table'; readonly table: DraftTable };

const bare = (text: string): string => text.replace(/\s+/g, '').replace(/[（(]?续表?[)）]?/g, '');

/** Lines above a table that may be its caption: title, number, unit, who made it. */
const mostCaptions = 4;

/** Lines directly above the draft at `index`, nearest first; a table or the page's end stops them. */
function captionAbove(drafts: readonly Draft[], index: number, count: number): Line[] {
  const lines: Line[] = [];
  for (let i = index - 1; i >= 0 && lines.length < count; i--) {
    const draft = drafts[i];
    if (draft?.kind === 'table') break;
    if (draft?.kind === 'paragraph') lines.push(...[...draft.lines].reverse());
  }
  return lines;
}

/** Adds a table, or joins it to the one before when it goes on from the last page. Captions printed again turn into headers. */
function addTable(drafts: Draft[], table: DraftTable): void {
  let index = drafts.length - 1;
  while (index >= 0 && drafts[index]?.kind !== 'table') index--;
  const above = drafts[index];
  if (above?.kind === 'table') {
    const between = captionAbove(drafts, drafts.length, Infinity);
    const caption = new Set(captionAbove(drafts, index, mostCaptions).map((line) => bare(line.text)));
    const again = between.length <= mostCaptions && between.every((line) => caption.has(bare(line.text)));
    const joined = again ? continued(above.table, table) : null;
    if (joined) {
      drafts[index] = { kind: 'table', table: joined };
      for (let i = index + 1; i < drafts.length; i++) {
        const draft = drafts[i];
        if (draft?.kind !== 'paragraph') continue;
        drafts.splice(i, 1, ...draft.lines.map((line): Draft => ({ kind: 'furniture', line, role: 'header' })));
      }
      return;
    }
  }
  drafts.push({ kind: 'table', table });
}

/** The line behind an element, unless a table or furniture stands there. */
function lineAfter(elements: readonly Element[], index: number, roles: ReadonlyMap<Line, Role>): Line | undefined {
  const after = elements[index + 1];
  return after && 'line' in after && !roles.has(after.line) ? after.line : undefined;
}

/** Strings lines together to paragraphs, over page ends too; neither page furniture nor footnotes in between part them. */
function draftsOf(
  elements: readonly Element[],
  roles: ReadonlyMap<Line, Role>,
  margins: (line: Line) => Margins,
  textSize: number,
): Draft[] {
  const drafts: Draft[] = [];
  let open: OpenParagraphs = {};
  for (const [index, element] of elements.entries()) {
    if ('table' in element) {
      addTable(drafts, element.table);
      open = {};
      continue;
    }
    const { line } = element;
    const role = roles.get(line);
    if (role) {
      drafts.push({ kind: 'furniture', line, role });
      if (role === 'contents') open = {};
      continue;
    }
    const flow = flowOf(open, line, textSize);
    const before = open[flow];
    if (before && goesOn(before, line, lineAfter(elements, index, roles), margins)) before.push(line);
    else drafts.push({ kind: 'paragraph', lines: (open[flow] = [line]) });
  }
  return drafts;
}

function cellsOf(table: DraftTable): Cell[] {
  return table.cells.map(({ row, col, rowSpan, colSpan, text, stretches }) => ({
    row,
    col,
    rowSpan,
    colSpan,
    text,
    page: stretches[0]?.page ?? null,
    stretches,
  }));
}

/** The blocks of a document from the layout of its pages; footnotes come last, as they do in a DOCX. */
export function assemble(pages: readonly PageLayout[], pageCount: number): Block[] {
  const blocks = bodyOf(pages, pageCount);
  const notes = pages.flatMap((page) => page.notes);
  return [...blocks, ...notes.map((note, i) => noteBlock(note, blockId(blocks.length + i), blocks))];
}

function bodyOf(pages: readonly PageLayout[], pageCount: number): Block[] {
  const elements = pages.flatMap((page) => [...page.elements, ...page.watermarks.map((line) => ({ line }))]);
  const watermarks = new Map(pages.flatMap((page) => page.watermarks).map((line) => [line, 'watermark' as const]));
  const lines = elements.flatMap((element) =>
    'line' in element && !watermarks.has(element.line) ? [element.line] : [],
  );
  const roles = new Map<Line, Role>([...furnitureOf(lines, pageCount, tableTitles(pages)), ...watermarks]);
  const body = lines.filter((line) => !roles.has(line));
  const margins = marginsFor(body);
  return draftsOf(elements, roles, margins, textSizeOf(body)).map((draft, index): Block => {
    const id = blockId(index);
    switch (draft.kind) {
      case 'furniture': {
        const { text, stretches, page } = draft.line;
        return { kind: 'furniture', id, text, page, stretches, role: draft.role };
      }
      case 'paragraph': {
        const { text, stretches, page, look } = paragraphOf(draft.lines, margins);
        return { kind: 'paragraph', id, text, page, stretches, label: null, look };
      }
      case 'table': {
        const { table } = draft;
        const cells = cellsOf(table);
        return {
          kind: 'table',
          id,
          text: tableText(cells),
          page: table.page,
          stretches: [],
          rows: table.rows,
          columns: table.xs.length - 1,
          headerRows: table.headerRows,
          cells,
        };
      }
    }
  });
}
