import type { Look } from '../../../model/document.js';
import { plainLook } from '../../../model/document.js';
import type { Leading, Margins } from './margins.js';
import {
  endsShort,
  faceEnds,
  farIndent,
  isBalanced,
  isCentred,
  isFull,
  isSignature,
  itemMark,
  otherFace,
  sentenceEnd,
} from './line-places.js';
import { joinLines, type Printed } from '../glyphs/print.js';
import type { Line } from '../lines/text-lines.js';

export interface TextParagraph extends Printed {
  readonly page: number;
  readonly look: Look;
}

/** What a note begins with that stands under the text it speaks of. */
const noteMark = /^[*＊※]/;
const wholeDate = /^[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/** A line in the middle, or lines that fill the measure down to the last, which stands in the middle. */
function isCentredText(lines: readonly Line[], marginsOf: (line: Line) => Margins): boolean {
  const last = lines[lines.length - 1];
  return last !== undefined && isCentred(last, marginsOf(last)) && lines.every((it) => isBalanced(it, marginsOf(it)));
}

/** A title that takes two lines, alike and centred, the first of them long or full. */
function titleGoesOn(lines: readonly Line[], last: Line, next: Line, margins: Margins): boolean {
  const width = last.right - last.left;
  return (
    lines.every((it) => isBalanced(it, margins)) &&
    isCentred(next, margins) &&
    last.page === next.page &&
    last.font === next.font &&
    !itemMark.test(next.text) &&
    width > 0.6 * (margins.right - margins.left) &&
    !sentenceEnd.test(last.text)
  );
}

/** True when `next` goes on with the paragraph that `lines` began; `after` is the line behind it. */
export function goesOn(
  lines: readonly Line[],
  next: Line,
  after: Line | undefined,
  marginsOf: (line: Line) => Margins,
): boolean {
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (!first || !last) return false;
  if (runsOtherwise(last, next)) return false;
  const em = Math.max(last.size, next.size);
  if (Math.abs(last.size - next.size) > 0.12 * em) return false;
  const sameColumn = last.page === next.page && last.column === next.column;
  const gap = sameColumn ? (next.top - last.bottom) / em : null;
  if (gap !== null && (gap > farGap || gap < -0.5)) return false;
  if (titleGoesOn(lines, last, next, marginsOf(last)) && (gap ?? 0) < 2.6) return true;
  if (gap !== null && isApart(lines, next, gap, marginsOf)) return false;
  if (isCentred(last, marginsOf(last)) && isCentred(next, marginsOf(next))) return false;
  if (isColumns(last, next) || noteMark.test(next.text)) return false;
  if (!isFull(last, next, marginsOf(last))) return false;
  return indentAgrees(lines, first, last, next, after, marginsOf);
}

/** Characters of a line of vertical prose at least; shorter ones side by side are names and titles. */
const fewestOfProse = 12;

/** True for lines that do not run on from one to the other: of parts that are turned against each other, or of blocks that run
 *  otherwise than their page. */
function runsOtherwise(last: Line, next: Line): boolean {
  if (last.page === next.page && last.frameWidth !== next.frameWidth) return true;
  if (last.column >= 0 && next.column >= 0) return false;
  return last.page !== next.page || last.column !== next.column || last.text.length < fewestOfProse;
}

/** Em of white between two lines beyond which nothing goes on, and up to which any text may be set. */
const farGap = 4;
const closeGap = 1.9;

/** True for lines as far apart as others are, in points or by their size; larger type in a line grid takes two of its lines. */
function isUsual(pitch: number, size: number, leading: Leading): boolean {
  const most = Math.max(leading.pitch, (leading.pitch * size) / leading.size);
  const double = size > leading.size && Math.abs(pitch - 2 * leading.pitch) < 0.05 * leading.pitch;
  return pitch <= most + 0.4 * size || double;
}

/** True for a gap that parts paragraphs: wider than those inside this one, or than is usual here for lines that run on. */
function isApart(lines: readonly Line[], next: Line, gap: number, marginsOf: (line: Line) => Margins): boolean {
  const [first, last, before] = [lines[0], lines[lines.length - 1], lines[lines.length - 2]];
  if (!first || !last) return true;
  const margins = marginsOf(last);
  if (before && before.page === last.page && before.column === last.column)
    return gap > (last.top - before.bottom) / last.size + 0.5;
  const { leading } = margins;
  if (leading && isUsual(next.top - last.top, next.size, leading)) return false;
  // a first line with an indent that ends inside a sentence has its second line at the margin, however far below
  const indented = first.left - margins.left > 0.8 * first.size;
  const insideSentence = indented && next.left < margins.left + 0.8 * next.size && !sentenceEnd.test(last.text);
  return insideSentence && !itemMark.test(next.text) ? false : gap > closeGap || leading !== null;
}

/** Rows of columns, not running text: both have wide gaps, or the first ends in a figure after one. */
const isColumns = (last: Line, next: Line): boolean =>
  last.lastPart !== null && (next.lastPart !== null || /\d[\d,]*(?:\.\d+)?[%％)）]?$/.test(last.lastPart.text));

/** A numbered line that ends early without a full stop, or that looks unlike the line before. */
function headingLike(last: Line, next: Line, margins: Margins): boolean {
  return (margins.right - next.right > 3 * next.size && !sentenceEnd.test(next.text)) || last.bold !== next.bold;
}

/** True for a line set in whose next stands at the margin: it begins a paragraph, and is none under a mark that hangs out. */
const opensParagraph = (line: Line, after: Line, margins: Margins): boolean =>
  after.page === line.page &&
  after.left - margins.left < 0.8 * after.size &&
  !itemMark.test(after.text) &&
  isFull(line, after, margins);

function indentAgrees(
  lines: readonly Line[],
  first: Line,
  last: Line,
  next: Line,
  after: Line | undefined,
  marginsOf: (line: Line) => Margins,
): boolean {
  const indent = (line: Line): number => (line.left - marginsOf(line).left) / line.size;
  const marked = itemMark.test(next.text);
  const ended = sentenceEnd.test(last.text);
  const step = indent(next) - indent(first);
  if (step < -farIndent) return false;
  // a signature and the date below it, each at the right by itself
  if (indent(next) > farIndent && wholeDate.test(next.text)) return false;
  if (isSignature(last, marginsOf(last)) && Math.abs(indent(next) - indent(last)) > 0.6) return false;
  if (!ended && faceEnds(last, next)) return false;
  if (indent(next) < 0.8) {
    if (ended && indent(first) < 0.8 && endsShort(last, marginsOf(last))) return false;
    return !(marked && ended && (indent(first) < 0.8 || headingLike(last, next, marginsOf(next))));
  }
  if (marked) return false;
  if (step > farIndent) return false;
  // a hanging indent: every line after the first stands under its text
  if (lines.length > 1) return Math.abs(indent(next) - indent(last)) < 0.6;
  if (step > 0.8 && indent(first) < 0.8 && after && opensParagraph(next, after, marginsOf(next))) return false;
  if (step > 0.8) return itemMark.test(first.text) || !ended;
  if (step < -0.8) return true;
  // two lines indented alike: most often two paragraphs
  return !ended && !itemMark.test(first.text) && !otherFace(last, next);
}

/** Makes one paragraph of its lines. */
export function paragraphOf(lines: readonly Line[], marginsOf: (line: Line) => Margins): TextParagraph {
  const printed = joinLines(lines);
  const first = lines[0];
  if (!first) return { ...printed, page: 0, look: plainLook };
  const longest = lines.reduce((most, it) => (it.text.length > most.text.length ? it : most), first);
  return {
    ...printed,
    page: first.page,
    look: {
      ...plainLook,
      bold: lines.every((it) => it.bold),
      centred: isCentredText(lines, marginsOf),
      fontSize: longest.size,
      fontName: longest.font,
    },
  };
}
