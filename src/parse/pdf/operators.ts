/** What pdf.js makes of a page's content stream. */
export interface Operators {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

/** Numbers of the operators that matter here (a part of pdf.js's OPS). */
export type OperatorCodes = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'constructPath'
    | 'setFillRGBColor'
    | 'setStrokeRGBColor'
    | 'setFillTransparent'
    | 'setStrokeTransparent'
    | 'setFillColorN'
    | 'setStrokeColorN'
    | 'setLineWidth'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke'
    | 'endPath'
    | 'beginText'
    | 'setFont'
    | 'setCharSpacing'
    | 'setTextMatrix'
    | 'setLeading'
    | 'moveText'
    | 'setLeadingMoveText'
    | 'nextLine'
    | 'showText'
    | 'setTextRenderingMode'
    | 'setWordSpacing'
    | 'setHScale'
    | 'setTextRise'
    | 'shadingFill'
    | 'beginMarkedContent'
    | 'beginMarkedContentProps'
    | 'endMarkedContent'
    | 'beginAnnotation'
    | 'endAnnotation',
    number
  >
>;

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const numbersOf = (value: unknown): readonly number[] | Float32Array =>
  Array.isArray(value) || ArrayBuffer.isView(value) ? (value as readonly number[] | Float32Array) : [];

export function matrixOf(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(value);
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    return null;
  }
  return [a, b, c, d, e, f];
}

/** First `second`, then `first`. */
export function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Walks the operators in order. `step` gets the matrix in force and a state of its own, which saving and restoring keep with
 *  it, and gives the state for what follows; null stops the walk. */
export function walk<S>(
  { fnArray, argsArray }: Operators,
  codes: OperatorCodes,
  viewport: Matrix,
  initial: S,
  step: (fn: number, args: readonly unknown[], matrix: Matrix, state: S, index: number) => S | null,
): void {
  let [matrix, state] = [viewport, initial];
  const saved: (readonly [Matrix, S])[] = [];
  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i] ?? -1;
    const args = (argsArray[i] ?? []) as readonly unknown[];
    if (fn === codes.save || fn === codes.paintFormXObjectBegin) saved.push([matrix, state]);
    else if (fn === codes.restore || fn === codes.paintFormXObjectEnd) [matrix, state] = saved.pop() ?? [matrix, state];
    const added =
      fn === codes.transform ? matrixOf(args) : fn === codes.paintFormXObjectBegin ? matrixOf(args[0]) : null;
    if (added) matrix = times(matrix, added);
    const next = step(fn, args, matrix, state, i);
    if (next === null) return;
    state = next;
  }
}
