import { GoujiError } from '../model/error.js';
import { word, type WordKey } from '../model/words.js';
import type { Check } from '../rulebook/check.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Command, Io } from './command.js';
import { exit, type Exit } from './exit.js';
import { formulaText } from './formula-text.js';
import { oneOf, rulesOption, text } from './given.js';

const actions = ['list', 'show', 'test'] as const;

export const rules: Command = {
  name: 'rules',
  summary: { zh: '列出、说明、检验核对规则', en: 'list the rules, explain one, run their examples' },
  usage: '<action> [id...]',
  options: [
    rulesOption,
    {
      flags: '--coverage',
      about: {
        zh: '按勾稽目录列出：由哪条规则核对，或为何不核对',
        en: 'list by catalogue: covered by which rule, or why by none',
      },
    },
    { flags: '--json', about: { zh: '输出 JSON', en: 'as JSON' } },
  ],
  examples: [
    { command: 'rules list', about: { zh: '全部规则', en: 'all rules' } },
    {
      command: 'rules show parts-of-total',
      about: { zh: '一条规则查什么、为什么、放过什么', en: 'what one looks for, why, and what it lets pass' },
    },
    {
      command: 'rules list --coverage',
      about: { zh: '勾稽目录的覆盖情况', en: 'how much of the catalogue is covered' },
    },
    { command: 'rules test headcount-limit', about: { zh: '运行规则的示例', en: 'run the examples of a rule' } },
  ],
  async run([asked = '', ...ids], given, io) {
    const action = oneOf({ action: asked }, 'action', 'rules', actions, 'list', io);
    const { rulebookWith } = await import('../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    if (action === 'list' && given['coverage']) return coverage(rulebook, given['json'] === true, io);
    const { checkNamed } = await import('./check-named.js');
    const named = ids.map((id) => checkNamed(id, rulebook, io.language));
    if (action === 'show' && named.length === 0)
      throw new GoujiError('USAGE', { issue: word('missingArgument', io.language, { what: '<id>' }) });
    const chosen = named.length > 0 ? named : [...rulebook.checks.values()];
    if (action === 'test') return test(chosen, rulebook, io);
    if (given['json']) await io.json(`${JSON.stringify(chosen, null, 2)}\n`);
    else
      await io.out(chosen.map((check) => (action === 'list' ? line(check, io) : detail(check, rulebook, io))).join(''));
    return exit.done;
  },
};

const width = 28;

function line({ id, severity, title }: Check, { language }: Io): string {
  return `${id.padEnd(width)} ${word(severity, language)}  ${title[language]}\n`;
}

function detail(check: Check, rulebook: Rulebook, { language }: Io): string {
  const { relation } = check;
  const fields: readonly [WordKey, string][] = [
    ['severity', word(check.severity, language)],
    ['kind', check.kind],
    ...(relation ? [['formula', formulaText(relation, rulebook, language)] satisfies [WordKey, string]] : []),
    ['why', check.why[language]],
    ['letsPass', check.letsPass[language]],
    ['message', check.message[language]],
    ['catalogue', check.catalogue.join(', ') || word('none', language)],
    ['examples', check.examples.map(({ name, expect }) => `\n    ${expect.padEnd(22)} ${name}`).join('')],
  ];
  const lines = fields.map(([key, value]) => `  ${word(key, language)}${language === 'zh' ? '：' : ': '}${value}\n`);
  return `${check.id}  ${check.title[language]}\n${lines.join('')}`;
}

/** Every entry of the catalogue with the rules that cover it, or the reason why none does. */
async function coverage(rulebook: Rulebook, json: boolean, io: Io): Promise<Exit> {
  const { language } = io;
  const entries = rulebook.catalogue.map(({ id, title, reason }) => {
    const by = [...rulebook.checks.values()].filter((check) => check.catalogue.includes(id)).map((check) => check.id);
    return { id, title: title[language], rules: by, reason: by.length > 0 ? null : (reason?.[language] ?? null) };
  });
  const covered = entries.filter((entry) => entry.rules.length > 0).length;
  if (json) await io.json(`${JSON.stringify({ covered, total: entries.length, entries }, null, 2)}\n`);
  else
    for (const { id, title, rules: by, reason } of entries) {
      const said = by.length > 0 ? by.join(', ') : `— ${reason ?? word('noReason', language)}`;
      await io.out(`${id.padEnd(8)} ${title}  ${said}\n`);
    }
  io.err(`${word('catalogueCovered', language, { covered, total: entries.length })}\n`);
  return exit.done;
}

/** Runs every example of the checks; those that do not come out as they say make the exit 1. */
async function test(checks: readonly Check[], rulebook: Rulebook, io: Io): Promise<Exit> {
  const { runExample } = await import('../pipeline/run-example.js');
  let run = 0;
  let failed = 0;
  for (const check of checks) {
    for (const example of check.examples) {
      const wrong = runExample(check, example, rulebook);
      run++;
      if (wrong === null) continue;
      failed++;
      await io.out(`${check.id}: ${example.name}: ${wrong}\n`);
    }
  }
  io.err(`${word('examplesRun', io.language, { run, failed, checks: checks.length })}\n`);
  return failed > 0 ? exit.findings : exit.done;
}
