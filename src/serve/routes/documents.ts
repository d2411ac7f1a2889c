import { Hono, type Context } from 'hono';
import { say } from '../../model/catalogue.js';
import type { DocumentDetail, ReportLine, ReportPage } from '../../model/desk.js';
import { GoujiError } from '../../model/error.js';
import type { Report } from '../../model/report.js';
import { coverageOf } from '../../pipeline/coverage.js';
import { coverageSummary } from '../../pipeline/coverage-text.js';
import { showFile } from '../../pipeline/show-file.js';
import type { Desk } from '../desk.js';
import { markedTree } from '../marked-tree.js';
import { deskDocument } from '../overview.js';
import { chosenOf, sha256Of, windowOf } from '../query.js';
import { languageOf } from '../refusal.js';
import { reportList } from '../report-list.js';
import { shownTree } from '../shown-tree.js';
import { sourceOf } from '../source.js';

/** Reports, what was read of each, and the files themselves as far as they are still there. */
export function documentRoutes({ store, overview, rulebook, signal }: Desk): Hono {
  const report = async (context: Context): Promise<Report> => {
    const sha256 = sha256Of(context);
    const found = await store.loadReport(sha256);
    if (!found) throw new GoujiError('DOCUMENT_UNKNOWN', { document: sha256.slice(0, 12) });
    return found;
  };
  const source = async (context: Context) => {
    const found = await sourceOf(sha256Of(context), store);
    if (!found) throw new GoujiError('SOURCE_GONE', {});
    return found;
  };

  return new Hono()
    .get('/reports', async (context) => {
      const { offset, limit } = windowOf(context);
      const chosen = chosenOf(context);
      const snapshot = await overview.current();
      const tally = snapshot.tally();
      const { rows, facets } = reportList(snapshot.documents.map(deskDocument), chosen);
      const shown = rows
        .slice(offset, offset + limit)
        .map((it): ReportLine => ({ ...it, ...(tally.get(it.sha256) ?? { findings: 0, open: 0 }) }));
      const page: ReportPage = { total: rows.length, offset, rows: shown, facets };
      return context.json(page);
    })
    .get('/documents/:sha256', async (context) => {
      const found = await report(context);
      const language = languageOf(context);
      const { format, pages, headings, blocks, tables } = found;
      const snapshot = await overview.current();
      const summary = snapshot.documents.find((it) => it.sha256 === found.sha256);
      const [known] = summary ? [summary] : await store.findDocuments(found.sha256);
      if (!known) throw new GoujiError('DOCUMENT_UNKNOWN', { document: found.sha256.slice(0, 12) });
      const detail: DocumentDetail = {
        document: deskDocument(known),
        format,
        pages,
        problems: found.problems.map((it) => say(it.code as Parameters<typeof say>[0], it.params, language)),
        headings,
        blocks,
        tables,
        figures: found.figures.map(({ id, text, label, value, unit, block, start, end, page, box, table }) => ({
          id,
          text,
          label,
          value,
          unit,
          block,
          start,
          end,
          page,
          box,
          table,
        })),
        coverage: coverageSummary(coverageOf(found, rulebook), language),
      };
      return context.json(detail);
    })
    .get('/documents/:sha256/source', async (context) => {
      const { bytes } = await source(context);
      return context.body(new Uint8Array(bytes), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
      });
    })
    .get('/documents/:sha256/view', async (context) => {
      const found = await report(context);
      const { path } = await source(context);
      const shown = await showFile(path, { signal, isolated: true });
      if ('problem' in shown) throw new GoujiError('SOURCE_GONE', {});
      return context.json({ nodes: markedTree(shownTree(shown.html), found) });
    });
}
