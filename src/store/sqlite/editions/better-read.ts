import { formats } from '../../../model/document.js';
import type { Report } from '../../../model/report.js';

/** What says how well a document was read. */
export interface Standing {
  readonly document: number;
  readonly sha256: string;
  readonly state: Report['state'];
  readonly format: Report['format'];
  /** Problems met in reading it that are more than information. */
  readonly notices: number;
  /** Figures that tell it from others; each once. */
  readonly marks: ReadonlySet<string>;
  readonly tables: number;
  readonly corrected: boolean;
  readonly filledOn: string | null;
}

/** An edition that has less of the figures of the fullest is a part of the report. */
const whole = 0.8;
const ranked: readonly Report['format'][] = [...formats, null];

/**
 * The editions of one report, the one that counts first: one with the whole of it before a part; read in full before in part;
 * with fewer notices; one that corrects an earlier one; filed later; with more different figures; with more tables; in a format
 * that keeps more of the structure. Contents alone decide, never where a file lies or when it came.
 */
export function inOrderOfReading<T extends Standing>(editions: readonly T[]): T[] {
  const fullest = Math.max(...editions.map(({ marks }) => marks.size));
  const places = (it: T): readonly (number | string)[] => [
    it.marks.size >= whole * fullest ? 0 : 1,
    it.state === 'ok' ? 0 : it.state === 'ok_partial' ? 1 : 2,
    it.notices,
    it.corrected ? 0 : 1,
    // later dates first: the complement of each digit orders as they do backwards
    (it.filledOn ?? '').replace(/\d/g, (digit) => String(9 - Number(digit))) || 'none',
    -it.marks.size,
    -it.tables,
    ranked.indexOf(it.format),
    it.sha256,
  ];
  const known = new Map(editions.map((it) => [it, places(it)]));
  return editions.toSorted((a, b) => {
    const [x = [], y = []] = [known.get(a), known.get(b)];
    const at = x.findIndex((it, place) => it !== y[place]);
    const [one, two] = [x[at] ?? 0, y[at] ?? 0];
    return one < two ? -1 : one > two ? 1 : 0;
  });
}
