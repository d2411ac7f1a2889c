import { extract } from '../../extract/extract.js';
import { blockId, plainLook, type Block, type Cell, type Document } from '../../model/document.js';
import type { Reading } from '../../model/reading.js';
import type { Figure, Report, ReportTable } from '../../model/report.js';
import type { Rulebook } from '../../rulebook/rulebook.js';

const highest = (cells: ReportTable['cells'], end: (cell: ReportTable['cells'][number]) => number): number =>
  cells.reduce((most, cell) => Math.max(most, end(cell)), 0);

function blockOf({ id, kind, text, page }: Report['blocks'][number], table: ReportTable | undefined): Block {
  const base = { id: id as ReturnType<typeof blockId>, text, page, stretches: [] };
  if (kind === 'furniture') return { ...base, kind, role: 'header' };
  if (kind !== 'table') return { ...base, kind: 'paragraph', label: null, look: plainLook };
  const cells = (table?.cells ?? []).map((cell): Cell => ({ ...cell, page: null, stretches: [] }));
  const rows = highest(cells, ({ row, rowSpan }) => row + rowSpan);
  const columns = highest(cells, ({ col, colSpan }) => col + colSpan);
  return { ...base, kind, rows, columns, headerRows: 0, cells };
}

/** A Report's blocks as a parser would give them, less what a Report does not keep: looks and boxes. */
export function documentOf(report: Report): Document {
  const tables = new Map(report.tables.map((table) => [table.block, table]));
  const blocks = report.blocks.map((block) => blockOf(block, tables.get(block.id)));
  return { format: report.format ?? 'text', pages: report.pages, blocks, problems: [], partial: false };
}

const placeOf = ({ block, table, start, end }: Figure): string =>
  [block, table?.row ?? '', table?.col ?? '', start, end].join(' ');

/**
 * What extraction knew of a document, from its Report: the words around each figure and the tables as they are read, with
 * the Report's own figures and headings. A figure that the Report does not hold is left out.
 */
export function readingOf(report: Report, rulebook: Rulebook): Reading {
  const found = extract(documentOf(report), rulebook);
  const own = new Map(report.figures.map((figure) => [placeOf(figure), figure]));
  const ownOf = (figure: Figure): Figure => own.get(placeOf(figure)) ?? figure;
  const { title, organisation, reportKind, reportYear, filledOn, identity } = report;
  return {
    ...found,
    headings: report.headings,
    passages: found.passages.map((passage) => {
      const mentions = passage.mentions.map((it) => ({ ...it, figure: ownOf(it.figure) }));
      return { ...passage, mentions, heading: mentions[0]?.figure.heading ?? passage.heading };
    }),
    tables: found.tables.map((table) => ({
      ...table,
      figures: new Map([...table.figures].map(([key, figure]) => [key, ownOf(figure)])),
    })),
    figures: report.figures,
    indicators: report.indicators,
    metadata: { title, organisation, reportKind, reportYear, filledOn, identity },
    ownNames: found.ownNames,
  };
}
