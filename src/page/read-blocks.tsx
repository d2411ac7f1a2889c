import type { ComponentChildren } from 'preact';
import type { DocumentDetail } from '../model/desk.js';
import { MarkedWords } from './mark.js';

type Figures = DocumentDetail['figures'];

/** Text with marks over its figures; of two that overlap the first. */
function marked(text: string, figures: Figures): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { id, start, end } of figures.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start));
    pieces.push(
      <MarkedWords key={id} figure={id}>
        {text.slice(start, end)}
      </MarkedWords>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}

function Table({ table, figures }: { readonly table: DocumentDetail['tables'][number]; readonly figures: Figures }) {
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  return (
    <table>
      {table.title !== null && <caption>{table.title}</caption>}
      <tbody>
        {[...rows].map(([row, cells]) => (
          <tr key={row}>
            {cells.map(({ col, rowSpan, colSpan, text }) => (
              <td key={col} rowSpan={rowSpan} colSpan={colSpan}>
                {marked(
                  text,
                  figures.filter((it) => it.table?.row === row && it.table.col === col),
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A document as its text was read: paragraphs, headings and tables in order. */
export function ReadBlocks({ report }: { readonly report: DocumentDetail }) {
  const figures = Map.groupBy(report.figures, ({ block }) => block);
  const tables = new Map(report.tables.map((it) => [it.block, it]));
  const levels = new Map(report.headings.map(({ block, level }) => [block, level]));
  return (
    <article class="sheet">
      {report.blocks.map(({ id, kind, text }) => {
        const own = figures.get(id) ?? [];
        const table = tables.get(id);
        if (table) return <Table key={id} table={table} figures={own} />;
        if (kind === 'heading')
          return (
            <p key={id} role="heading" aria-level={Math.min(6, (levels.get(id) ?? 1) + 1)} class="heading">
              {marked(text, own)}
            </p>
          );
        return (
          <p key={id} class={kind}>
            {marked(text, own)}
          </p>
        );
      })}
    </article>
  );
}
