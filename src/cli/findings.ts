import { fstatSync } from 'node:fs';
import type { Finding } from '../model/report.js';
import type { ReviewStatus } from '../model/review.js';
import { countWords, word } from '../model/words.js';
import type { DocumentSummary, FindingFilter, StoredFinding } from '../store/store.js';
import { baselineOption, readBaseline } from './baseline.js';
import type { Command, Given, Io } from './command.js';
import { exit } from './exit.js';
import {
  databaseOf,
  databaseOption,
  failOn,
  failOnOption,
  formatOption,
  oneOf,
  reportOptions,
  reportsOf,
  rulesOption,
  text,
} from './given.js';

const formats = ['table', 'json', 'ndjson', 'csv'] as const;
type Format = (typeof formats)[number];
type Message = (finding: Finding) => string;

export const findings: Command = {
  name: 'findings',
  summary: { zh: '列出数据库中的发现', en: 'list the findings in the database' },
  usage: '',
  options: [
    databaseOption,
    formatOption(formats),
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
  ],
  async run(_none, given, io) {
    const { severities } = await import('../model/report.js');
    const format = oneOf<Format>(given, 'format', '--format', formats, 'table', io);
    const least = oneOf(given, 'severity', '--severity', severities, 'info', io);
    const rule = text(given, 'rule');
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    const { checkNamed } = await import('./check-named.js');
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
    const { messageIn } = await import('../rulebook/message-in.js');
    const { openStoreForReading } = await import('../store/open-store.js');
    const { documentOf } = await import('./document.js');
    const store = openStoreForReading(databaseOf(given));
    const named = text(given, 'document');
    let found = 0;
    const stale = new Map<string, DocumentSummary>();
    async function* chosen(): AsyncGenerator<StoredFinding> {
      const within = named === undefined ? {} : { document: (await documentOf(named, store)).sha256 };
      for await (const it of store.findings({ ...filter, ...within })) {
        if (it.document.stale) stale.set(it.document.sha256, it.document);
        const files = [it.document, ...it.also.map(({ sha256, path }) => ({ sha256, file: path ?? '' }))];
        const isKnown = known !== null && files.some((file) => known(it.finding, file));
        if (isKnown && given['new']) continue;
        if (!isKnown && it.review.status !== 'dismissed' && counts(it.finding.severity)) found++;
        yield it;
      }
    }
    try {
      await writers[format](
        chosen(),
        messageIn(io.language, () => rulebook),
        io,
      );
      const { staleText } = await import('./stale.js');
      io.err(await staleText(stale.values(), io.language));
      const left = filter.repeated || named !== undefined ? 0 : await store.countWorseRead();
      if (left > 0) io.err(`${word('worseRead', io.language, { count: left })}\n`);
      return found > 0 ? exit.findings : exit.done;
    } finally {
      await store.close();
    }
  },
};

/** The statuses asked for: one whose figures changed is open again. */
async function statusesOf(given: Given, io: Io): Promise<readonly ReviewStatus[] | null> {
  if (text(given, 'status') === undefined) return null;
  const { reviewStatuses } = await import('../model/review.js');
  const status = oneOf<ReviewStatus>(given, 'status', '--status', reviewStatuses, 'open', io);
  return status === 'open' ? ['open', 'reopened'] : [status];
}

/** A finding for another program, with what was said of it. */
const exported = ({ number, document, finding, at, also, review }: StoredFinding) => ({
  number,
  document,
  at,
  also,
  ...finding,
  review,
});

type Writer = (all: AsyncIterable<StoredFinding>, message: Message, io: Io) => Promise<void>;

const writers: Readonly<Record<Format, Writer>> = {
  async table(all, message, io) {
    const { findingsTable } = await import('../report/findings-table.js');
    const { findingRow } = await import('../report/finding-row.js');
    const rows = [];
    const counts: Partial<Record<Finding['severity'], number>> = {};
    for await (const it of all) {
      const { finding } = it;
      rows.push(findingRow(it, message(finding), io.language));
      counts[finding.severity] = (counts[finding.severity] ?? 0) + 1;
    }
    if (rows.length === 0) return io.err(`${word('noFindings', io.language)}\n`);
    await io.out(`${findingsTable(rows, io.language, process.stdout.columns || 120)}\n`);
    const total = { count: rows.length, counts: countWords(counts, io.language) };
    io.err(`${word('findingsTotal', io.language, total)}\n`);
  },
  async json(all, _message, io) {
    let before = '{"schemaVersion":1,"findings":[';
    for await (const it of all) {
      await io.json(`${before}\n${JSON.stringify(exported(it))}`);
      before = ',';
    }
    await io.json(`${before === ',' ? '' : before}\n]}\n`);
  },
  async ndjson(all, _message, io) {
    for await (const it of all) await io.json(`${JSON.stringify(exported(it))}\n`);
  },
  async csv(all, message, io) {
    const { byteOrderMark, csvLine } = await import('../report/csv.js');
    const { findingColumns, findingRow } = await import('../report/finding-row.js');
    await io.csv((intoFile() ? byteOrderMark : '') + csvLine(findingColumns));
    for await (const it of all) {
      const row = findingRow(it, message(it.finding), io.language);
      await io.csv(csvLine(findingColumns.map((column) => row[column])));
    }
  },
};

/** True when the shell sends stdout to a file, which a person will open; not for a pipe. */
function intoFile(): boolean {
  try {
    return fstatSync(1).isFile();
  } catch {
    return false;
  }
}
