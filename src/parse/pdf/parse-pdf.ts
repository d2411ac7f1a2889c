import type { Parsed } from '../../model/document.js';
import { problem, type Problem } from '../../model/problem.js';
import { damaged, limitExceeded, ParseFailure } from '../failure.js';
import { assemble } from './assemble.js';
import type { FontBook } from './fonts.js';
import { layOut, type PageLayout } from './layout.js';
import { openPdf, withPage, type OpenPdf } from './open.js';
import { readPage } from './read-page.js';

const mostPages = 5000;

/** Reads a PDF with a text layer. Never throws for anything that the bytes hold. */
export async function parsePdf(bytes: Uint8Array, fileName: string): Promise<Parsed> {
  let open: OpenPdf | null = null;
  try {
    open = await openPdf(bytes);
    return await readDocument(open, fileName);
  } catch (error) {
    const failure =
      error instanceof ParseFailure ? error : damaged(error instanceof Error ? error.message : String(error));
    return failure.toParsed(fileName, 'pdf');
  } finally {
    await open?.close();
  }
}

async function readDocument(open: OpenPdf, fileName: string): Promise<Parsed> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pages = open.document.numPages;
  if (pages > mostPages) throw limitExceeded('pages', pages);
  const fonts: FontBook = new Map();
  const layouts: PageLayout[] = [];
  const problems: Problem[] = [];
  let failed = 0;
  for (let number = 1; number <= pages; number++) {
    try {
      const content = await withPage(open, number, (page) => readPage(page, number, fonts, OPS));
      layouts.push(layOut(content, fonts));
      if (content.fragments.length + content.athwart.length === 0)
        problems.push(problem('PAGE_NO_TEXT', { page: number }, number));
    } catch (error) {
      if (error instanceof ParseFailure) throw error;
      failed++;
      const reason = error instanceof Error ? error.message : String(error);
      problems.push(problem('PAGE_FAILED', { page: number, reason }, number));
    }
  }
  void fileName;
  const partial = failed > 0;
  const blocks = assemble(layouts, pages);
  return { state: partial ? 'ok_partial' : 'ok', document: { format: 'pdf', pages, blocks, problems, partial } };
}
