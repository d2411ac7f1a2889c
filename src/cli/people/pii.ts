import { word } from '../../model/words.js';
import type { Command } from '../command.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption, formatOption, oneOf, reportOptions, reportsOf } from '../given.js';

const formats = ['table', 'ndjson'] as const;

export const pii: Command = {
  name: 'pii',
  summary: {
    zh: '列出文档中的身份证号码、电话号码、银行卡号（遮盖后）',
    en: 'list identity, telephone and bank card numbers in the documents, masked',
  },
  usage: '<action>',
  options: [databaseOption, formatOption(formats), ...reportOptions],
  examples: [{ command: 'pii scan', about: { zh: '全部文档', en: 'all documents' } }],
  async run([asked = ''], given, io) {
    oneOf({ action: asked }, 'action', 'pii', ['scan'] as const, 'scan', io);
    const format = oneOf(given, 'format', '--format', formats, 'table', io);
    const { readPersonal } = await import('../../rulebook/personal.js');
    const { openStoreForReading } = await import('../../store/open-store.js');
    const personal = readPersonal();
    const store = openStoreForReading(databaseOf(given));
    let count = 0;
    let documents = 0;
    try {
      for (const document of await store.documents({ ...reportsOf(given, io), repeated: true })) {
        const report = await store.loadReport(document.sha256);
        const before = count;
        for (const { id, page, text } of report?.blocks ?? []) {
          for (const { start, end, kind } of personal.find(text)) {
            count++;
            const masked = personal.masked(text.slice(start, end));
            const path = document.path ?? document.file;
            if (format === 'ndjson')
              await io.json(
                `${JSON.stringify({ path, sha256: document.sha256, kind, block: id, page, start, end, masked })}\n`,
              );
            else {
              const place =
                page === null ? word('inBlock', io.language, { block: id }) : word('onPage', io.language, { page });
              const found = { path, kind: personal.names[kind][io.language], masked, place };
              await io.out(`${word('personalLine', io.language, found)}\n`);
            }
          }
        }
        if (count > before) documents++;
      }
      io.err(`${word('personalTotal', io.language, { count, documents })}\n`);
      return exit.done;
    } finally {
      await store.close();
    }
  },
};
