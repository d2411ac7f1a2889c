import type { Parsed } from '../../model/document.js';
import { catalogue } from '../../model/catalogue.js';
import { problem, type Problem } from '../../model/problem.js';
import { damaged, limitExceeded, ParseFailure } from '../failure.js';
import { assemble } from '../page/flow/assemble.js';
import type { FontBook } from '../page/glyphs/font-face.js';
import { layOut, type PageLayout } from '../page/flow/layout.js';
import { pdfjs } from './library.js';
import { openPdf, withPage, type OpenPdf } from './open.js';
import { usualMostPages } from './page-limit.js';
import { readPage } from './read-page.js';
import type { Seen, Unseen } from './seen.js';

const mostCharacters = 20_000_000;
const tailSize = 4096;
const cutReason = '文件结尾缺失';

/** Reads a PDF with a text layer. Never throws for anything that the bytes hold. */
export async function parsePdf(
  bytes: Uint8Array,
  fileName: string,
  mostPages: number = usualMostPages,
): Promise<Parsed> {
  let open: OpenPdf | null = null;
  try {
    open = await openPdf(bytes);
    return await readDocument(open, bytes, fileName, mostPages);
  } catch (error) {
    const failure = error instanceof ParseFailure ? error : damaged(reasonOf(error));
    return failure.toParsed(fileName, 'pdf');
  } finally {
    await open?.close();
  }
}

/** The last bytes of a whole PDF tell where its parts stand; a cut one lacks them. */
function isCut(bytes: Uint8Array): boolean {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-tailSize));
  return !tail.includes('startxref') && !tail.includes('%%EOF');
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

/** Lines that may stand below the last table of a page that goes on: a note, a page number, a footer. */
const mostBelow = 3;

/** True when the last thing on a page, but for a few lines, is a table. */
const endsInTable = ({ elements }: PageLayout): boolean =>
  elements.slice(-1 - mostBelow).some((element) => 'table' in element);

/** Why text of a page was left out. */
const reasonsOf = ({ unseen, outside, textInvisible }: Seen): ReadonlySet<Unseen> =>
  new Set([...(textInvisible ? [] : unseen.values()), ...(outside ? (['outside'] as const) : [])]);

interface Read {
  readonly layouts: readonly PageLayout[];
  readonly problems: readonly Problem[];
  /** Pages with any text. */
  readonly told: number;
}

async function readPages(open: OpenPdf, pages: number): Promise<Read> {
  const { OPS } = (await pdfjs()).library;
  const fonts: FontBook = new Map();
  const layouts: PageLayout[] = [];
  const problems: Problem[] = [];
  let [told, characters, wary] = [0, 0, false];
  /** Fonts in which words lay unseen over a scan: they may again, pages later. */
  const unseen = new Set<string>();
  const pagesUnseen = new Map<Unseen, number[]>();
  const layers = await open.document.getOptionalContentConfig();
  const layered = [...layers].some(([, layer]) => !layer.visible);
  const isWary = (used: readonly string[]): boolean => layered || wary || used.some((font) => unseen.has(font));
  const known = { fonts, codes: OPS, layers, wary: isWary };
  for (let number = 1; number <= pages; number++) {
    try {
      const read = await withPage(open, number, (page) => readPage(page, number, known));
      const { content, distrust, seen } = read;
      const { fragments, athwart } = content;
      characters += fragments.reduce((sum, it) => sum + it.text.length, 0);
      if (characters > mostCharacters) throw limitExceeded('characters', characters);
      if (fragments.length + athwart.length > 0) told++;
      else if (!seen.blank) problems.push(problem('PAGE_NO_TEXT', { page: number }, number));
      if (distrust !== null) problems.push(problem('PAGE_UNRELIABLE', { page: number, reason: distrust }, number));
      for (const reason of reasonsOf(seen)) pagesUnseen.set(reason, [...(pagesUnseen.get(reason) ?? []), number]);
      const layout = layOut(content, fonts, layouts.at(-1)?.gutter ?? null);
      layouts.push(layout);
      if (seen.textInvisible) for (const { font } of fragments) unseen.add(font);
      // a table may go on in a row that hints at none
      wary = endsInTable(layout);
    } catch (error) {
      if (error instanceof ParseFailure) throw error;
      problems.push(problem('PAGE_FAILED', { page: number, reason: reasonOf(error) }, number));
    }
  }
  for (const [reason, on] of pagesUnseen) {
    const page = on[0] ?? 1;
    problems.push(problem('TEXT_UNSEEN', { reason, count: on.length, page }, page));
  }
  return { layouts, problems, told };
}

async function readDocument(open: OpenPdf, bytes: Uint8Array, fileName: string, mostPages: number): Promise<Parsed> {
  const pages = open.document.numPages;
  if (pages > mostPages) throw limitExceeded('pages', pages);
  const { layouts, problems: met, told } = await readPages(open, pages);
  const failed = met.filter((it) => it.code === 'PAGE_FAILED');
  if (failed.length === pages) throw damaged(String(failed[0]?.params['reason'] ?? 'no page can be read'));
  const problems: Problem[] = isCut(bytes) ? [problem('FILE_PART_LOST', { file: fileName, reason: cutReason })] : [];
  // a scan says so once, not page by page
  if (told === 0) problems.push(problem('NO_TEXT_LAYER', { file: fileName }), ...failed);
  else problems.push(...met);
  const partial = problems.some((it) => catalogue[it.code].level !== 'info');
  const blocks = assemble(layouts, pages);
  return { state: partial ? 'ok_partial' : 'ok', document: { format: 'pdf', pages, blocks, problems, partial } };
}
