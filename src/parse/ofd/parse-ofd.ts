import { catalogue } from '../../model/catalogue.js';
import type { Document } from '../../model/document.js';
import { problem, type Problem } from '../../model/problem.js';
import { limitExceeded, ParseFailure } from '../failure.js';
import { assemble } from '../page/flow/assemble.js';
import { layOut, type PageLayout } from '../page/flow/layout.js';
import type { FontBook } from '../page/glyphs/font-face.js';
import { pageRuns } from '../page/glyphs/glyph-runs.js';
import { contentOf } from '../page/glyphs/page-content.js';
import type { Archive } from '../zip/archive.js';
import { drawingOf, type Drawing } from './drawing.js';
import { pointsPerMillimetre } from './numbers.js';
import { fontKeys, openOfd, type OfdDocument } from './package.js';

const mostPages = 5000;
const mostCharacters = 20_000_000;

/** What is known of an OFD file while its pages are read. */
class OfdReader {
  readonly layouts: PageLayout[] = [];
  readonly problems: Problem[] = [];
  readonly fonts: FontBook = new Map();
  /** Pages with any text. */
  told = 0;
  pictures = 0;
  private number = 0;
  private characters = 0;

  constructor(private readonly archive: Archive) {}

  document(document: OfdDocument, at: number): void {
    const fontOf = fontKeys(document, at, this.fonts);
    const templates = new Map<string, Drawing | null>();
    const template = (id: string): Drawing | null => {
      const part = document.templates.get(id);
      if (!templates.has(id)) templates.set(id, part === undefined ? null : this.drawing(part, document, fontOf));
      return templates.get(id) ?? null;
    };
    for (const part of document.pages) {
      const number = ++this.number;
      try {
        const drawing = this.drawing(part, document, fontOf);
        if (drawing === null) this.problems.push(problem('PAGE_FAILED', { page: number, reason: part }, number));
        else this.page(number, drawing, document, template);
      } catch (error) {
        if (error instanceof ParseFailure) throw error;
        const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
        this.problems.push(problem('PAGE_FAILED', { page: number, reason }, number));
      }
    }
  }

  private drawing(part: string, { area }: OfdDocument, fontOf: (id: string, weight: number) => string): Drawing | null {
    const entry = this.archive.read(part);
    if (entry === null) return null;
    const drawing = drawingOf(entry.bytes, part, area, fontOf);
    return { ...drawing, fault: entry.fault ?? drawing.fault };
  }

  private page(number: number, own: Drawing, document: OfdDocument, template: (id: string) => Drawing | null): void {
    const beneath = own.templates.flatMap((id) => template(id) ?? []);
    const { width, height } = own.area ?? document.area;
    const size = { width: width * pointsPerMillimetre, height: height * pointsPerMillimetre };
    const all = [...beneath, own];
    const runs = all
      .flatMap((it) => it.runs)
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height);
    const rulings = all.flatMap((it) => it.rulings);
    const content = contentOf(number, pageRuns(runs, size), rulings);
    const { fragments, athwart } = content;
    this.characters += fragments.reduce((sum, { text }) => sum + text.length, 0);
    if (this.characters > mostCharacters) throw limitExceeded('characters', this.characters);
    const pictures = all.reduce((sum, it) => sum + it.pictures, 0);
    this.pictures += pictures;
    if (own.fault !== null) this.problems.push(problem('PAGE_FAILED', { page: number, reason: own.fault }, number));
    if (fragments.length + athwart.length > 0) this.told++;
    else if (pictures > 0) this.problems.push(problem('PAGE_NO_TEXT', { page: number }, number));
    this.layouts.push(layOut(content, this.fonts, this.layouts.at(-1)?.gutter ?? null));
  }
}

/** An OFD package (GB/T 33190) as a document: what its pages draw is laid out as the print of a PDF is. Throws a ParseFailure. */
export function parseOfd(archive: Archive, file: string): Document {
  const documents = openOfd(archive);
  const pages = documents.reduce((sum, it) => sum + it.pages.length, 0);
  if (pages > mostPages) throw limitExceeded('pages', pages);
  const reader = new OfdReader(archive);
  documents.forEach((document, at) => reader.document(document, at));
  const counted = [
    ['pictures', reader.pictures],
    ['annotations', documents.filter((it) => it.hasAnnotations).length],
    ['signatures', archive.names.filter((name) => /\/SignedValue\.dat$/i.test(name)).length],
  ] as const;
  const ignored = counted.flatMap(([what, count]) =>
    count > 0 ? [problem('PART_IGNORED', { file, what, count })] : [],
  );
  const failed = reader.problems.filter(({ code }) => code === 'PAGE_FAILED');
  const scanned = reader.pictures > 0 ? [problem('NO_TEXT_LAYER', { file })] : [];
  const problems = [...(reader.told === 0 ? [...scanned, ...failed] : reader.problems), ...ignored];
  const partial = problems.some(({ code }) => catalogue[code].level !== 'info');
  return { format: 'ofd', pages, blocks: assemble(reader.layouts, pages), problems, partial };
}
