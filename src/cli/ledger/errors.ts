import { say, worded } from '../../model/catalogue.js';
import { visible } from '../../model/visible.js';
import { word } from '../../model/words.js';
import type { FileFilter, FileRow } from '../../store/ledger.js';
import type { Command, Io } from '../command.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption, formatOption, oneOf, text } from '../given.js';
import { codeOption, runNamed, runNumber, unreadStates } from './unread.js';

const formats = ['table', 'json', 'ndjson', 'csv'] as const;
type Format = (typeof formats)[number];

export const errors: Command = {
  name: 'errors',
  summary: { zh: '列出未能读取的文件，按原因', en: 'list the files that could not be read, by reason' },
  usage: '[run]',
  options: [databaseOption, formatOption(formats), codeOption],
  examples: [
    { command: 'errors', about: { zh: '所有文件的现状', en: 'of all files as they are now' } },
    { command: 'errors 1', about: { zh: '第 1 次导入中的', en: 'of the first import' } },
    { command: 'errors --code PATH_SKIPPED', about: { zh: '没有打开的文件', en: 'files that were not opened' } },
    { command: 'errors -f csv', about: { zh: '供电子表格使用', en: 'for a spreadsheet' } },
  ],
  async run([asked], given, io) {
    const format = oneOf<Format>(given, 'format', '--format', formats, 'table', io);
    const run = runNumber(asked, io);
    const code = text(given, 'code');
    const { openStoreForReading } = await import('../../store/open-store.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      if (run !== undefined) await runNamed(run, store);
      // what is asked for by its code is listed whatever it came to
      const which: FileFilter = code === undefined ? { states: unreadStates } : { code };
      const count = await writers[format](store.files({ ...which, ...(run === undefined ? {} : { run }) }), io);
      if (format !== 'table') return exit.done;
      const db = text(given, 'db');
      const shown = { count, db: db === undefined ? '' : ` --db ${db}` };
      const some = code === undefined ? 'errorsTotal' : 'filesTotal';
      io.err(`${word(count === 0 ? 'noErrors' : some, io.language, shown)}\n`);
      const missing = run === undefined && code === undefined ? ((await store.fileStates()).missing ?? 0) : 0;
      if (missing > 0) io.err(`${word('errorsMissing', io.language, { count: missing })}\n`);
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

type Writer = (files: AsyncIterable<FileRow>, io: Io) => Promise<number>;

const messageOf = ({ code, params }: FileRow, io: Io): string => (code === null ? '' : say(code, params, io.language));

const exported = (row: FileRow, io: Io) => ({ ...row, message: messageOf(row, io) });

const columns = ['path', 'state', 'code', 'message', 'run', 'at', 'bytes', 'seconds', 'title', 'sha256'] as const;

const writers: Readonly<Record<Format, Writer>> = {
  async table(files, io) {
    const groups = new Map<string, FileRow[]>();
    let count = 0;
    for await (const row of files) {
      const key = `${row.code} ${row.state}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
      count++;
    }
    const inOrder = [...groups.values()].sort((a, b) => b.length - a.length);
    for (const group of inOrder) await io.out(groupText(group, io));
    return count;
  },
  async json(files, io) {
    let before = '{"schemaVersion":1,"files":[';
    let count = 0;
    for await (const row of files) {
      await io.json(`${before}\n${JSON.stringify(exported(row, io))}`);
      before = ',';
      count++;
    }
    await io.json(`${before === ',' ? '' : before}\n]}\n`);
    return count;
  },
  async ndjson(files, io) {
    let count = 0;
    for await (const row of files) {
      await io.json(`${JSON.stringify(exported(row, io))}\n`);
      count++;
    }
    return count;
  },
  async csv(files, io) {
    const { csvLine } = await import('../../report/csv.js');
    await io.csv(csvLine(columns));
    let count = 0;
    for await (const row of files) {
      const told = exported(row, io);
      await io.csv(csvLine(columns.map((column) => told[column])));
      count++;
    }
    return count;
  },
};

/** What a message calls the file that it is about. */
const names: ReadonlySet<string> = new Set(['file', 'path']);

/** A code with its message, said once, and the files, each with what its message has of its own. */
function groupText(group: readonly FileRow[], io: Io): string {
  const [first] = group;
  if (!first || first.code === null) return '';
  const { code, state, params } = first;
  const differing = Object.keys(params).filter((name) => group.some((row) => row.params[name] !== params[name]));
  const general = Object.fromEntries([...names, ...differing].map((name) => [name, '…']));
  const message = say(code, { ...params, ...general }, io.language);
  const lines = group.map((row) => {
    const words = worded(code, row.params, io.language);
    const own = differing.filter((name) => !names.has(name)).map((name) => visible(String(words[name] ?? '')));
    return `  ${visible(row.path)}${own.length > 0 ? `  (${own.join(', ')})` : ''}`;
  });
  const head = word('errorGroup', io.language, { code, state: word(state, io.language), count: group.length });
  return `${head}\n${message}\n${lines.join('\n')}\n\n`;
}
