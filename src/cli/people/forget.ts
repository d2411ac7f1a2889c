import { word } from '../../model/words.js';
import type { Command } from '../command.js';
import { documentOf } from '../document.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption } from '../given.js';

export const forget: Command = {
  name: 'forget',
  summary: {
    zh: '从数据库中彻底删除一份文档，包括日志和检索的索引；文件本身不动',
    en: 'erase a document from the database, its log and the index of the search; the file itself is left',
  },
  usage: '<document>',
  options: [databaseOption, { flags: '--yes', about: { zh: '确认删除（必填）', en: 'yes, erase it (needed)' } }],
  examples: [
    { command: 'forget report.docx --yes', about: { zh: '按路径、sha256 或标题', en: 'by path, sha256 or title' } },
  ],
  async run([name = ''], given, io) {
    const { openStoreForReading } = await import('../../store/open-store.js');
    const { forgetDocument } = await import('../../store/maintain.js');
    const path = databaseOf(given);
    const store = openStoreForReading(path);
    let document;
    try {
      document = await documentOf(name, store);
    } finally {
      await store.close();
    }
    const shown = { document: document.path ?? document.file, sha256: document.sha256 };
    if (given['yes'] !== true) {
      io.err(`${word('forgetAsks', io.language, shown)}\n`);
      return exit.usage;
    }
    forgetDocument(path, document.sha256);
    await io.out(`${word('forgotten', io.language, shown)}\n`);
    return exit.done;
  },
};
