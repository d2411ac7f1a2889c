import { blockId, tableText, type Block, type Cell } from '../../model/document.js';
import { furnitureOf, type Role } from './furniture.js';
import type { Element, PageLayout } from './layout.js';
import { marginsFor } from './margins.js';
import { goesOn, paragraphOf } from './paragraphs.js';
import type { DraftTable } from './tables.js';
import type { Line } from './text-lines.js';

type Draft =
  | { readonly kind: 'paragraph'; readonly lines: Line[] }
  | { readonly kind: 'furniture'; readonly line: Line; readonly role: Role }
  | { readonly kind: 'table'; readonly table: DraftTable };

/** Strings lines together to paragraphs, over page ends too; page furniture in between does not part them. */
function draftsOf(elements: readonly Element[], roles: ReadonlyMap<Line, Role>, body: readonly Line[]): Draft[] {
  const margins = marginsFor(body);
  const drafts: Draft[] = [];
  let open: Line[] | null = null;
  for (const element of elements) {
    if ('table' in element) {
      drafts.push({ kind: 'table', table: element.table });
      open = null;
      continue;
    }
    const { line } = element;
    const role = roles.get(line);
    if (role) {
      drafts.push({ kind: 'furniture', line, role });
      if (role === 'contents') open = null;
    } else if (open && goesOn(open, line, margins)) open.push(line);
    else drafts.push({ kind: 'paragraph', lines: (open = [line]) });
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

/** The blocks of a document from the layout of its pages. */
export function assemble(pages: readonly PageLayout[], pageCount: number): Block[] {
  const elements = pages.flatMap((page) => page.elements);
  const lines = elements.flatMap((element) => ('line' in element ? [element.line] : []));
  const roles = furnitureOf(lines, pageCount);
  const body = lines.filter((line) => !roles.has(line));
  const margins = marginsFor(body);
  const blocks = draftsOf(elements, roles, body).map((draft, index): Block => {
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
  return blocks;
}
