import type { Line } from '../lines/text-lines.js';

/** Texts that stand side by side on a page, none of which parts the other: the report's, its footnotes, what runs otherwise. */
export type Flow = 'text' | 'note' | 'aside';

/** The lines of the paragraph that is open in each flow. */
export type OpenParagraphs = Partial<Record<Flow, Line[]>>;

/** What footnotes begin with. */
const noteStart = /^(?:[①-⑳⁰¹²³⁴-⁹*＊※]|[[［〔(（]?\d{1,2}[\]］〕)）]?(?![\d.．]*\d)|注)/;
/** Size of a footnote beside that of running text at most, and share of the page above which it never stands. */
const largest = 0.92;
const highest = 0.5;

function isFootnote({ text, note }: OpenParagraphs, line: Line, textSize: number): boolean {
  const last = text?.at(-1);
  if (!last || last.page !== line.page || last.column !== line.column || line.top < last.bottom) return false;
  if (line.size > largest * Math.min(last.size, textSize) || line.top < highest * line.frameHeight) return false;
  return noteStart.test(line.text) || note?.at(-1)?.page === line.page;
}

/** Which of the flows a line belongs to, by the paragraphs that are open; `textSize` is the em of most of the text. */
export function flowOf(open: OpenParagraphs, line: Line, textSize: number): Flow {
  if (line.column < 0) return 'aside';
  return isFootnote(open, line, textSize) ? 'note' : 'text';
}
