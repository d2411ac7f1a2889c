import type { ReviewStatus } from '../../model/review.js';
import { word } from '../../model/words.js';
import type { DocumentSummary, FindingFilter } from '../../store/store.js';
import { baselineOption, readBaseline } from './baseline.js';
import type { Command, Given, Io } from '../command.js';
import { exit } from '../exit.js';
import {
  databaseOf,
  databaseOption,
  failOn,
  failOnOption,
  formatOption,
  numberOf,
  oneOf,
  reportOptions,
  reportsOf,
  rulesOption,
  text,
} from '../given.js';
import { maskOption, maskingOf } from './masking.js';
import { findingFormats, handedOver, type FindingFormat, type Written } from './formats.js';

export const findings: Command = {
  name: 'findings',
  summary: { zh: '列出数据库中的发现', en: 'list the findings in the database' },
  usage: '',
  options: [
    databaseOption,
    formatOption(findingFormats),
    {
      flags: '--severity <severity>',
      about: {
        zh: '只列此程度及以上：error、warning、review、info',
        en: 'this severity or worse: error, warning, review, info',
      },
    },
    {
      flags: '--document <document>',
      about: {
        zh: '只列一份文档的发现',
        en: 'of one document only: a path, the start of its sha256, part of its title',
      },
    },
    ...reportOptions,
    { flags: '--rule <id>', about: { zh: '只列某条规则的发现', en: 'of one rule only' } },
    {
      flags: '--status <status>',
      about: {
        zh: '只列某种复核状态：open（含须重新复核）、reopened、confirmed、dismissed',
        en: 'of one review status: open (reopened included), reopened, confirmed, dismissed',
      },
    },
    {
      flags: '--new',
      about: {
        zh: '只列不在基线中的；没有基线时，只列最近一次导入新出现的',
        en: 'only those that the baseline does not have; without one, those that the last import met first',
      },
    },
    {
      flags: '--all-editions',
      about: {
        zh: '同一报告的其他文件中相同的发现也列出',
        en: 'also what other files of the same report have in common with it',
      },
    },
    {
      flags: '--missing',
      about: {
        zh: '已不在原处的文件的发现也列出',
        en: 'also those of files that are gone',
      },
    },
    {
      flags: '--limit <n>',
      about: { zh: '最多列出几处', en: 'list so many at most' },
    },
    {
      ...maskOption,
      about: {
        zh: `${maskOption.about.zh}；用于 csv、html、sarif`,
        en: `${maskOption.about.en}; in csv, html and sarif`,
      },
    },
    baselineOption,
    rulesOption,
    failOnOption('none'),
  ],
  examples: [
    { command: 'findings', about: { zh: '全部发现', en: 'all findings' } },
    { command: 'findings --severity warning', about: { zh: '警告和错误', en: 'warnings and errors' } },
    {
      command: 'findings --organisation 水务局 --year 2024',
      about: { zh: '某单位某年度报告的', en: 'in the reports of an organisation of a year' },
    },
    { command: 'findings --new', about: { zh: '最近一次导入新出现的', en: 'what the last import brought' } },
    {
      command: 'findings --status open -f ndjson',
      about: { zh: '尚待复核的，供其他程序使用', en: 'what is still to be reviewed, for another program' },
    },
    { command: 'findings -f csv', about: { zh: '供电子表格使用', en: 'for a spreadsheet' } },
    {
      command: 'findings --organisation 水务局 -f html',
      about: {
        zh: '一个网页，附页面图，可发给被审计单位',
        en: 'one page with pictures, to send to the audited agency',
      },
    },
    {
      command: 'findings -f sarif',
      about: { zh: '供代码审查类工具使用', en: 'for tools that show results of checks' },
    },
  ],
  async run(_none, given, io) {
    const { severities } = await import('../../model/report.js');
    const format = oneOf<FindingFormat>(given, 'format', '--format', findingFormats, 'table', io);
    const least = oneOf(given, 'severity', '--severity', severities, 'info', io);
    const rule = text(given, 'rule');
    const most = { least: 1, most: Number.MAX_SAFE_INTEGER, whole: true };
    const limit = numberOf(given, 'limit', '--limit', most, io) ?? Infinity;
    const masking = await maskingOf(handedOver.has(format) ? given : { mask: 'none' }, io);
    const { rulebookWith } = await import('../../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    const { checkNamed } = await import('../check-named.js');
    if (rule !== undefined) checkNamed(rule, rulebook, io.language);
    const counts = await failOn(given, 'none', io);
    const known = await readBaseline(text(given, 'baseline'));
    const statuses = await statusesOf(given, io);
    const filter: FindingFilter = {
      ...reportsOf(given, io),
      repeated: given['allEditions'] === true,
      missing: given['missing'] === true,
      severities: severities.slice(0, severities.indexOf(least) + 1),
      ...(rule === undefined ? {} : { rule }),
      ...(statuses ? { statuses } : {}),
      fresh: given['new'] === true && !known,
    };
    const { messageIn } = await import('../../rulebook/message-in.js');
    const { openStoreForReading } = await import('../../store/open-store.js');
    const { documentOf } = await import('../document.js');
    const store = openStoreForReading(databaseOf(given));
    const named = text(given, 'document');
    const tally = { found: 0, listed: 0, total: 0 };
    const stale = new Map<string, DocumentSummary>();
    async function* chosen(): AsyncGenerator<Written> {
      const within = named === undefined ? {} : { document: (await documentOf(named, store)).sha256 };
      for await (const it of store.findings({ ...filter, ...within })) {
        if (it.document.stale) stale.set(it.document.sha256, it.document);
        const files = [it.document, ...it.also.map(({ sha256, path }) => ({ sha256, file: path ?? '' }))];
        const isKnown = known && files.some((file) => known(it.finding, file));
        if (isKnown && given['new']) continue;
        if (!isKnown && it.review.status !== 'dismissed' && counts(it.finding.severity)) tally.found++;
        if (++tally.total > limit) continue;
        tally.listed++;
        yield { listed: masking.all(it), message: masking.text(message(it.finding)), isKnown };
      }
    }
    const message = messageIn(io.language, () => rulebook);
    const { Crops } = await import('./crops.js');
    const crops = new Crops(store.path, masking.concerns);
    try {
      const { writers } = await import('./writers.js');
      await writers[format](chosen(), { io, rulebook, crops });
      if (tally.total > tally.listed) {
        io.err(`${word('moreFindings', io.language, { count: tally.listed, total: tally.total })}\n`);
      }
      const { staleText } = await import('./stale.js');
      io.err(await staleText(stale.values(), io.language));
      const left = filter.repeated || named !== undefined ? 0 : await store.countWorseRead();
      if (left > 0) io.err(`${word('worseRead', io.language, { count: left })}\n`);
      return tally.found > 0 ? exit.findings : exit.done;
    } finally {
      await crops.close();
      await store.close();
    }
  },
};

/** The statuses asked for: one whose figures changed is open again. */
async function statusesOf(given: Given, io: Io): Promise<readonly ReviewStatus[] | null> {
  if (text(given, 'status') === undefined) return null;
  const { reviewStatuses } = await import('../../model/review.js');
  const status = oneOf<ReviewStatus>(given, 'status', '--status', reviewStatuses, 'open', io);
  return status === 'open' ? ['open', 'reopened'] : [status];
}
