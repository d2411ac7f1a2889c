import { GoujiError } from '../model/error.js';
import type { Severity } from '../model/report.js';
import { word } from '../model/words.js';
import type { SearchFilter } from '../store/store.js';
import type { Given, Io, Option } from './command.js';

/** Options that several commands share. */
export const databaseOption: Option = {
  flags: '--db <file>',
  about: { zh: '数据库文件（默认 out/gouji.db）', en: 'database file (default out/gouji.db)' },
};
export const formatOption = (formats: readonly string[]): Option => ({
  flags: '-f, --format <format>',
  about: { zh: `格式：${formats.join('、')}`, en: `format: ${formats.join(', ')}` },
});
export const failOnOption = (otherwise: string): Option => ({
  flags: '--fail-on <severity>',
  about: {
    zh: `有此程度及以上的发现时以 1 退出：error、warning、review、info、none（默认 ${otherwise}）`,
    en: `exit 1 on findings of this severity or worse: error, warning, review, info, none (default ${otherwise})`,
  },
});
export const rulesOption: Option = {
  flags: '--rules <dir>',
  about: {
    zh: '另用这个文件夹中的规则（checks/ID.yaml、metrics/名称.yaml）',
    en: 'use the rules of this folder too (checks/ID.yaml, metrics/NAME.yaml)',
  },
};
export const costOptions: readonly Option[] = [
  {
    flags: '--jobs <n>',
    about: { zh: '同时读取的进程数（默认为处理器数）', en: 'processes that read (default: processors)' },
  },
  {
    flags: '--timeout <seconds>',
    about: { zh: '每个文件可用的处理器时间（默认 60 秒）', en: 'processor time for a file (default 60 s)' },
  },
  {
    flags: '--max-memory <mb>',
    about: { zh: '每个文件的内存上限（默认 640 MB）', en: 'memory limit for a file (default 640 MB)' },
  },
];

/** Which reports. */
export const reportOptions: readonly Option[] = [
  { flags: '--year <year>', about: { zh: '只限此年度的报告', en: 'reports of this year only' } },
  { flags: '--organisation <name>', about: { zh: '只限名称含此字样的单位', en: 'of organisations so named only' } },
  {
    flags: '--kind <id>',
    about: { zh: '只限此类报告（final_dept 等）', en: 'this kind of report only (final_dept …)' },
  },
];

/** The reports that the options choose. Throws USAGE for a year that is none. */
export function reportsOf(given: Given, { language }: Io): SearchFilter {
  const year = text(given, 'year');
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new GoujiError('USAGE', { issue: word('badYear', language, { option: '--year', value: year }) });
  const [organisation, reportKind] = [text(given, 'organisation'), text(given, 'kind')];
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(reportKind === undefined ? {} : { reportKind }),
  };
}

export const databaseOf = (given: Given): string => text(given, 'db') ?? 'out/gouji.db';

export function text(given: Given, name: string): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}

/** All values of an option that repeats, in order. */
export function list(given: Given, name: string): readonly string[] {
  const value = given[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** A value that must be one of a few. Throws USAGE, in the language of the person, otherwise. */
export function oneOf<T extends string>(
  given: Given,
  name: string,
  option: string,
  allowed: readonly T[],
  otherwise: T,
  { language }: Io,
): T {
  const value = text(given, name) ?? otherwise;
  const found = allowed.find((it) => it === value);
  if (found !== undefined) return found;
  throw new GoujiError('USAGE', { issue: word('badValue', language, { option, value, allowed: allowed.join(', ') }) });
}

/** What a number may be: from `least` to `most`, both included. */
interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** A number in a range; undefined where none is given. Throws USAGE for anything else. */
export function numberOf(
  given: Given,
  name: string,
  option: string,
  { least, most, whole }: Range,
  { language }: Io,
): number | undefined {
  const value = text(given, name);
  if (value === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
  const key = whole ? 'badWholeNumber' : 'badNumber';
  throw new GoujiError('USAGE', { issue: word(key, language, { option, value, least, most }) });
}

/** More processes than any machine has processors; a day, which timers can still count; from what Node needs to a terabyte. */
const ranges = {
  jobs: { least: 1, most: 1024, whole: true },
  timeout: { least: 0.001, most: 86_400, whole: false },
  maxMemory: { least: 64, most: 1024 * 1024, whole: true },
};

/** How many files at a time, where, and how much each may cost. */
export async function costOf(given: Given, io: Io) {
  const { defaultLimits } = await import('../pipeline/isolate/work.js');
  const { availableParallelism } = await import('node:os');
  return {
    isolated: io.isolated,
    jobs: numberOf(given, 'jobs', '--jobs', ranges.jobs, io) ?? availableParallelism(),
    limits: {
      seconds: numberOf(given, 'timeout', '--timeout', ranges.timeout, io) ?? defaultLimits.seconds,
      megabytes: numberOf(given, 'maxMemory', '--max-memory', ranges.maxMemory, io) ?? defaultLimits.megabytes,
    },
  };
}

/** Tells of a severity whether it counts for `--fail-on`. */
export async function failOn(
  given: Given,
  otherwise: Severity | 'none',
  io: Io,
): Promise<(severity: Severity) => boolean> {
  const { severities } = await import('../model/report.js');
  const threshold = oneOf(given, 'failOn', '--fail-on', [...severities, 'none'], otherwise, io);
  return (severity) => threshold !== 'none' && severities.indexOf(severity) <= severities.indexOf(threshold);
}
