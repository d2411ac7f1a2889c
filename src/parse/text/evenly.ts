import { listMark, tabular } from './broken.js';
import { gapBetween, widthOf } from './wrapped.js';

/**
 * Lines that were broken at one width, where nothing but that tells so: the long lines are all as wide as each other, they stop in the
 * middle of sentences, and they hold the punctuation of sentences.
 */

const narrowest = 40;
const widest = 130;
/** A wide character and a mark that may not begin a line. */
const slack = 4;
const fewestFull = 3;
/** Of the long lines, and of those that are full. */
const most = 0.7;

const ended = /[。！？；：!?;:]["”』」》）)]?\s*$/;
const punctuated = /[，。；、：]/;
const starts = /^(?:\u3000|\s{2,}|$)/;
/** What an editor moves to the next line in one piece. */
const unbroken = /^[A-Za-z0-9.,，%％:/-]+[，。、；：]?/;

interface Line {
  readonly text: string;
  readonly width: number;
}

/** True for a line that had no room for what the next one begins with. */
function isFull(line: Line, next: Line | undefined, width: number): boolean {
  const piece = next ? (unbroken.exec(next.text)?.[0] ?? '') : '';
  return line.width + Math.max(slack, widthOf(piece) + 2) >= width;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** True for two lines that say the like of each other in order, as the points of a list do. */
function isAlike({ text }: Line, other: Line | undefined): boolean {
  const marks = (line: string): string => line.replace(/[^，。；、：]+/g, '');
  const first = (line: string): number => line.search(punctuated);
  if (other === undefined || marks(text).length < 1 || marks(text) !== marks(other.text)) return false;
  return Math.abs(first(text) - first(other.text)) <= 2;
}

/** The width that the lines were broken at; null where they do not show one. */
function evenWidth(lines: readonly Line[]): number | null {
  const written = lines.filter(({ text }) => text !== '' && !tabular.test(text));
  const width = written.reduce((found, line) => Math.max(found, line.width), 0);
  if (width < narrowest) return null;
  const measured = lines.map((line, i) => ({ ...line, full: isFull(line, lines[i + 1], width) }));
  const full = measured.filter((line) => line.full && !tabular.test(line.text));
  const open = full.filter(({ text }) => !ended.test(text));
  const said = full.filter(({ text }) => punctuated.test(text));
  const short = measured.filter(
    ({ text, full: whole, width: own }, i) =>
      !whole && own * 2 > width && !ended.test(text) && !tabular.test(text) && !starts.test(lines[i + 1]?.text ?? ''),
  );
  const closed = measured.some(
    (line, i) => !line.full && /[。！？]$/.test(line.text) && measured[i - 1]?.full === true,
  );
  const certain =
    closed &&
    open.length >= fewestFull &&
    share(full.length, full.length + short.length) >= most &&
    share(open.length, full.length) >= most &&
    share(said.length, full.length) >= most &&
    share(full.filter((line, i) => i > 0 && isAlike(line, full[i - 1])).length, full.length - 1) <= 0.5;
  return certain ? width : null;
}

/** Lines as given, or those joined that one width broke. Never a heading, an item or a row of a table; nor what stands behind a sentence's end. */
export function joinEven(texts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run: Line[] = [];
  for (const text of texts) {
    const line = { text: text.trimEnd(), width: widthOf(text.trimEnd()) };
    if (line.width <= widest) run.push(line);
    else {
      joined.push(...joinRun(run), text);
      run = [];
    }
  }
  joined.push(...joinRun(run));
  return joined;
}

/** Lines between those that are longer than any editor breaks at. */
function joinRun(lines: readonly Line[]): readonly string[] {
  const width = evenWidth(lines);
  if (width === null) return lines.map(({ text }) => text);
  const joined: string[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const goesOn =
      above !== undefined &&
      above.text !== '' &&
      isFull(above, line, width) &&
      !ended.test(above.text) &&
      ![above.text, line.text].some((text) => tabular.test(text)) &&
      !starts.test(line.text) &&
      !listMark.test(line.text);
    const last = joined.length - 1;
    if (goesOn) joined[last] += gapBetween(joined[last] ?? '', line.text) + line.text;
    else joined.push(line.text);
  });
  return joined;
}
