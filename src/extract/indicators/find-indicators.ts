import type { Cell } from '../../model/document.js';
import { cellKey, type TableReading } from '../../model/reading.js';
import type { Indicator } from '../../model/report.js';
import type { ScoreRules } from '../../rulebook/scores.js';
import { dense, gridOf, isBlank, isNumeric, type Grid } from '../tables/grid.js';
import { sheetsOf, type ColumnRole, type Sheet } from './sheet.js';

type Draft = Omit<Indicator, 'id' | 'parent'> & { parent: Draft | null };

const shown = (text: string): string => text.trim().replace(/\s*\n\s*/g, '');

/** The indicators that score sheets list, each under the one whose part it is, in reading order; their places are cells. */
export function indicatorsIn(reading: TableReading, rules: ScoreRules): Draft[] {
  if (reading.block.kind !== 'table') return [];
  const grid = gridOf(reading.block);
  return sheetsOf(reading, rules).flatMap((sheet) => new SheetReader(reading, grid, sheet, rules).read());
}

/** Numbers drafts and names their parents. */
export function numbered(drafts: readonly Draft[]): Indicator[] {
  const ids = new Map(drafts.map((draft, at) => [draft, `i${at}`]));
  return drafts.map((draft, at) => ({
    ...draft,
    id: `i${at}`,
    parent: draft.parent === null ? null : (ids.get(draft.parent) ?? null),
  }));
}

/** Walks the rows of one sheet and knows which indicators each row stands under. */
class SheetReader {
  readonly #drafts: Draft[] = [];
  readonly #open: { readonly level: number; readonly cell: Cell; readonly draft: Draft }[] = [];

  constructor(
    readonly reading: TableReading,
    readonly grid: Grid,
    readonly sheet: Sheet,
    readonly rules: ScoreRules,
  ) {}

  read(): Draft[] {
    const scoresFunds = this.sheet.column.rate !== undefined && this.sheet.column.spent !== undefined;
    for (const { index, role } of this.reading.rows) {
      if (role === 'header') continue;
      if (scoresFunds) this.#funds(index);
      else this.#row(index);
    }
    return this.#drafts;
  }

  /** 年度资金总额 | … | 分值 10 | 执行率 97.5% | 得分 9.75 scores how the budget was executed. */
  #funds(row: number): void {
    const cell = this.#names(row).at(-1)?.cell;
    if (!cell || !this.rules.funds.test(dense(cell.text)) || !this.#isScored(row)) return;
    const { budget, spent } = this.sheet.column;
    const [target, actual] = [this.#text(row, budget), this.#text(row, spent)];
    const draft = this.#draft('execution', this.rules.execution, 1, cell);
    this.#drafts.push({ ...draft, ...this.#values(row), target, actual });
  }

  #row(row: number): void {
    const names = this.#names(row);
    const leaf = names.at(-1);
    if (!leaf || !this.#isScored(row)) return;
    const first = dense(names[0]?.cell.text ?? '').replace(/[（(].*[）)]$/, '');
    if (this.rules.subtotal.test(first) || this.rules.subtotal.test(dense(leaf.cell.text))) return;
    if (this.rules.total.test(first)) {
      const draft = this.#draft('total', shown(names[0]?.cell.text ?? ''), 0, leaf.cell);
      this.#drafts.push({ ...draft, ...this.#values(row) });
      return;
    }
    for (const { level, cell } of names) this.#enter(level, cell);
    this.#give(row, leaf.cell);
  }

  /** The name cells that a row stands in, each once, from the highest level down. */
  #names(row: number): { readonly level: number; readonly cell: Cell }[] {
    const found: { readonly level: number; readonly cell: Cell }[] = [];
    for (const { index, level } of this.sheet.names) {
      const cell = this.grid.at(row, index);
      if (!cell || isBlank(cell.text) || isNumeric(cell.text) || found.some((it) => it.cell === cell)) continue;
      found.push({ level, cell });
    }
    return found;
  }

  #isScored(row: number): boolean {
    return (['weight', 'score'] as const).some((role) => this.#number(row, this.sheet.column[role]) !== null);
  }

  /** Makes an indicator of a name cell that is met first; what was open at its level or below is closed. */
  #enter(level: number, cell: Cell): void {
    if (this.#open.some((it) => it.cell === cell)) return;
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    const marks = this.rules.full_marks.exec(dense(cell.text));
    const name = marks ? (marks[1] ?? marks[3] ?? '') : shown(cell.text);
    const draft = this.#draft('indicator', name, level, cell);
    draft.parent = this.#open.at(-1)?.draft ?? null;
    const full = { ...draft, weight: marks?.[2] ?? marks?.[4] ?? null };
    this.#drafts.push(full);
    this.#open.push({ level, cell, draft: full });
  }

  /** Gives the row's numbers to the indicator whose rows they cover: a weight merged over three rows is their group's. */
  #give(row: number, leaf: Cell): void {
    const values = this.#values(row);
    const roles = ['weight', 'score', 'target', 'actual', 'rate', 'note'] as const;
    for (const role of roles) {
      const index = this.sheet.column[role];
      const cell = index === undefined ? undefined : this.grid.at(row, index);
      if (!cell || cell.row !== row || values[role] === null) continue;
      const owner = this.#open.find(
        (it) => it.cell.row === row && it.cell.rowSpan === cell.rowSpan && cell.rowSpan > 1,
      );
      const draft = (owner ?? this.#open.find((it) => it.cell === leaf))?.draft;
      if (draft && (role === 'weight' || draft[role] === null)) draft[role] = values[role];
    }
  }

  #values(row: number): Pick<Draft, 'weight' | 'score' | 'target' | 'actual' | 'rate' | 'note'> {
    const at = this.sheet.column;
    return {
      weight: this.#number(row, at.weight),
      score: this.#number(row, at.score),
      target: this.#text(row, at.target),
      actual: this.#text(row, at.actual),
      rate: this.#number(row, at.rate),
      note: this.#text(row, at.note),
    };
  }

  #number(row: number, col: number | undefined): string | null {
    if (col === undefined) return null;
    const cell = this.grid.at(row, col);
    const figure = cell && this.reading.figures.get(cellKey(cell.row, cell.col));
    return figure && /^(?:score|number|percent)$/.test(figure.kind) && /^-?\d+(?:\.\d+)?$/.test(figure.value)
      ? figure.value
      : null;
  }

  #text(row: number, col: number | undefined): string | null {
    const cell = col === undefined ? undefined : this.grid.at(row, col);
    // A cell that began further left is a label: 总分 over all columns before the points.
    return !cell || cell.col !== col || isBlank(cell.text) ? null : shown(cell.text);
  }

  #draft(kind: Indicator['kind'], name: string, level: number, cell: Cell): Draft {
    const { table, block } = this.reading;
    return {
      kind,
      level,
      parent: null,
      name,
      weight: null,
      target: null,
      actual: null,
      score: null,
      rate: null,
      grade: null,
      note: null,
      block: block.id,
      page: cell.page ?? block.page,
      table: { id: table.id, row: cell.row, col: cell.col },
    };
  }
}

export type { Draft, ColumnRole };
