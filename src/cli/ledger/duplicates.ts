import { visible } from '../../model/visible.js';
import { word } from '../../model/words.js';
import type { Store } from '../../store/store.js';
import type { Command, Io } from '../command.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption, formatOption, oneOf } from '../given.js';

const formats = ['text', 'json', 'ndjson'] as const;

export const duplicates: Command = {
  name: 'duplicates',
  summary: {
    zh: '列出内容相同的文件，以及同一报告的不同文件',
    en: 'list files of equal bytes, and different files of one report',
  },
  usage: '',
  options: [databaseOption, formatOption(formats)],
  examples: [
    { command: 'duplicates', about: { zh: '全部', en: 'all of them' } },
    { command: 'duplicates -f ndjson', about: { zh: '供其他程序使用', en: 'for another program' } },
  ],
  async run(_none, given, io) {
    const format = oneOf(given, 'format', '--format', formats, 'text', io);
    const { openStoreForReading } = await import('../../store/open-store.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      await (format === 'text' ? asText(store, io) : asData(store, format === 'json', io));
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

async function asText(store: Store, io: Io): Promise<void> {
  const { language } = io;
  const titled = (key: 'sameBytes' | 'sameReport', title: string | null, more: string): string =>
    `${word(key, language)}${visible(title ?? word('untitled', language))}${more}\n`;
  let [same, reports] = [0, 0];
  for await (const { sha256, title, paths } of store.sameBytes()) {
    same++;
    await io.out(
      titled('sameBytes', title, ` (${sha256.slice(0, 12)})`) + paths.map((it) => `  ${visible(it)}\n`).join(''),
    );
  }
  for await (const { title, organisation, year, editions } of store.sameReports()) {
    reports++;
    const about = [organisation, year].filter((it) => it !== null).join(' ');
    const lines = editions.map((it) => `${word('editionLine', language, { edition: it.edition, path: it.path })}\n`);
    await io.out(titled('sameReport', title, about === '' ? '' : ` (${visible(about)})`) + lines.join(''));
  }
  io.err(`${word('duplicatesTotal', language, { same, reports })}\n`);
}

/** Each group says what its files have in common. */
async function asData(store: Store, whole: boolean, io: Io): Promise<void> {
  let before = whole ? '{"schemaVersion":1,"groups":[\n' : '';
  for await (const group of groupsOf(store)) {
    await io.json(`${before}${JSON.stringify(group)}${whole ? '' : '\n'}`);
    before = whole ? ',\n' : '';
  }
  if (whole) await io.json(`${before.startsWith('{') ? before : ''}\n]}\n`);
}

async function* groupsOf(store: Store): AsyncGenerator<unknown> {
  for await (const group of store.sameBytes()) yield { same: 'bytes', ...group };
  for await (const group of store.sameReports()) yield { same: 'report', ...group };
}
