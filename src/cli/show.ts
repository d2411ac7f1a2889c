import { say, type Code } from '../model/catalogue.js';
import { GoujiError } from '../model/error.js';
import { word } from '../model/words.js';
import type { Command, Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { databaseOf, databaseOption } from './given.js';

export const show: Command = {
  name: 'show',
  summary: { zh: '显示一份文档的提纲、数字和发现', en: 'show the outline, figures and findings of a document' },
  usage: '<document>',
  options: [
    databaseOption,
    { flags: '--html', about: { zh: '把一个 DOCX 文件输出为网页', en: 'print a DOCX file as a page for a browser' } },
  ],
  examples: [
    {
      command: 'show report.docx',
      about: { zh: '按路径、哈希开头或部分名称', en: 'by path, start of its sha256, or part of its title' },
    },
    {
      command: 'show --html report.docx',
      about: { zh: '在浏览器中看原文，不用数据库', en: 'the document itself, without a database' },
    },
  ],
  async run([words = ''], given, io) {
    if (given['html']) return page(words, io);
    const { openStoreForReading } = await import('../store/open-store.js');
    const { outlineText } = await import('../report/outline-text.js');
    const { reportText } = await import('../report/report-text.js');
    const { visible } = await import('../model/visible.js');
    const { defaultRulebook } = await import('../rulebook/rulebook.js');
    const { messageIn } = await import('../rulebook/message-in.js');
    const { documentOf } = await import('./document.js');
    const { coverageOf } = await import('../pipeline/coverage.js');
    const { coverageSummary } = await import('../pipeline/coverage-text.js');
    const { staleText } = await import('./findings/stale.js');
    const rulebook = defaultRulebook();
    const store = openStoreForReading(databaseOf(given));
    try {
      const found = await documentOf(words, store);
      const report = await store.loadReport(found.sha256);
      if (!report) throw new GoujiError('DOCUMENT_UNKNOWN', { document: words });
      await io.out(`${visible(report.title ?? word('untitled', io.language))}  ${report.sha256.slice(0, 12)}\n`);
      await io.out(await staleText([found], io.language));
      const numbers = new Map<string, number>();
      for await (const { number, finding } of store.findings({ document: found.sha256 }))
        numbers.set(finding.id, number);
      const path = found.path ?? found.missing?.path ?? found.file;
      await io.out(
        reportText(
          report,
          path,
          messageIn(io.language, () => rulebook),
          io.language,
          numbers,
        ),
      );
      await io.out(`\n${word('coverage', io.language)}\n${coverageSummary(coverageOf(report, rulebook), io.language)}`);
      await io.out(`\n${word('outline', io.language)}\n${outlineText(report, io.language)}`);
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

/** A file as a page, which shows it as it was written; nothing of it is checked. */
async function page(file: string, io: Io): Promise<Exit> {
  const { showFile } = await import('../pipeline/show-file.js');
  const shown = await showFile(file, io);
  if (io.signal.aborted) return io.stoppedExit();
  if ('html' in shown) {
    await io.out(shown.html);
    return exit.done;
  }
  io.err(`${say(shown.problem.code as Code, shown.problem.params, io.language)}\n`);
  return exit.nothingRead;
}
