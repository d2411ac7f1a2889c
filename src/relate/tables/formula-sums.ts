import type { Term } from '../../model/printed.js';
import { cellKey, type TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';

/** The figure that fills a cell of any table, by the table's block. */
type FigureAt = (block: string, row: number, col: number) => Figure | null;

function figuresBy(tables: readonly TableReading[]): FigureAt {
  const byBlock = new Map<string, Map<string, Figure>>();
  for (const { block, figures } of tables) {
    const known = byBlock.get(block.id) ?? new Map<string, Figure>();
    byBlock.set(block.id, known);
    for (const [key, figure] of figures) known.set(key, figure);
  }
  return (block, row, col) => byBlock.get(block)?.get(cellKey(row, col)) ?? null;
}

/**
 * What the formulas of a spreadsheet add up, against the value that is stored and shown. Cells that add something without showing it,
 * and amounts in different units, which a formula adds as they stand, are left alone.
 */
export function formulaSumsIn(tables: readonly TableReading[]): SumRelation[] {
  const at = figuresBy(tables);
  return tables.flatMap(({ cells, figures }) =>
    [...cells.values()].flatMap(({ row, col, adds }): SumRelation[] => {
      const total = adds && figures.get(cellKey(row, col));
      if (!total) return [];
      const terms = adds.flatMap((it): Term[] => {
        const figure = at(it.block, it.row, it.col);
        return figure ? [{ figure, weight: it.weight }] : [];
      });
      const isWhole = terms.length === adds.length && terms.length >= 2;
      if (!isWhole || terms.some(({ figure }) => figure.unit !== total.unit)) return [];
      return [{ kind: 'sum', check: 'formula-sum', doubt: null, total, terms, complete: true }];
    }),
  );
}
