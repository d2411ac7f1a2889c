import { dense } from '../../../model/dense.js';
import type { FontBook } from '../glyphs/font-face.js';
import type { Row } from './lines.js';
import { prevailing } from '../glyphs/prevailing.js';
import { joinFragments, type Printed } from '../glyphs/print.js';

/** A line of running text. */
export interface Line extends Printed {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Em of most of its characters. */
  readonly size: number;
  /** Of its Chinese characters where it has any: figures are often in another. */
  readonly font: string | null;
  /** Of its first and its last Chinese character; null without any. */
  readonly startFont: string | null;
  readonly endFont: string | null;
  /** Every character is in a bold or display face. */
  readonly bold: boolean;
  /** Of the frame that it was read in. */
  readonly frameWidth: number;
  readonly frameHeight: number;
  /** 0 for the whole width; 1 and 2 for the columns of a page with two; below 0 for blocks that run otherwise than the page. */
  readonly column: number;
  /** Where the line has a gap of several em: the last part, such as the page number in a table of contents. */
  readonly lastPart: Printed | null;
}

export function lineOf(
  row: Row,
  fonts: FontBook,
  frame: { readonly width: number; readonly height: number },
  column: number,
): Line {
  const { fragments, left, top, right, bottom } = row;
  const visible = fragments.filter((it) => /[\p{L}\p{N}]/u.test(it.text));
  const chinese = visible.filter((it) => /\p{Script=Han}/u.test(it.text));
  const font = prevailing([chinese, visible, fragments].find((it) => it.length > 0) ?? [], (it) => it.font);
  const nameOf = (id: string | null | undefined): string | null => (id == null ? null : (fonts.get(id)?.name ?? null));
  let cut = 0;
  for (let i = 1; i < fragments.length; i++) {
    const [a, b] = [fragments[i - 1], fragments[i]];
    if (a && b && b.left - a.right > 2 * b.size) cut = i;
  }
  return {
    ...joinFragments(fragments),
    page: fragments[0]?.page ?? 0,
    left,
    top,
    right,
    bottom,
    size: prevailing(fragments, (it) => Math.round(it.size * 10) / 10) ?? 0,
    font: nameOf(font),
    startFont: nameOf(chinese[0]?.font),
    endFont: nameOf(chinese.at(-1)?.font),
    bold: visible.length > 0 && visible.every((it) => fonts.get(it.font)?.bold === true),
    frameWidth: frame.width,
    frameHeight: frame.height,
    column,
    lastPart: cut > 0 ? joinFragments(fragments.slice(cut)) : null,
  };
}

/** Em of most of the text of these lines. */
export const textSizeOf = (lines: readonly Line[]): number => prevailing(lines, (it) => it.size) ?? 0;

/** How often each wording stands among these lines. */
export function timesOf(lines: readonly Line[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const line of lines) times.set(dense(line.text), (times.get(dense(line.text)) ?? 0) + 1);
  return times;
}
