import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { frameOf, intoFrame, type Frame, type Turn } from './frame.js';
import { plainIdeographs } from './plain-ideographs.js';

/** What pdf.js reads in one go: a stretch of text in one font on one line, in the frame of its page. */
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

export interface PageRuns {
  readonly frame: Frame;
  readonly runs: readonly GlyphRun[];
  /** Runs that stand athwart the reading direction: watermarks, labels turned on their side. */
  readonly athwart: readonly GlyphRun[];
}

type Matrix = readonly number[];

/** A run before its page's reading direction is known; on the page as shown, y downwards. */
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

function multiply(m: Matrix, n: Matrix): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = n;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

const readable = (text: string): string => plainIdeographs(text.replace(invisible, '').replace(/\s+/g, ' ').trim());

/** The runs that pdf.js extracted, but for those in fonts that `skip` names. */
function rawRuns(content: TextContent, viewport: Matrix, skip: (font: string) => boolean): RawRun[] {
  const raws: RawRun[] = [];
  for (const item of content.items) {
    if (!('str' in item) || skip(item.fontName)) continue;
    const text = readable(item.str);
    if (text === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiply(viewport, item.transform as Matrix);
    const vertical = content.styles[item.fontName]?.vertical === true;
    const size = Math.hypot(c, d);
    const [ux, uy] = vertical ? [-c, -d] : [a, b];
    const norm = Math.hypot(ux, uy);
    if (![x, y, size, norm].every(Number.isFinite) || norm === 0 || size < 0.5) continue;
    raws.push({
      text,
      font: item.fontName,
      size,
      x,
      y,
      along: [ux / norm, uy / norm],
      length: vertical ? item.height : item.width,
      above: vertical ? 0.5 : 0.86,
      below: vertical ? 0.5 : 0.14,
    });
  }
  return raws;
}

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

/** The page's text in the direction in which most of it is read. `vertical` replaces what pdf.js extracted of vertical fonts. */
export function pageRuns(
  content: TextContent,
  viewport: { transform: Matrix; width: number; height: number },
  vertical: readonly RawRun[] | null,
): PageRuns {
  const skip = (font: string): boolean => vertical !== null && content.styles[font]?.vertical === true;
  const added = (vertical ?? []).map((run) => Object.assign({}, run, { text: readable(run.text) }));
  const raws = [...rawRuns(content, viewport.transform, skip), ...added.filter((run) => run.text !== '')];
  const turn = mainTurn(raws);
  const frame = frameOf(turn, viewport.width, viewport.height);
  const runs: GlyphRun[] = [];
  const athwart: GlyphRun[] = [];
  raws.forEach((raw, order) => {
    const placed = placedIn(frame, raw, order);
    (placed.turn === 0 ? runs : athwart).push(placed);
  });
  return { frame, runs, athwart };
}
