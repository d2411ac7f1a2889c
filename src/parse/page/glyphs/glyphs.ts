import type { GlyphRun } from './glyph-runs.js';

/** One printed character. A PDF states where a run begins and ends; inside it, positions are shared out by usual widths. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Index of its run. */
  readonly run: number;
  /** A space (or a gap like one) stands before it inside the run. */
  readonly spaced: boolean;
}

const wide = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]|[\uD840-\uD87F]/;
/** Half or full width as the font likes: full where the run is Chinese. */
const either = /[\u00B7\u2010-\u2027\u2030-\u203B\u2160-\u217F\u2190-\u22FF\u2460-\u27BF]/;

/** How wide a character is printed, in em. */
interface Width {
  readonly em: number;
  readonly full: boolean;
  /** Full only where its run is Chinese. */
  readonly either: boolean;
}

/** Widths of the characters met so far; a report has a few thousand different ones. */
const widthsMet = new Map<string, Width>();
const mostWidths = 50_000;

function widthOf(character: string): Width {
  const met = widthsMet.get(character);
  if (met) return met;
  const full = wide.test(character);
  const width = { em: full ? 1 : narrowWidth(character), full, either: either.test(character) };
  if (widthsMet.size < mostWidths) widthsMet.set(character, width);
  return width;
}

/** Usual widths in em of characters narrower than a Chinese one. */
function narrowWidth(character: string): number {
  if (character === ' ') return 0.33;
  if (/[.,:;'!|ijl]/.test(character)) return 0.28;
  if (/[MWmw%@]/.test(character)) return 0.85;
  return /[A-Z&]/.test(character) ? 0.66 : 0.52;
}

/** Width in em of each character, stretched so that together they fill `length` em. */
function advances(characters: readonly string[], length: number): readonly number[] {
  const usual = characters.map(widthOf);
  const chinese = usual.some((it) => it.full);
  const full = usual.map((it) => it.full || (chinese && it.either));
  const widths = usual.map((it, i) => (full[i] ? 1 : it.em));
  let [fixed, loose, narrow] = [0, 0, 0];
  widths.forEach((width, i) => {
    if (full[i]) fixed += width;
    else [loose, narrow] = [loose + width, narrow + 1];
  });
  // the old Chinese faces give every narrow character half an em
  if (narrow > 0 && Math.abs((length - fixed) / narrow - 0.5) < 0.02) return full.map((it) => (it ? 1 : 0.5));
  const rest = (length - fixed) / loose;
  // the Chinese characters keep their em where the others can take up the difference
  if (loose > 0 && rest > 0.5 && rest < 2) return widths.map((width, i) => (full[i] ? width : width * rest));
  const even = length / (fixed + loose);
  return widths.map((width) => width * even);
}

function glyphsOf(run: GlyphRun, index: number): Glyph[] {
  const characters = [...run.text];
  const widths = advances(characters, (run.right - run.left) / run.size);
  const glyphs: Glyph[] = [];
  let at = run.left;
  let spaced = false;
  characters.forEach((text, i) => {
    const right = at + (widths[i] ?? 0) * run.size;
    if (text !== ' ') glyphs.push({ text, left: at, right, run: index, spaced });
    spaced = text === ' ';
    at = right;
  });
  return glyphs;
}

/** Rows of the page in which runs and characters drawn so far are looked up, in points. */
const band = 4;

/** Runs of one band that are compared with a new one: a line of print has a few dozen, and a heap of thousands must not take long. */
const mostNear = 300;

/** Indexes of the runs that lie over another one: only there can a character have been drawn twice. */
function overlapping(runs: readonly GlyphRun[]): Set<number> {
  const found = new Set<number>();
  const bands = new Map<number, number[]>();
  runs.forEach((run, index) => {
    const row = Math.round(run.bottom / band);
    for (let near = row - 1; near <= row + 1; near++) {
      for (const other of bands.get(near)?.slice(-mostNear) ?? []) {
        const before = runs[other];
        if (!before || Math.min(before.right, run.right) - Math.max(before.left, run.left) < 0.15 * run.size) continue;
        found.add(index).add(other);
      }
    }
    const mine = bands.get(row);
    if (mine) mine.push(index);
    else bands.set(row, [index]);
  });
  return found;
}

type Drawn = readonly [left: number, bottom: number, run: number];

/** All characters of the runs. One drawn twice or more at nearly the same place (imitated bold, a shadow) counts once. */
export function glyphsOnce(runs: readonly GlyphRun[]): Glyph[] {
  const doubtful = overlapping(runs);
  const drawn = new Map<string, Drawn[]>();
  const isTwice = (glyph: Glyph, run: GlyphRun): boolean => {
    const row = Math.round(run.bottom / band);
    const slackX = Math.max(0.35 * (glyph.right - glyph.left), 0.5);
    const slackY = 0.2 * run.size;
    const near = ([left, bottom, other]: Drawn): boolean =>
      other !== glyph.run && Math.abs(left - glyph.left) < slackX && Math.abs(bottom - run.bottom) < slackY;
    if (
      [row - 1, row, row + 1].some((it) =>
        drawn
          .get(glyph.text + it)
          ?.slice(-mostNear)
          .some(near),
      )
    )
      return true;
    const before = drawn.get(glyph.text + row);
    if (before) before.push([glyph.left, run.bottom, glyph.run]);
    else drawn.set(glyph.text + row, [[glyph.left, run.bottom, glyph.run]]);
    return false;
  };
  return runs.flatMap((run, index) => {
    const glyphs = glyphsOf(run, index);
    return doubtful.has(index) ? glyphs.filter((glyph) => !isTwice(glyph, run)) : glyphs;
  });
}
