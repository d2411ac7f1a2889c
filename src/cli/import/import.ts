import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { RawPath } from '../../pipeline/import/shown-path.js';
import type { Command, Given, Io } from '../command.js';
import type { Exit } from '../exit.js';
import { databaseOption, failOnOption, text } from '../given.js';
import { runImport } from './run-import.js';
import { choiceGiven, choiceOptions, reprocessOf, runOptions } from './run-options.js';

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '读取文件和文件夹，存入数据库', en: 'read files and folders into the database' },
  usage: '[path...]',
  options: [
    databaseOption,
    {
      flags: '--files-from <file>',
      about: {
        zh: '从文件中取要读的路径，每行一个（含空字符的以其分隔）；- 为标准输入',
        en: 'take paths from a file, one a line, or ended by NUL as find -print0 does; - is stdin',
      },
    },
    ...choiceOptions,
    {
      flags: '--reprocess <which>',
      about: {
        zh: '除新的和有变动的文件外还读哪些：changed 没有，stale 以其他规则或旧版读的（默认），failed 还有以前未能读取的，all 全部',
        en: 'what to read beside new and changed files: changed nothing, stale what other rules or versions read (default), failed also what could not be read before, all everything',
      },
    },
    { flags: '--retry', about: { zh: '即 --reprocess failed', en: 'short for --reprocess failed' } },
    {
      flags: '--dry-run',
      about: {
        zh: '只列出每个文件将会怎样，不作任何改动',
        en: 'only list what would be done with each file, and change nothing',
      },
    },
    failOnOption('none'),
    ...runOptions,
  ],
  examples: [
    { command: 'import reports', about: { zh: '导入一个文件夹', en: 'import a folder' } },
    {
      command: 'import reports --exclude 草稿 --dry-run',
      about: { zh: '先看将读取哪些', en: 'see first what would be read' },
    },
    {
      command: 'import report.docx --db audit.db',
      about: { zh: '存入指定的数据库', en: 'into a database of your choice' },
    },
    {
      command: 'import reports --fail-on error',
      about: { zh: '有错误即以 1 退出', en: 'exit 1 when there are errors' },
    },
    {
      command: 'import reports -q --log-file import.ndjson --report run.json',
      about: { zh: '夜间运行', en: 'at night, unattended' },
    },
  ],
  async run(paths, given, io) {
    const all = [...paths, ...(await listed(given))];
    if (all.length === 0) {
      const key = text(given, 'filesFrom') === undefined ? 'missingArgument' : 'emptyList';
      throw new GoujiError('USAGE', { issue: word(key, io.language, { what: '<path...>' }) });
    }
    const reprocess = await reprocessOf(given, io);
    const choice = await choiceGiven(given);
    if (given['dryRun'] === true) return dryRun(all, given, io);
    const { importFiles } = await import('../../pipeline/import/import-files.js');
    return runImport(given, io, (store, options) => importFiles(all, store, { ...options, reprocess, choice }));
  },
};

async function listed(given: Given): Promise<readonly RawPath[]> {
  const file = text(given, 'filesFrom');
  if (file === undefined) return [];
  const { readPaths } = await import('./files-from.js');
  return readPaths(file);
}

async function dryRun(paths: readonly RawPath[], given: Given, io: Io): Promise<Exit> {
  const { showPlan } = await import('./dry-run.js');
  return showPlan(paths, given, io);
}
