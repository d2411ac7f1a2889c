import { word, type WordKey } from '../model/words.js';
import type { Check } from '../rulebook/check.js';
import type { Command, Io } from './command.js';
import { exit } from './exit.js';

export const rules: Command = {
  name: 'rules',
  summary: { zh: '列出核对规则，或说明其中一条', en: 'list the rules, or explain one' },
  usage: '[id]',
  options: [{ flags: '--json', about: { zh: '输出 JSON', en: 'as JSON' } }],
  examples: [
    { command: 'rules', about: { zh: '全部规则', en: 'all rules' } },
    {
      command: 'rules parts-of-total',
      about: { zh: '一条规则查什么、为什么、放过什么', en: 'what one looks for, why, and what it lets pass' },
    },
  ],
  async run([id], given, io) {
    const { defaultRulebook } = await import('../rulebook/rulebook.js');
    const { checkNamed } = await import('./check-named.js');
    const chosen = id === undefined ? [...defaultRulebook().checks.values()] : [checkNamed(id, io.language)];
    if (given['json']) await io.out(`${JSON.stringify(id === undefined ? chosen : chosen[0], null, 2)}\n`);
    else await io.out(chosen.map((check) => (id === undefined ? line(check, io) : detail(check, io))).join(''));
    return exit.done;
  },
};

function line({ id, severity, title }: Check, { language }: Io): string {
  return `${id.padEnd(28)} ${word(severity, language)}  ${title[language]}\n`;
}

function detail(check: Check, { language }: Io): string {
  const fields: readonly [WordKey, string][] = [
    ['severity', word(check.severity, language)],
    ['kind', check.kind],
    ['why', check.why],
    ['letsPass', check.letsPass],
    ['message', check.message[language]],
    ['catalogue', check.catalogue.join(', ') || word('none', language)],
    ['examples', check.examples.map(({ name, expect }) => `\n    ${expect.padEnd(22)} ${name}`).join('')],
  ];
  const lines = fields.map(([key, value]) => `  ${word(key, language)}${language === 'zh' ? '：' : ': '}${value}\n`);
  return `${check.id}  ${check.title[language]}\n${lines.join('')}`;
}
