/** Points in a millimetre, the unit of OFD. */
export const pointsPerMillimetre = 72 / 25.4;

/** Values that one list may unfold to: `g 1000000000 1` is an attack. */
const mostValues = 100_000;

/** Numbers set apart by blanks; `g 3 5.2` stands for 5.2 three times. */
export function numbersIn(text: string | undefined): number[] {
  const words = text?.trim().split(/[\s,]+/) ?? [];
  const values: number[] = [];
  for (let at = 0; at < words.length && values.length < mostValues; at++) {
    if (words[at] === 'g') {
      const [count, value] = [Number(words[at + 1]), Number(words[at + 2])];
      for (let i = 0; i < count && values.length < mostValues; i++) values.push(value);
      at += 2;
    } else if (words[at] !== '') values.push(Number(words[at]));
  }
  return values.map((value) => (Number.isFinite(value) ? value : 0));
}

/** a b c d e f, as in PDF. */
export type Matrix = readonly [number, number, number, number, number, number];

export function matrixIn(text: string | undefined): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(text);
  return text === undefined ? [1, 0, 0, 1, 0, 0] : [a, b, c, d, e, f];
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** `0 0 210 297`: a box in millimetres; null where none is said, or it has no size. */
export function areaIn(text: string | undefined): Area | null {
  const [left = 0, top = 0, width = 0, height = 0] = numbersIn(text);
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}
