import { basename } from 'node:path';
import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { Command, Given, Io } from '../command.js';
import { exit, type Exit } from '../exit.js';
import { currentUser } from '../current-user.js';
import { maskOption, maskingOf } from '../findings/masking.js';
import {
  databaseOf,
  databaseOption,
  formatOption,
  oneOf,
  reportOptions,
  reportsOf,
  rulesOption,
  text,
} from '../given.js';

const formats = ['xlsx', 'docx'] as const;

export const workpaper: Command = {
  name: 'workpaper',
  summary: {
    zh: '写审计工作底稿（Excel 或 Word），读回在 Excel 底稿中所作的决定',
    en: 'write working papers (Excel or Word), and read back what was decided in the Excel one',
  },
  usage: '[action] [file]',
  options: [
    databaseOption,
    formatOption(formats),
    {
      flags: '--out <file>',
      about: { zh: '写到哪个文件（默认 out/workpaper.xlsx）', en: 'file (default out/workpaper.xlsx)' },
    },
    { flags: '--prepared-by <name>', about: { zh: '编制人', en: 'who prepared it' } },
    { flags: '--reviewed-by <name>', about: { zh: '复核人', en: 'who reviewed it' } },
    {
      flags: '--index-prefix <prefix>',
      about: { zh: '索引号的前缀（默认 GJ）', en: 'how index numbers begin (default GJ)' },
    },
    {
      flags: '--status <status>',
      about: {
        zh: '只写某种复核状态：open、reopened、confirmed、dismissed',
        en: 'of one review status: open, reopened, confirmed, dismissed',
      },
    },
    {
      flags: '--by <name>',
      about: { zh: 'read：未写决定人的行由谁决定', en: 'read: who decided where a row does not say' },
    },
    ...reportOptions,
    maskOption,
    rulesOption,
  ],
  examples: [
    { command: 'workpaper --prepared-by 王芳', about: { zh: 'Excel 底稿', en: 'the Excel paper' } },
    {
      command: 'workpaper -f docx --status confirmed',
      about: { zh: 'Word 底稿，只写已确认的', en: 'the Word paper, of what is confirmed' },
    },
    {
      command: 'workpaper read out/workpaper.xlsx',
      about: { zh: '读回其中的决定', en: 'read back the decisions in it' },
    },
  ],
  async run([action, file], given, io) {
    if (action === undefined) return write(given, io);
    oneOf({ action }, 'action', 'workpaper', ['read'] as const, 'read', io);
    if (file === undefined)
      throw new GoujiError('USAGE', { issue: word('missingArgument', io.language, { what: '<file>' }) });
    return read(file, given, io);
  },
};

async function write(given: Given, io: Io): Promise<Exit> {
  const { reviewStatuses } = await import('../../model/review.js');
  const format = oneOf(given, 'format', '--format', formats, 'xlsx', io);
  const status =
    text(given, 'status') === undefined ? null : oneOf(given, 'status', '--status', reviewStatuses, 'open', io);
  const masking = await maskingOf(given, io);
  const out = text(given, 'out') ?? `out/workpaper.${format}`;
  const { rulebookWith } = await import('../../rulebook/user-rules.js');
  const rulebook = rulebookWith(text(given, 'rules'));
  const { openStoreForReading } = await import('../../store/open-store.js');
  const { Crops } = await import('../findings/crops.js');
  const { messageIn } = await import('../../rulebook/message-in.js');
  const { gatherPaper } = await import('./gather.js');
  const { Drafts } = await import('../output/draft.js');
  const store = openStoreForReading(databaseOf(given));
  const crops = new Crops(store.path, masking.concerns);
  const drafts = new Drafts();
  try {
    const paper = await gatherPaper(store, {
      filter: { ...reportsOf(given, io), ...(status ? { statuses: [status] } : {}) },
      rulebook,
      message: messageIn(io.language, () => rulebook),
      crops,
      masking,
      prefix: text(given, 'indexPrefix') ?? 'GJ',
      preparedBy: text(given, 'preparedBy') ?? '',
      reviewedBy: text(given, 'reviewedBy') ?? '',
      io,
    });
    const draft = drafts.open(out);
    if (format === 'xlsx') {
      const { writeWorkbook } = await import('../../report/workpaper/workbook.js');
      writeWorkbook(paper, io.language, (bytes) => draft.write(bytes));
    } else {
      const { writtenDocument } = await import('../../report/workpaper/document.js');
      draft.write(await writtenDocument(paper, io.language));
    }
    drafts.keep();
    await io.out(`${word('paperWritten', io.language, { file: out, count: paper.findings.length })}\n`);
    return exit.done;
  } finally {
    drafts.discard();
    await crops.close();
    await store.close();
  }
}

async function read(file: string, given: Given, io: Io): Promise<Exit> {
  const { openStore, openStoreForReading } = await import('../../store/open-store.js');
  const { cellTexts } = await import('../../parse/xlsx/cell-texts.js');
  const { ParseFailure } = await import('../../parse/failure.js');
  const { withNamed } = await import('../../pipeline/named-file.js');
  const { findingNamed } = await import('../findings/finding-named.js');
  const { readPaper } = await import('./read.js');
  const opened = await withNamed(file, (it) => it.bytes());
  if ('problem' in opened)
    throw new GoujiError(opened.problem.code as 'FILE_UNREADABLE', opened.problem.params as never);
  let sheets;
  try {
    sheets = cellTexts(new Uint8Array(opened.done));
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error;
    throw new GoujiError(
      'FILE_DAMAGED',
      { file: basename(file), reason: String(error.params['reason'] ?? error.code) },
      { cause: error },
    );
  }
  await openStoreForReading(databaseOf(given)).close();
  const store = openStore(databaseOf(given));
  try {
    const find = async (number: number) => {
      try {
        return await findingNamed(String(number), undefined, store);
      } catch (error) {
        if (error instanceof GoujiError && error.code === 'FINDING_UNKNOWN') return null;
        throw error;
      }
    };
    const about = {
      by: text(given, 'by')?.trim() || (await currentUser()),
      at: new Date().toISOString(),
      language: io.language,
    };
    const { decisions, faults } = await readPaper(sheets, find, about);
    for (const fault of faults) io.err(`${fault}\n`);
    if (faults.length > 0) return exit.usage;
    const events = decisions.length > 0 ? await store.decide(decisions) : [];
    await io.out(`${word('paperApplied', io.language, { count: events.length })}\n`);
    return exit.done;
  } finally {
    await store.close();
  }
}
