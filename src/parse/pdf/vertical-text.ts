import { matrixOf, times, walk, type Matrix, type OperatorCodes, type Operators } from './operators.js';
import type { RawRun } from '../page/glyphs/glyph-runs.js';

/** A glyph of a vertical font as pdf.js hands it to a canvas: [advance downwards (negative), origin x, origin y] in 1/1000 em. */
interface VerticalGlyph {
  readonly unicode: string;
  readonly vmetric: readonly [number, number, number] | null;
}

const isGlyph = (value: unknown): value is VerticalGlyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';

interface TextState {
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly leading: number;
  /** Of the text, and where in it the line and the next glyph begin. */
  readonly matrix: Matrix;
  readonly lineX: number;
  readonly lineY: number;
  readonly y: number;
}

const start = (state: TextState, matrix: Matrix): TextState => ({ ...state, matrix, lineX: 0, lineY: 0, y: 0 });

function move(state: TextState, x: number, y: number): TextState {
  const lineY = state.lineY + y;
  return { ...state, lineX: state.lineX + x, lineY, y: lineY };
}

/** Text in vertical fonts. pdf.js's own text extraction loses such text near the foot of a page, so it is read from the
 *  operators; text in other fonts is passed over. */
export function verticalRuns(
  operators: Operators,
  codes: OperatorCodes,
  viewport: Matrix,
  isVertical: (font: string) => boolean,
): RawRun[] {
  const runs: RawRun[] = [];
  const none = { font: '', size: 0, charSpacing: 0, leading: 0, lineX: 0, lineY: 0, y: 0 };
  const initial: TextState = { ...none, matrix: [1, 0, 0, 1, 0, 0] };
  walk(operators, codes, viewport, initial, (fn, args, page, state): TextState => {
    const [first, second] = [Number(args[0]), Number(args[1])];
    switch (fn) {
      case codes.beginText:
        return start(state, initial.matrix);
      case codes.setTextMatrix:
        return start(state, matrixOf(args[0]) ?? matrixOf(args) ?? initial.matrix);
      case codes.setFont:
        return { ...state, font: String(args[0]), size: second };
      case codes.setCharSpacing:
        return { ...state, charSpacing: first };
      case codes.setLeading:
        return { ...state, leading: first };
      case codes.moveText:
        return move(state, first, second);
      case codes.setLeadingMoveText:
        return move({ ...state, leading: -second }, first, second);
      case codes.nextLine:
        return move(state, 0, -state.leading);
      case codes.showText:
        return isVertical(state.font) ? show(args[0], state, page, runs) : state;
      default:
        return state;
    }
  });
  return runs;
}

function show(glyphs: unknown, state: TextState, page: Matrix, runs: RawRun[]): TextState {
  const matrix = times(page, state.matrix);
  const [, , c, d] = matrix;
  const scale = Math.hypot(c, d);
  const size = Math.abs(state.size) * scale;
  let { y: down } = state;
  for (const glyph of Array.isArray(glyphs) ? (glyphs as readonly unknown[]) : []) {
    if (typeof glyph === 'number') down -= (glyph * state.size) / 1000;
    if (!isGlyph(glyph)) continue;
    const advance = (-(glyph.vmetric?.[0] ?? -1000) * state.size) / 1000;
    const [, , , , x, y] = times(matrix, [1, 0, 0, 1, state.lineX, down]);
    if (size > 0 && glyph.unicode.trim() !== '') {
      const { unicode: text } = glyph;
      const along = [-c / scale, -d / scale] as const;
      add(runs, { text, font: state.font, size, x, y, along, length: advance * scale, above: 0.5, below: 0.5 });
    }
    down -= advance - state.charSpacing;
  }
  return { ...state, y: down };
}

/** Appends a character to the run before it when it follows closely in the same line. */
function add(runs: RawRun[], next: RawRun): void {
  const last = runs[runs.length - 1];
  if (last && last.font === next.font && Math.abs(last.size - next.size) < 0.1) {
    const [endX, endY] = [last.x + last.along[0] * last.length, last.y + last.along[1] * last.length];
    if (Math.hypot(endX - next.x, endY - next.y) < 0.3 * next.size) {
      runs[runs.length - 1] = { ...last, text: last.text + next.text, length: last.length + next.length };
      return;
    }
  }
  runs.push(next);
}
