import { word } from '../model/words.js';
import type { Command } from './command.js';
import { exit } from './exit.js';
import { databaseOf, databaseOption, numberOf, rulesOption, text } from './given.js';

export const serve: Command = {
  name: 'serve',
  summary: {
    zh: '在本机浏览器中复核发现：原文、标记、算式、决定',
    en: 'review findings in a browser on this machine: document, marks, arithmetic, decisions',
  },
  usage: '',
  options: [
    databaseOption,
    rulesOption,
    { flags: '--port <port>', about: { zh: '端口（默认任选空闲的）', en: 'port (default: any that is free)' } },
    {
      flags: '--by <name>',
      about: { zh: '决定人（默认为当前用户）', en: 'who decides (default: the current user)' },
    },
    { flags: '--no-open', about: { zh: '不打开浏览器', en: 'do not open a browser' } },
  ],
  examples: [
    { command: 'serve', about: { zh: '打开复核页面，Ctrl-C 结束', en: 'open the review page; Ctrl-C ends it' } },
  ],
  async run(_none, given, io) {
    const port = numberOf(given, 'port', '--port', { least: 1, most: 65_535, whole: true }, io) ?? 0;
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    const { currentUser } = await import('./current-user.js');
    const by = text(given, 'by')?.trim() || (await currentUser());
    const { serve: start } = await import('../serve/serve.js');
    const { url, close } = await start({ database: databaseOf(given), rulebook, port, by, language: io.language });
    try {
      await io.out(`${url}\n`);
      io.err(`${word('serving', io.language)}\n`);
      const { openInBrowser } = await import('./open-in-browser.js');
      if (given['open'] !== false && process.stdout.isTTY) openInBrowser(url);
      await new Promise<void>((resolve) => {
        if (io.signal.aborted) return resolve();
        io.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      return exit.done;
    } finally {
      await close();
    }
  },
};
