import { word } from '../model/words.js';
import type { SearchHit } from '../store/store.js';
import type { Command, Io } from './command.js';
import { exit } from './exit.js';
import { databaseOf, databaseOption, formatOption, numberOf, oneOf, reportOptions, reportsOf } from './given.js';

const formats = ['table', 'json', 'ndjson'] as const;
type Format = (typeof formats)[number];
const usualLimit = 50;

export const search: Command = {
  name: 'search',
  summary: { zh: '在全部文档中查找文字', en: 'find words in all documents' },
  usage: '<words...>',
  options: [
    databaseOption,
    formatOption(formats),
    ...reportOptions,
    {
      flags: '--limit <n>',
      about: { zh: `最多列出几处（默认 ${usualLimit}）`, en: `list so many at most (default ${usualLimit})` },
    },
  ],
  examples: [
    { command: 'search 决算', about: { zh: '含“决算”的段落和表格', en: 'paragraphs and tables with 决算' } },
    {
      command: 'search 公务接待费 批次 --year 2023',
      about: { zh: '同时含两个词，限 2023 年度', en: 'with both words' },
    },
    { command: 'search 2940.05 -f ndjson', about: { zh: '供程序使用；千分位不影响查找', en: 'for programs' } },
  ],
  async run(args, given, io) {
    const format = oneOf<Format>(given, 'format', '--format', formats, 'table', io);
    const limit = numberOf(given, 'limit', '--limit', { least: 1, most: 1e9, whole: true }, io) ?? usualLimit;
    const filter = reportsOf(given, io);
    const { openStoreForReading } = await import('../store/open-store.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      await writers[format](firstOf(limit, store.search(args.join(' '), filter)), io);
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

/** A last item `null` says that there are more. */
async function* firstOf(limit: number, all: AsyncIterable<SearchHit>): AsyncGenerator<SearchHit | null> {
  let count = 0;
  for await (const hit of all) {
    if (count++ === limit) return yield null;
    yield hit;
  }
}

type Writer = (hits: AsyncIterable<SearchHit | null>, io: Io) => Promise<void>;

async function shownOf({ text: whole, ...hit }: SearchHit) {
  const { snippet } = await import('../report/snippet.js');
  return { ...hit, snippet: snippet(whole, hit.matches, hit.kind) };
}

const writers: Readonly<Record<Format, Writer>> = {
  async table(hits, io) {
    const { searchTable } = await import('../report/search-table.js');
    const rows = [];
    let more = false;
    for await (const hit of hits) {
      if (!hit) more = true;
      else {
        const { document, page, headings, snippet } = await shownOf(hit);
        const name = document.title ?? document.path ?? document.file;
        rows.push({ document: name, page, headings, snippet });
      }
    }
    if (rows.length === 0) return io.err(`${word('noHits', io.language)}\n`);
    await io.out(`${searchTable(rows, io.language, process.stdout.columns || 120)}\n`);
    io.err(`${word(more ? 'moreHits' : 'hitsTotal', io.language, { count: rows.length })}\n`);
  },
  async json(hits, io) {
    const shown = [];
    let more = false;
    for await (const hit of hits) {
      if (hit) shown.push(JSON.stringify(await shownOf(hit)));
      else more = true;
    }
    await io.json(`{"schemaVersion":1,"more":${more},"hits":[\n${shown.join(',\n')}\n]}\n`);
  },
  async ndjson(hits, io) {
    for await (const hit of hits) if (hit) await io.json(`${JSON.stringify(await shownOf(hit))}\n`);
  },
};
