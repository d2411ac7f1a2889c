import type { Command } from './command.js';
import { exit } from './exit.js';
import { databaseOf, databaseOption, rulesOption, text } from './given.js';

export const coverage: Command = {
  name: 'coverage',
  summary: {
    zh: '一份文档核对了什么、什么不适用、什么无法核对及原因',
    en: 'what was checked in a document, what does not apply, what could not be checked, and why',
  },
  usage: '<document>',
  options: [databaseOption, rulesOption],
  examples: [{ command: 'coverage report.docx', about: { zh: '每条规则一行', en: 'one line a rule' } }],
  async run([words = ''], given, io) {
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    const { openStoreForReading } = await import('../store/open-store.js');
    const { documentOf } = await import('./document.js');
    const { coverageOf } = await import('../pipeline/coverage.js');
    const { coverageLine } = await import('../pipeline/coverage-text.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      const { sha256 } = await documentOf(words, store);
      const report = await store.loadReport(sha256);
      if (!report) throw new Error('a document that was found is stored');
      for (const it of coverageOf(report, rulebook)) await io.out(coverageLine(it, rulebook, io.language));
      return exit.done;
    } finally {
      await store.close();
    }
  },
};
