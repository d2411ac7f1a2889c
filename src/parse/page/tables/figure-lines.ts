import { hasCents, isCutBetween, isDash, isFigure, numbersOf } from '../lines/figures.js';
import { emOf, rowOf, rowText, type Row } from '../lines/lines.js';

/** Whole as it stands: what was broken over lines has its decimals on the last one only. */
const isWhole = (text: string): boolean => hasCents(text) || isDash(text);
/** Em of a digit, and the points that a cell usually keeps free beside its text. */
const digitWidth = 0.6;
const padding = 12;

/** From where to where something stands on a page. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Figures of a column of a ruled row, one below the other, and whether they are amounts beyond doubt. */
export interface FigureLines {
  readonly figures: readonly Band[];
  readonly amounts: boolean;
  /** Pieces of broken numbers were put together. */
  readonly joined: boolean;
}

/** A cell as its figures are looked at. */
export interface FigureCell {
  readonly lines: readonly Row[];
  readonly width: number;
  /** Width of the widest line of its column. */
  readonly widest: number;
}

/** Pieces of figures that a cell holds on lines of their own. */
const piecesOf = ({ lines }: FigureCell): string[] => lines.map(rowText);

/** True when a number of the cell was broken over lines beyond doubt. */
export const isBroken = (cell: FigureCell): boolean =>
  piecesOf(cell).some((piece, i, all) => i > 0 && isCutBetween(all[i - 1] ?? '', piece));

export const widthOf = (line: Row | undefined): number => (line ? line.right - line.left : 0);

/** The figures of a cell that stand on lines of their own, after a line of words at most; null when it holds words, one line, or what
 *  may be one figure that was broken. */
export function figureLines(cell: FigureCell, broken: boolean, decimals: number): FigureLines | null {
  const { lines, width, widest } = cell;
  if (lines.length < 2) return null;
  const pieces = piecesOf(cell);
  const digit = digitWidth * emOf(lines[0] ?? { fragments: [] });
  const full = (i: number): boolean => widest - widthOf(lines[i]) < digit;
  const tight = (i: number): boolean => width - widthOf(lines[i]) < digit + padding;
  const numbers = numbersOf(pieces, { full, tight, broken, decimals });
  const figures = numbers.map((of) => rowOf(of.flatMap((i) => lines[i]?.fragments ?? [])));
  const texts = numbers.map((of) => of.map((i) => pieces[i] ?? '').join(''));
  const [first = '', ...others] = texts;
  const joined = figures.length < lines.length;
  if (!others.every(isFigure) || (others.length === 0 && !joined)) return null;
  const found = { figures, amounts: texts.every(isWhole), joined };
  if (found.amounts || !isFigure(first) || joined || !isFigure(texts.join(''))) return found;
  // a number may have been broken over its lines where the next digit would not have fitted
  return width - Math.max(...lines.map(widthOf)) > digit + padding ? found : null;
}
