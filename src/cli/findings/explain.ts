import type { Command } from '../command.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption, rulesOption, text } from '../given.js';

export const explain: Command = {
  name: 'explain',
  summary: {
    zh: '说明一处发现：算式、各数的出处、规则的理由、复核记录',
    en: 'explain a finding: arithmetic, where each figure stands, why it is looked for, what was decided',
  },
  usage: '<finding>',
  options: [
    databaseOption,
    rulesOption,
    {
      flags: '--document <document>',
      about: { zh: '只在这份文档中找编号', en: 'look for the id in this document only' },
    },
  ],
  examples: [
    { command: 'explain 128', about: { zh: '列表中的编号', en: 'the number in lists' } },
    { command: 'explain ID', about: { zh: '或编号（finding）的开头', en: 'or the beginning of an id' } },
  ],
  async run([id = ''], given, io) {
    const { rulebookWith } = await import('../../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    const { openStoreForReading } = await import('../../store/open-store.js');
    const { findingNamed } = await import('./finding-named.js');
    const { explainText } = await import('../../report/explain-text.js');
    const { explainedOf } = await import('../../pipeline/explained.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      const stored = await findingNamed(id, text(given, 'document'), store);
      await io.out(explainText(await explainedOf(stored, store, rulebook, io.language), io.language));
      return exit.done;
    } finally {
      await store.close();
    }
  },
};
