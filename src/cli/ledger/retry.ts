import { relative } from 'node:path';
import { word } from '../../model/words.js';
import type { Store } from '../../store/store.js';
import type { Command, Given } from '../command.js';
import { databaseOption, failOnOption, text } from '../given.js';
import { runImport } from '../import/run-import.js';
import { runOptions } from '../import/run-options.js';
import { codeOption, unreadStates } from './unread.js';

export const retry: Command = {
  name: 'retry',
  summary: { zh: '重读未能读取的文件，不碰其他文件', en: 'read again just the files that could not be read' },
  usage: '',
  options: [
    databaseOption,
    codeOption,
    {
      flags: '--path <glob>',
      about: {
        zh: '只重读路径与之相符的：无斜杠的只看文件名，** 跨文件夹',
        en: 'only files whose path matches: without a slash the name alone counts, ** spans folders',
      },
    },
    failOnOption('none'),
    ...runOptions,
  ],
  examples: [
    { command: 'retry', about: { zh: '全部', en: 'all of them' } },
    {
      command: 'retry --code TIME_EXCEEDED --timeout 300',
      about: { zh: '超时的，放宽时限', en: 'those that took too long, with more time' },
    },
    { command: 'retry --path **/2023/*.pdf', about: { zh: '某个文件夹的', en: 'those of a folder' } },
  ],
  async run(_none, given, io) {
    const { importAgain } = await import('../../pipeline/import/import-files.js');
    // a database that is not there is not made
    const { openStoreForReading } = await import('../../store/open-store.js');
    const { databaseOf } = await import('../given.js');
    await openStoreForReading(databaseOf(given)).close();
    return runImport(given, io, async (store, options) => {
      const paths = await chosen(store, given);
      if (paths.length > 0) return importAgain(paths, store, options);
      io.err(`${word('nothingToRetry', io.language)}\n`);
      return null;
    });
  },
};

async function chosen(store: Store, given: Given): Promise<readonly string[]> {
  const { matcher } = await import('../../pipeline/import/choose.js');
  const [glob, code] = [text(given, 'path'), text(given, 'code')];
  const matches = matcher(glob === undefined ? [] : [glob]);
  const paths: string[] = [];
  const filter = { states: unreadStates, ...(code === undefined ? {} : { code }) };
  for await (const { path, state } of store.files(filter)) {
    // documents that could not be compared are, by every run
    if (state === 'uncompared') continue;
    if (matches === null || matches(path) || matches(relative('', path))) paths.push(path);
  }
  return paths;
}
