import { word } from '../model/words.js';
import type { Command } from './command.js';
import { exit } from './exit.js';
import { databaseOf, databaseOption, oneOf } from './given.js';

export const db: Command = {
  name: 'db',
  summary: { zh: '检查数据库是否完好', en: 'see whether the database is sound' },
  usage: '<action>',
  options: [databaseOption],
  examples: [{ command: 'db check', about: { zh: '逐页逐行检查', en: 'look at every page and every row' } }],
  async run([action = ''], given, io) {
    oneOf({ action }, 'action', 'db', ['check'], 'check', io);
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
  },
};
