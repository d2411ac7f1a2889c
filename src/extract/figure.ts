import { regionOf, type Block, type Cell } from '../model/document.js';
import type { Quantity } from '../model/quantity.js';
import type { Fact, Figure, Role } from '../model/report.js';

interface Known {
  readonly label: string;
  readonly role: Role | null;
  readonly fact: Fact | null;
  readonly heading: string | null;
  readonly unitFrom: Figure['unitFrom'];
  readonly table: { readonly id: string; readonly cell: Cell } | null;
}

/** Numbers a document's figures f0, f1, … in the order in which they are made. */
export class FigureMaker {
  readonly #figures: Figure[] = [];

  /** `letter`: what their ids begin with. */
  constructor(readonly letter = 'f') {}

  get all(): readonly Figure[] {
    return this.#figures;
  }

  /** Makes one group of figures that belong together, known by the first of them. */
  join(figures: readonly Figure[]): void {
    const [first, second] = figures;
    if (first && second) for (const it of figures) it.group = first.id;
  }

  /** A figure at its quantity's offsets in the block, or in the cell where one is given. */
  make(block: Block, quantity: Quantity, known: Known): Figure {
    const { start, end } = quantity;
    const cell = known.table?.cell ?? null;
    const { page, box } = regionOf((cell ?? block).stretches, start, end);
    const figure: Figure = {
      id: `${this.letter}${this.#figures.length}`,
      kind: quantity.kind,
      text: (cell ?? block).text.slice(start, end),
      number: quantity.number,
      unitText: quantity.unitText,
      value: quantity.value,
      unit: quantity.unit,
      step: quantity.step,
      unitFrom: known.unitFrom,
      approx: quantity.approx ?? null,
      label: known.label,
      role: known.role,
      group: null,
      fact: known.fact,
      block: block.id,
      start,
      end,
      page: page ?? (cell ?? block).page,
      box: box && [...box],
      table: known.table && { id: known.table.id, row: known.table.cell.row, col: known.table.cell.col },
      heading: known.heading,
    };
    this.#figures.push(figure);
    return figure;
  }
}
