import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { Given, Io, Option } from '../command.js';
import { costOf, costOptions, list, numberOf, oneOf, rulesOption, text } from '../given.js';

/** Options of every command that reads files into the database. */
export const runOptions: readonly Option[] = [
  rulesOption,
  ...costOptions,
  {
    flags: '--max-pages <n>',
    about: { zh: '页数更多的 PDF 不读（默认 5000 页）', en: 'do not read a PDF of more pages (default 5000)' },
  },
  {
    flags: '--max-size <mb>',
    about: { zh: '更大的文件不读（默认 200 MB）', en: 'do not read a larger file (default 200 MB)' },
  },
  {
    flags: '--report <file>',
    about: { zh: '结束时把结果写成一个 JSON 文件', en: 'at the end, write what came of it to a JSON file' },
  },
  {
    flags: '--log-file <file>',
    about: { zh: '每个文件一行 JSON，接在文件末尾', en: 'add a line of JSON for each file to this file' },
  },
  { flags: '-q, --quiet', about: { zh: '只输出错误', en: 'say nothing but errors' } },
  {
    flags: '--progress <how>',
    about: {
      zh: '进度：bar、plain、json、none（默认视终端而定）',
      en: 'progress: bar, plain, json, none (default: as the terminal allows)',
    },
  },
];

/** Which files of folders. */
export const choiceOptions: readonly Option[] = [
  {
    flags: '--include <glob>',
    about: {
      zh: '只取文件夹中与之相符的文件，可多次给出：无斜杠的只看文件名，** 跨文件夹',
      en: 'of folders take only files that match, may be repeated: without a slash the name alone counts, ** spans folders',
    },
    repeats: true,
  },
  {
    flags: '--exclude <glob>',
    about: {
      zh: '不取文件夹中与之相符的文件和文件夹，可多次给出',
      en: 'leave out files and folders that match, may be repeated',
    },
    repeats: true,
  },
];

const megabyte = 1024 * 1024;
/** As many pages as a PDF can number; what one buffer can hold. */
const ranges = {
  maxPages: { least: 1, most: 1_000_000, whole: true },
  maxSize: { least: 0.001, most: 2000, whole: false },
};

/** How files are to be read. Throws USAGE. */
export async function readingOf(given: Given, io: Io) {
  const size = numberOf(given, 'maxSize', '--max-size', ranges.maxSize, io);
  return {
    ...(await costOf(given, io)),
    rules: text(given, 'rules'),
    mostPages: numberOf(given, 'maxPages', '--max-pages', ranges.maxPages, io),
    largest: size === undefined ? undefined : Math.floor(size * megabyte),
  };
}

/** What is read beside new and changed files; `--retry` is short for `--reprocess failed`. Throws USAGE where both are given. */
export async function reprocessOf(given: Given, io: Io) {
  const { reprocessing } = await import('../../pipeline/import/standing.js');
  const retry = given['retry'] === true;
  if (retry && text(given, 'reprocess') !== undefined)
    throw new GoujiError('USAGE', { issue: word('notBoth', io.language, { one: '--retry', other: '--reprocess' }) });
  return oneOf(given, 'reprocess', '--reprocess', reprocessing, retry ? 'failed' : 'stale', io);
}

/** Which files of folders are wanted. */
export async function choiceGiven(given: Given) {
  const { choiceOf } = await import('../../pipeline/import/choose.js');
  return choiceOf(list(given, 'include'), list(given, 'exclude'));
}

/** What a person gave, for the ledger to keep; nothing that only concerns how it is told. */
export function askedFor(given: Given): Readonly<Record<string, unknown>> {
  const untold = new Set(['db', 'quiet', 'progress', 'report', 'logFile', 'failOn', 'dryRun']);
  return Object.fromEntries(Object.entries(given).filter(([name]) => !untold.has(name)));
}
