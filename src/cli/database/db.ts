import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { Command, Given, Io } from '../command.js';
import { exit, type Exit } from '../exit.js';
import { databaseOf, databaseOption, formatOption, oneOf } from '../given.js';

const actions = ['check', 'mend', 'backup', 'copy', 'stats'] as const;
type Action = (typeof actions)[number];

export const db: Command = {
  name: 'db',
  summary: {
    zh: '检查、备份、复制数据库，看其大小；让受损的文档重新读取',
    en: 'check, back up, copy and measure the database; have damaged documents read again',
  },
  usage: '<action> [file]',
  options: [databaseOption, formatOption(['text', 'json'])],
  examples: [
    { command: 'db check', about: { zh: '逐页逐行检查', en: 'look at every page and every row' } },
    {
      command: 'db mend',
      about: {
        zh: '受损的文档在下次导入时重新读取，决定保留',
        en: 'the next import reads damaged documents again; decisions are kept',
      },
    },
    {
      command: 'db backup gouji-backup.db',
      about: { zh: '备份使用中的数据库，并核对备份', en: 'back up a database in use, and check the backup' },
    },
    {
      command: 'db copy gouji-copy.db',
      about: { zh: '复制到新的数据库，不留空隙', en: 'copy it into a new database without free space' },
    },
    { command: 'db stats', about: { zh: '各表的行数和字节数', en: 'rows and bytes of each table' } },
  ],
  async run([asked = '', file], given, io) {
    const action = oneOf<Action>({ action: asked }, 'action', 'db', actions, 'check', io);
    const copies = action === 'backup' || action === 'copy';
    if (copies !== (file !== undefined)) {
      const key = copies ? 'missingArgument' : 'tooManyArguments';
      throw new GoujiError('USAGE', { issue: word(key, io.language, { what: '<file>' }) });
    }
    if (action === 'check') return check(given, io);
    if (action === 'mend') return mend(given, io);
    if (action === 'stats') return stats(given, io);
    return copy(file ?? '', action === 'copy', given, io);
  },
};

async function check(given: Given, io: Io): Promise<Exit> {
  const { openStoreForReading } = await import('../../store/open-store.js');
  const { visible } = await import('../../model/visible.js');
  const path = databaseOf(given);
  const store = openStoreForReading(path);
  try {
    const faults = await store.verify();
    if (faults.length === 0) await io.out(`${word('databaseSound', io.language, { path })}\n`);
    for (const fault of faults) await io.out(`${visible(fault)}\n`);
    return faults.length === 0 ? exit.done : exit.unsound;
  } finally {
    await store.close();
  }
}

async function mend(given: Given, io: Io): Promise<Exit> {
  const { openStore, openStoreForReading } = await import('../../store/open-store.js');
  const { visible } = await import('../../model/visible.js');
  // a database that is not there is not made to be mended
  await openStoreForReading(databaseOf(given)).close();
  const store = openStore(databaseOf(given));
  try {
    const documents = await store.mend();
    for (const { path, sha256 } of documents) await io.out(`${visible(path ?? sha256)}\n`);
    const key = documents.length === 0 ? 'nothingToMend' : 'toImportAgain';
    io.err(`${word(key, io.language, { count: documents.length })}\n`);
    return exit.done;
  } finally {
    await store.close();
  }
}

async function copy(file: string, compact: boolean, given: Given, io: Io): Promise<Exit> {
  const { backupDatabase } = await import('../../store/maintain.js');
  const { bytesText } = await import('../../report/amount-text.js');
  const path = databaseOf(given);
  const { documents, bytes } = await backupDatabase(path, file, compact);
  await io.out(`${word('databaseCopied', io.language, { path, file, documents, bytes: bytesText(bytes) })}\n`);
  return exit.done;
}

async function stats(given: Given, io: Io): Promise<Exit> {
  const format = oneOf(given, 'format', '--format', ['text', 'json'] as const, 'text', io);
  const { databaseStats } = await import('../../store/maintain.js');
  const found = databaseStats(databaseOf(given));
  if (format === 'json') {
    await io.json(`${JSON.stringify({ schemaVersion: 1, ...found }, null, 2)}\n`);
    return exit.done;
  }
  const { statsText } = await import('../../report/stats-text.js');
  await io.out(statsText(found, io.language));
  return exit.done;
}
