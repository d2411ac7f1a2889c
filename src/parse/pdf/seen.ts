import { walk, type Matrix, type OperatorCodes, type Operators } from './operators.js';

/** What a person sees of a page, apart from what its text layer says. */
export interface Seen {
  /** Most of the text is not painted: it lies, for searching, over or under a picture of the page. */
  readonly textInvisible: boolean;
  /** Neither lines nor areas nor pictures. */
  readonly blank: boolean;
}

/** Text rendering modes that paint nothing. */
const unpainted = new Set([3, 7]);
/** Share of a page from which a matrix is taken to place a picture (pictures themselves are never decoded, and not listed). */
const pictureShare = 0.15;

export function seenOn(operators: Operators, codes: OperatorCodes, viewport: Matrix, pageArea: number): Seen {
  let [shown, hidden, drawn] = [0, 0, false];
  walk(operators, codes, viewport, 0, (fn, args, [a, b, c, d], mode): number => {
    if (fn === codes.showText) {
      const length = Array.isArray(args[0]) ? args[0].length : 0;
      if (unpainted.has(mode)) hidden += length;
      else shown += length;
    } else if (fn === codes.constructPath) drawn ||= Number(args[0]) !== codes.endPath;
    else if (fn === codes.transform) drawn ||= Math.abs(a * d - b * c) > pictureShare * pageArea;
    return fn === codes.setTextRenderingMode ? Number(args[0]) : mode;
  });
  return { textInvisible: hidden > shown, blank: !drawn };
}
