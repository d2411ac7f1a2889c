import type { Box } from '../../../model/document.js';
import { pageBox, type Frame, type Turn } from './frame.js';
import type { GlyphRun } from './glyph-runs.js';
import { glyphsOnce, type Glyph } from './glyphs.js';
import type { Ruling } from './ruling.js';

/** The smallest piece of print that is placed as one: a number, a word, a few Chinese characters. */
export interface Fragment {
  /** Without white space. */
  readonly text: string;
  /** In the frame of the page. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
  readonly font: string;
  /** A space, or a gap like one, stands before it in its run. */
  readonly spaced: boolean;
  /** Stands across the reading direction; `left` … `bottom` are its box all the same. */
  readonly athwart: boolean;
  /** How far its reading direction is turned against that of the page; null when it is askew. */
  readonly turn: Turn | null;
  /** The run that it is from, in the order of the file. */
  readonly run: number;
  readonly page: number;
  /** On the page as shown. */
  readonly box: Box;
}

export const middle = (it: { readonly top: number; readonly bottom: number }): number => (it.top + it.bottom) / 2;
export const centre = (it: { readonly left: number; readonly right: number }): number => (it.left + it.right) / 2;

type Class = 'figure' | 'word' | 'chinese' | 'mark';

function classOf(character: string): Class {
  if (/[0-9.,%\-+]/.test(character)) return 'figure';
  if (/[A-Za-z]/.test(character)) return 'word';
  return /[\u2E80-\u9FFF]|[\uD840-\uD87F]/.test(character) ? 'chinese' : 'mark';
}

/** Characters that one fragment holds at most, so that a box stays near what is quoted. */
const longest = 24;

/** Tells whether a line that runs down stands between two characters of one run: adjoining cells are often drawn in one go. */
function divider(rulings: readonly Ruling[], runs: readonly GlyphRun[]): (a: Glyph, b: Glyph) => boolean {
  const down = rulings.filter((it) => it.axis === 'down').sort((a, b) => a.at - b.at);
  const firstAfter = (x: number): number => {
    let [low, high] = [0, down.length];
    while (low < high) {
      const at = (low + high) >> 1;
      if ((down[at]?.at ?? Infinity) <= x) low = at + 1;
      else high = at;
    }
    return low;
  };
  return (a, b) => {
    const run = runs[a.run];
    if (!run || down.length === 0) return false;
    const [from, to, y] = [centre(a), centre(b), middle(run)];
    for (let i = firstAfter(from); i < down.length; i++) {
      const it = down[i];
      if (!it || it.at >= to) return false;
      if (it.from <= y && y <= it.to) return true;
    }
    return false;
  };
}

function fragmentOf(glyphs: readonly Glyph[], first: Glyph, run: GlyphRun, frame: Frame, page: number): Fragment {
  const box: Box = [first.left, run.top, glyphs[glyphs.length - 1]?.right ?? first.right, run.bottom];
  const [left, top, right, bottom] = box;
  return {
    text: glyphs.map((glyph) => glyph.text).join(''),
    left,
    top,
    right,
    bottom,
    size: run.size,
    font: run.font,
    spaced: first.spaced,
    athwart: false,
    turn: 0,
    run: run.order,
    page,
    box: pageBox(frame, box),
  };
}

/** Cuts the runs of one page into fragments, in the order of the file. */
export function fragmentsOf(
  runs: readonly GlyphRun[],
  frame: Frame,
  page: number,
  rulings: readonly Ruling[],
): Fragment[] {
  const divided = divider(rulings, runs);
  const fragments: Fragment[] = [];
  let open: Glyph[] = [];
  let openClass: Class = 'mark';
  const close = (): void => {
    const first = open[0];
    const run = first && runs[first.run];
    if (first && run) fragments.push(fragmentOf(open, first, run, frame, page));
    open = [];
  };
  for (const glyph of glyphsOnce(runs)) {
    const last = open[open.length - 1];
    const kind = classOf(glyph.text);
    // a doubled character that was dropped leaves a hole in its run
    const joins =
      last?.run === glyph.run &&
      !glyph.spaced &&
      kind === openClass &&
      open.length < longest &&
      glyph.left - last.right < 0.5 &&
      !divided(last, glyph);
    if (!joins) close();
    open.push(glyph);
    openClass = kind;
  }
  close();
  return fragments;
}

/** Text across the reading direction: one fragment a run, the second of two drawings of the same left out. */
export function athwartFragments(runs: readonly GlyphRun[], frame: Frame, page: number): Fragment[] {
  const seen = new Set<string>();
  return runs.flatMap(({ text, left, top, right, bottom, size, font, turn, order: run }) => {
    const plain = text.replace(/\s+/g, '');
    const key = `${plain} ${Math.round(left)} ${Math.round(top)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const box = pageBox(frame, [left, top, right, bottom]);
    return [{ text: plain, left, top, right, bottom, size, font, spaced: false, athwart: true, turn, run, page, box }];
  });
}
