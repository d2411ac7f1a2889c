import { word } from '../model/words.js';
import type { Command, Given, Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { databaseOf, databaseOption, oneOf } from './given.js';

export const db: Command = {
  name: 'db',
  summary: {
    zh: '检查数据库是否完好；让受损的文档重新读取',
    en: 'see whether the database is sound; have damaged documents read again',
  },
  usage: '<action>',
  options: [databaseOption],
  examples: [
    { command: 'db check', about: { zh: '逐页逐行检查', en: 'look at every page and every row' } },
    {
      command: 'db mend',
      about: {
        zh: '受损的文档在下次导入时重新读取，决定保留',
        en: 'the next import reads damaged documents again; decisions are kept',
      },
    },
  ],
  async run([asked = ''], given, io) {
    const action = oneOf({ action: asked }, 'action', 'db', ['check', 'mend'] as const, 'check', io);
    return action === 'check' ? check(given, io) : mend(given, io);
  },
};

async function check(given: Given, io: Io): Promise<Exit> {
  const { openStoreForReading } = await import('../store/open-store.js');
  const { visible } = await import('../model/visible.js');
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
  const { openStore, openStoreForReading } = await import('../store/open-store.js');
  const { visible } = await import('../model/visible.js');
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
