import type { RawRun } from '../page/glyphs/glyph-runs.js';
import type { PDFPageProxy } from './open.js';
import { times, type Matrix } from './operators.js';

/** What of an annotation matters here, as pdf.js tells it. */
interface Annotation {
  readonly subtype: string;
  /** Tx for text, Ch for a choice, Btn for a box to tick. */
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  /** Lines of its appearance. */
  readonly textContent?: readonly string[] | null;
  readonly contentsObj?: { readonly str: string };
  readonly rect: readonly number[];
  readonly annotationFlags?: number;
  readonly defaultAppearanceData?: { readonly fontSize?: number };
  /** 0 left, 1 centred, 2 right. */
  readonly textAlignment?: number | null;
}

/** Flags of what is not shown: hidden, not viewed. */
const notShown = 0x02 | 0x20;
/** Em of text whose size is left to the reader, at most, and how much of the height of its box that takes. */
const usualSize = 12;
const shareOfHeight = 0.75;
const mostCharacters = 100_000;

/** What an annotation says on the page: the value of a field, or text written over it. Notes that open elsewhere say nothing there. */
function linesOf(it: Annotation): readonly string[] {
  if (it.subtype === 'Widget' && (it.fieldType === 'Tx' || it.fieldType === 'Ch')) {
    const values: readonly unknown[] = Array.isArray(it.fieldValue) ? it.fieldValue : [it.fieldValue];
    return values.filter((value) => typeof value === 'string').flatMap((value) => value.split(/\r\n?|\n/));
  }
  if (it.subtype !== 'FreeText') return [];
  return it.textContent && it.textContent.length > 0 ? it.textContent : (it.contentsObj?.str ?? '').split(/\r\n?|\n/);
}

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1), 0);

function runsOf(it: Annotation, viewport: Matrix): RawRun[] {
  const lines = linesOf(it).filter((line) => line.trim() !== '' && line.length < mostCharacters);
  const [left = 0, bottom = 0, right = 0, top = 0] = it.rect;
  const [wide, high] = [right - left, top - bottom];
  if (lines.length === 0 || wide <= 0 || high <= 0) return [];
  const set = it.defaultAppearanceData?.fontSize ?? 0;
  const size = set > 0 ? set : Math.min(usualSize, (shareOfHeight * high) / lines.length);
  const pitch = Math.min(1.2 * size, high / lines.length);
  // one line stands half way up its box, several from the top
  const first = lines.length === 1 ? (top + bottom) / 2 - 0.36 * size : top - size;
  return lines.map((text, i) => {
    const length = Math.min(widthOf(text) * size, wide);
    const indent = ((wide - length) * (it.textAlignment ?? 0)) / 2;
    const [a, b, , , x, y] = times(viewport, [1, 0, 0, 1, left + indent, first - i * pitch]);
    const scale = Math.hypot(a, b);
    const along = [a / scale, b / scale] as const;
    return { text, font: '', size: size * scale, x, y, along, length: length * scale, above: 0.86, below: 0.14 };
  });
}

/** What the fields of a form and the text written over a page say; pdf.js leaves both out of a page's text. */
export async function annotationRuns(page: PDFPageProxy, viewport: Matrix): Promise<RawRun[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  return annotations.filter((it) => ((it.annotationFlags ?? 0) & notShown) === 0).flatMap((it) => runsOf(it, viewport));
}
