import { dense } from '../../../model/dense.js';
import { timesOf, type Line } from '../lines/text-lines.js';

/** Shares of a page's height in which headers and footers stand. */
const headZone = 0.115;
const footZone = 0.885;

export type Zone = 'header' | 'footer';

/** Where on its page a line stands; null for neither edge. */
export function zoneOf(line: Line): Zone | null {
  if (line.bottom < line.frameHeight * headZone) return 'header';
  return line.top > line.frameHeight * footZone ? 'footer' : null;
}

/** Captions of tables stand at the same height on page after page, and are the report's own words. */
const caption = /单位[:：]|编制|^附?表\d|^公开\d{1,3}(?:-\d+)?表/;
/** A number that counts what follows, not pages. */
const itemNumber = /^(?:\d{1,3}[.．、]|[(（]\d{1,3}[)）])/;

/** Pages that a line refers to, or which of them it stands on. */
const pageReference = /第[\d〇零一二三四五六七八九十百]+页/g;

/** Heights within two neighbouring bands of so many points are the same place. */
const band = 4;
/** Print is smaller than the text from this many points on. */
const smaller = 0.8;

/** The wordings that a line may share with others: all its numbers the same, or one of them keeping step with the pages. */
function wordings(line: Line): string[] {
  const text = dense(line.text).replace(pageReference, '第#页');
  if (itemNumber.test(text)) return [text];
  const numbers = [...text.matchAll(/\d+/g)];
  const stepping = numbers.map(({ 0: number, index }) => {
    const step = `#${Number(number) - line.page}`;
    return text.slice(0, index) + step + text.slice(index + number.length);
  });
  return [text, ...stepping];
}

const placeOf = (line: Line, shift = 0): string => `${zoneOf(line)} ${Math.round(line.top / band) + shift}`;

/** Pages by what stands on them and where; looked up with the neighbouring band. */
class Places {
  readonly #pages = new Map<string, Set<number>>();

  add(line: Line, what: string): void {
    const key = `${placeOf(line)} ${what}`;
    const met = this.#pages.get(key);
    if (met) met.add(line.page);
    else this.#pages.set(key, new Set([line.page]));
  }

  /** Pages with the same at the same place. */
  pagesOf(line: Line, what: string): ReadonlySet<number> {
    const [above, own, below] = [-1, 0, 1].map((shift) => this.#pages.get(`${placeOf(line, shift)} ${what}`));
    const [upper, lower] = [above, below].map((it) => new Set([...(own ?? []), ...(it ?? [])]));
    return (upper?.size ?? 0) > (lower?.size ?? 0) ? (upper ?? new Set()) : (lower ?? new Set());
  }
}

/** Lines that stand at the same place on several pages. Two pages are enough where the document has few, or the print is smaller
 *  than that of the text. */
function repeated(candidates: readonly Line[], pages: number, textSize: number): Set<Line> {
  const places = new Places();
  for (const line of candidates) for (const wording of wordings(line)) places.add(line, wording);
  return new Set(
    candidates.filter((line) => {
      const wanted = pages <= 4 || line.size < textSize - smaller ? 2 : 3;
      return wordings(line).some((wording) => places.pagesOf(line, wording).size >= wanted);
    }),
  );
}

const lookOf = (line: Line): string => `${Math.round(line.size * 2)} ${line.font} ${line.bold}`;

/** Headers that name the chapter: smaller than the text, the outermost line at one place on most pages, each wording on two pages or
 *  standing in the text as well. `outermost` are the first and the last line of each page. */
function changing(outermost: readonly Line[], lines: readonly Line[], pages: number, textSize: number): Set<Line> {
  const candidates = outermost.filter((line) => line.size < textSize - smaller && dense(line.text).length > 1);
  const places = new Places();
  for (const line of candidates) places.add(line, lookOf(line));
  const times = timesOf(lines);
  const found = candidates.filter((line) => places.pagesOf(line, lookOf(line)).size >= Math.max(3, pages / 2));
  const again = found.filter((line) => (times.get(dense(line.text)) ?? 0) > 1);
  return new Set(again.length >= 0.7 * found.length ? found : []);
}

/** The lines of a document as running heads are looked for among them. */
export interface Edges {
  readonly lines: readonly Line[];
  /** Those nearest to the edges of each page, and the very first and last but for page numbers. */
  readonly edge: readonly Line[];
  readonly outermost: readonly Line[];
  readonly pages: number;
  /** Em of most of the text. */
  readonly textSize: number;
}

/** Running headers and footers of a document. */
export function runningHeads({ lines, edge, outermost, pages, textSize }: Edges): Set<Line> {
  const isCaption = (line: Line): boolean => caption.test(dense(line.text));
  const fixed = repeated(
    edge.filter((line) => !isCaption(line)),
    pages,
    textSize,
  );
  const rest = outermost.filter((line) => !isCaption(line) && !fixed.has(line));
  return new Set([...fixed, ...changing(rest, lines, pages, textSize)]);
}
