import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { groupedBy } from '../../model/grouped.js';
import { limitExceeded } from '../failure.js';
import type { FontBook } from '../page/glyphs/font-face.js';
import { pageRuns, type GlyphRun, type RawRun } from '../page/glyphs/glyph-runs.js';
import { contentOf, type PageContent } from '../page/glyphs/page-content.js';
import type { Ruling } from '../page/glyphs/ruling.js';
import { annotationRuns } from './annotations.js';
import { drawnText } from './drawn-text.js';
import { learnFonts } from './fonts.js';
import type { PDFPageProxy } from './open.js';
import { matrixOf, type OperatorCodes } from './operators.js';
import { paintedLines } from './painted-lines.js';
import { seenOn, type Layers, type Seen } from './seen.js';
import { textRuns } from './text-runs.js';
import { distrustOf } from './trust.js';

/** A page as it was read, and what is to be known of it. */
export interface ReadPage {
  readonly content: PageContent;
  /** Why its text cannot be trusted; null when it can. */
  readonly distrust: string | null;
  readonly seen: Seen;
}

/** A page of a broadsheet's stock list has some ten thousand; more is an attack or a defect. */
const mostItems = 100_000;

async function textOf(page: PDFPageProxy): Promise<TextContent> {
  const content: TextContent = { items: [], styles: {}, lang: null };
  const reader = page
    .streamTextContent({ disableNormalization: true })
    .getReader() as ReadableStreamDefaultReader<TextContent>;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return content;
    for (const item of value.items) content.items.push(item);
    Object.assign(content.styles, value.styles);
    if (content.items.length > mostItems) {
      await reader.cancel(new Error('too many text items'));
      throw limitExceeded('text items on a page', content.items.length);
    }
  }
}

/** The number or mark of a list item, which has a gap after it in any list. */
const listMark =
  /^(?:[（(][\dA-Za-z一二三四五六七八九十]{1,3}[)）]|[\dA-Za-z一二三四五六七八九十]{1,3}[.、．)）]|[-—–•·●○■◆※])$/;

/** Heights in em at which two list items may be rows of a table. */
const rowPitch = 3;

/** True when text stands side by side with gaps, three pieces on one height or two on two: where no table can be, lines need not be
 *  read. The gap after the mark of a list item counts only where the next item stands under it as closely as a row does. */
function hintsTable(runs: readonly GlyphRun[]): boolean {
  const byHeight = groupedBy(runs, (run) => Math.round((run.top + run.bottom) / 8));
  let gapped = 0;
  const marks: GlyphRun[] = [];
  for (const list of byHeight.values()) {
    const ordered = [...list].sort((a, b) => a.left - b.left);
    const gaps = ordered.filter((run, i) => i > 0 && run.left - (ordered[i - 1]?.right ?? run.left) > 0.6 * run.size);
    if (gaps.length >= 2) return true;
    const [first] = ordered;
    if (gaps.length === 0 || !first) continue;
    if (gaps[0] === ordered[1] && listMark.test(first.text)) marks.push(first);
    else if (++gapped >= 2) return true;
  }
  marks.sort((a, b) => a.top - b.top);
  return marks.some((mark, i) => {
    const above = marks[i - 1];
    return above && mark.top - above.top < rowPitch * mark.size && Math.abs(mark.left - above.left) < mark.size;
  });
}

/** A blank within a number, which may be a point that its font calls so. */
const gapInNumber = /\d[\d,]* \d{1,3}(?!\d)/;

/** Share of the shorter of two runs that lies under the other where one is printed over the other. */
const mostUnder = 0.5;

/** True when different words are printed over each other, of which a person may see one only. */
function isOverprinted(runs: readonly GlyphRun[]): boolean {
  const ordered = [...runs].sort((a, b) => a.left - b.left);
  const byHeight = groupedBy(ordered, (run) => Math.round((run.top + run.bottom) / 8));
  for (const line of byHeight.values()) {
    let last: GlyphRun | undefined;
    for (const run of line) {
      const shared = last ? Math.min(last.right, run.right) - run.left : 0;
      const shorter = last ? Math.min(last.right - last.left, run.right - run.left) : 0;
      if (last && shared > mostUnder * shorter && shared > run.size && last.text !== run.text) return true;
      if (!last || run.right > last.right) last = run;
    }
  }
  return false;
}

/** True where some text may not be what a person sees: it lies over other text, or a number has a gap. */
const hintsUnseen = (runs: readonly GlyphRun[]): boolean =>
  runs.some((run) => gapInNumber.test(run.text)) || isOverprinted(runs);

/** True for text that begins or ends on the page. */
function isOn(
  { x, y, along, length }: RawRun,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const within = (px: number, py: number): boolean => px >= 0 && px <= width && py >= 0 && py <= height;
  return within(x, y) || within(x + along[0] * length, y + along[1] * length);
}

/** What is known of a document before its pages are read. */
export interface Document {
  readonly fonts: FontBook;
  readonly codes: OperatorCodes;
  readonly layers: Layers;
  /** Tells of a page in these fonts whether to read its operators in any case. */
  readonly wary: (used: readonly string[]) => boolean;
}

const nothingSeen: Seen = { textInvisible: false, blank: false, unseen: new Map(), outside: false, misread: false };

/** Reads the text of a page, and its operators where they may draw a table, its fonts are new, its writing is vertical, or words lie
 *  over each other. What nobody sees is left out, unless it is most of the text. */
export async function readPage(page: PDFPageProxy, number: number, document: Document): Promise<ReadPage> {
  const { fonts, codes, layers, wary } = document;
  const viewport = page.getViewport({ scale: 1 });
  const transform = matrixOf(viewport.transform) ?? [1, 0, 0, 1, 0, 0];
  const content = await textOf(page);
  const used = Object.keys(content.styles);
  const isVertical = (font: string): boolean => content.styles[font]?.vertical === true;
  const added = await annotationRuns(page, transform);
  let read = pageRuns([...textRuns(content, transform, () => false), ...added], viewport);
  let lines: readonly Ruling[] = [];
  let seen = nothingSeen;
  const vertical = used.some(isVertical);
  const empty = read.runs.length === 0;
  const unknown = empty || vertical || wary(used) || used.some((font) => !fonts.has(font));
  if (unknown || hintsTable(read.runs) || hintsUnseen(read.runs)) {
    const operators = await page.getOperatorList();
    learnFonts(fonts, page, used);
    seen = seenOn(operators, codes, transform, viewport, layers);
    const drawn = (wanted: (index: number, font: string) => boolean): RawRun[] =>
      drawnText(operators, codes, transform, isVertical, wanted).filter((run) => isOn(run, viewport));
    if ((seen.unseen.size > 0 && !seen.textInvisible) || seen.misread)
      read = pageRuns([...drawn((index) => seen.textInvisible || !seen.unseen.has(index)), ...added], viewport);
    else if (vertical)
      read = pageRuns(
        [...textRuns(content, transform, isVertical), ...drawn((_, font) => isVertical(font)), ...added],
        viewport,
      );
    if (!empty) lines = paintedLines(operators, codes, transform);
  }
  const said = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  return {
    content: contentOf(number, read, lines),
    distrust: seen.textInvisible ? '扫描件上的识别文字' : distrustOf(said),
    seen,
  };
}
