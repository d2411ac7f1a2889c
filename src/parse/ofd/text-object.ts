import type { RawRun } from '../page/glyphs/glyph-runs.js';
import { childrenNamed, ownText, type XmlElement } from '../xml/read-xml.js';
import { matrixIn, numbersIn } from './numbers.js';

/** A place within an object as a place of the page, in points. */
export type Onto = (x: number, y: number) => readonly [x: number, y: number];

/** Share of an em that a character takes where nothing says how far the next one stands. */
const widthOf = (char: string): number => (/[\u2E80-\u{2FFFF}\uFF00-\uFF60]/u.test(char) ? 1 : 0.5);
/** White space in em from which characters are no run any more. */
const gap = 0.5;

interface Placed {
  readonly char: string;
  readonly x: number;
  readonly y: number;
}

/** The characters of a TextCode where their deltas put them; without deltas they follow each other by their widths. */
function placedIn(code: XmlElement, size: number, scale: number, before: Placed | null): Placed[] {
  const { X, Y, DeltaX, DeltaY } = code.attributes;
  const [dx, dy] = [numbersIn(DeltaX), numbersIn(DeltaY)];
  let [x, y] = [X === undefined ? (before?.x ?? 0) : Number(X), Y === undefined ? (before?.y ?? 0) : Number(Y)];
  return [...ownText(code)].map((char, i) => {
    const placed = { char, x, y };
    x += dx[i] ?? (dx.length === 0 && dy.length === 0 ? widthOf(char) * size * scale : (dx.at(-1) ?? 0));
    y += dy[i] ?? dy.at(-1) ?? 0;
    return placed;
  });
}

/** Cuts characters where the next one stands apart, or in another line. */
function stretchesOf(placed: readonly Placed[], size: number, scale: number): Placed[][] {
  const stretches: Placed[][] = [];
  placed.forEach((it, i) => {
    const last = placed[i - 1];
    const isDown = last !== undefined && Math.abs(it.x - last.x) < 0.1 * size && it.y - last.y > 0.1 * size;
    const advance = last && (isDown ? it.y - last.y : it.x - last.x);
    const natural = last ? widthOf(last.char) * size * (isDown ? 1 : scale) : 0;
    const isLevel = last !== undefined && (isDown || Math.abs(it.y - last.y) < 0.1 * size);
    const joins = isLevel && advance !== undefined && advance > 0 && advance < natural + gap * size;
    if (joins) stretches.at(-1)?.push(it);
    else stretches.push([it]);
  });
  return stretches;
}

/** The runs of a TextObject, on the page as shown. */
export function runsOf(object: XmlElement, font: string, onto: Onto): RawRun[] {
  const size = Number(object.attributes['Size'] ?? 0);
  const scale = Number(object.attributes['HScale'] ?? 1) || 1;
  const matrix = matrixIn(object.attributes['CTM']);
  const place: Onto = (x, y) =>
    onto(matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
  let before: Placed | null = null;
  return childrenNamed(object, 'TextCode').flatMap((code) => {
    const placed = placedIn(code, size, scale, before);
    before = placed[0] ?? before;
    return stretchesOf(placed, size, scale).flatMap((stretch): RawRun[] => {
      const [first, last] = [stretch[0], stretch.at(-1)];
      if (!first || !last) return [];
      const isDown = stretch.length > 1 && last.y - first.y > Math.abs(last.x - first.x);
      const end = isDown
        ? ([last.x, last.y + size] as const)
        : ([last.x + widthOf(last.char) * size * scale, last.y] as const);
      const [x, y] = place(first.x, first.y);
      const [endX, endY] = place(...end);
      const [unitX, unitY] = place(first.x, first.y + size);
      const length = Math.hypot(endX - x, endY - y);
      if (!(length > 0)) return [];
      return [
        {
          text: stretch.map(({ char }) => char).join(''),
          font,
          size: Math.hypot(unitX - x, unitY - y),
          x,
          y,
          along: [(endX - x) / length, (endY - y) / length],
          length,
          above: isDown ? 0.5 : 0.86,
          below: isDown ? 0.5 : 0.14,
        },
      ];
    });
  });
}
