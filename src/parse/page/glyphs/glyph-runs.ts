import { frameOf, intoFrame, type Frame, type Turn } from './frame.js';
import { plainIdeographs } from './plain-ideographs.js';

/** A stretch of text in one font on one line, drawn in one go, in the frame of its page. */
export interface GlyphRun {
  /** May hold single spaces: gaps of up to 0.6 em. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Em, in points. */
  readonly size: number;
  readonly font: string;
  /** Of the text against the frame; null when it is askew. */
  readonly turn: Turn | null;
  /** Its place among all runs of the page, in the order of the file. */
  readonly order: number;
}

/** The text of a page in the direction in which most of it is read. */
export interface PageRuns {
  readonly frame: Frame;
  readonly runs: readonly GlyphRun[];
  /** Runs that stand athwart the reading direction: watermarks, labels turned on their side. */
  readonly athwart: readonly GlyphRun[];
}

/** A run as whoever reads a page hands it over, before its reading direction is known: on the page as shown, y downwards. */
export interface RawRun {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  /** Where the baseline (or the axis of vertical writing) begins, and the unit vector along which the text runs. */
  readonly x: number;
  readonly y: number;
  readonly along: readonly [x: number, y: number];
  readonly length: number;
  /** Share of an em above and below the baseline. */
  readonly above: number;
  readonly below: number;
}

// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060\uFEFF\u00AD]/g;

const readable = (text: string): string => plainIdeographs(text.replace(invisible, '').replace(/\s+/g, ' ').trim());

/** Smaller print is not meant to be read, in points. */
const smallest = 0.5;

const isPlaced = ({ x, y, size, length, along }: RawRun): boolean =>
  [x, y, size, length, ...along].every(Number.isFinite) && size >= smallest;

/** The quarter turn that a direction is nearest to; null when it is askew by more than 8 degrees. */
function turnOf([x, y]: readonly [number, number]): Turn | null {
  if (Math.abs(y) < 0.14) return x > 0 ? 0 : 180;
  if (Math.abs(x) < 0.14) return y > 0 ? 90 : 270;
  return null;
}

function mainTurn(raws: readonly RawRun[]): Turn {
  const weight = new Map<Turn, number>();
  for (const raw of raws) {
    const turn = turnOf(raw.along);
    if (turn !== null) weight.set(turn, (weight.get(turn) ?? 0) + raw.text.length);
  }
  const [best] = [...weight].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? 0;
}

/** The turn of a direction on the page as it is seen from a frame that is turned itself. */
const against = (turn: Turn | null, frame: Turn): Turn | null =>
  turn === null ? null : (((turn - frame + 360) % 360) as Turn);

function placedIn(frame: Frame, raw: RawRun, order: number): GlyphRun {
  const { x, y, along, size, length, above, below } = raw;
  // text that runs along (ux, uy) has its upper side towards (uy, -ux) when y points downwards
  const [ux, uy] = along;
  const corners = [
    [x + uy * size * above, y - ux * size * above],
    [x - uy * size * below, y + ux * size * below],
    [x + ux * length + uy * size * above, y + uy * length - ux * size * above],
    [x + ux * length - uy * size * below, y + uy * length + ux * size * below],
  ].map(([px = 0, py = 0]) => intoFrame(frame, px, py));
  const xs = corners.map(([px]) => px);
  const ys = corners.map(([, py]) => py);
  return {
    text: raw.text,
    font: raw.font,
    size,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    turn: against(turnOf(along), frame.turn),
    order,
  };
}

/** The text of a page of this size in the direction in which most of it is read; the runs in the order of the file. */
export function pageRuns(
  drawn: readonly RawRun[],
  size: { readonly width: number; readonly height: number },
): PageRuns {
  const raws = drawn.flatMap((raw) => {
    const text = isPlaced(raw) ? readable(raw.text) : '';
    return text === '' ? [] : [{ ...raw, text }];
  });
  const frame = frameOf(mainTurn(raws), size.width, size.height);
  const runs: GlyphRun[] = [];
  const athwart: GlyphRun[] = [];
  raws.forEach((raw, order) => {
    const placed = placedIn(frame, raw, order);
    (placed.turn === 0 ? runs : athwart).push(placed);
  });
  return { frame, runs, athwart };
}
