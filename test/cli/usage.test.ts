import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { fromEnvironment, languageOf } from '../../src/cli/language.js';
import { faultyReport, gouji, main, soundReport, spawned, write } from './gouji.js';

describe('a mistake in the command line is answered in the language of the person', () => {
  const cases: readonly [why: string, args: readonly string[], zh: string, en: string][] = [
    [
      'unknown command',
      ['improt'],
      '没有命令“improt”。是否想用“import”？',
      'There is no command “improt”. Did you mean “import”?',
    ],
    ['unknown flag', ['check', '--jsn', 'a'], '没有选项“--jsn”。是否想用“--json”？', 'Did you mean “--json”?'],
    [
      'unknown flag, far from any',
      ['schema', '--quux'],
      '没有选项“--quux”。 用 gouji',
      'There is no option “--quux”. See',
    ],
    ['missing argument', ['check'], '缺少参数 <file>', 'The argument <file> is missing'],
    ['missing value', ['findings', '--db'], '选项 --db <file> 需要一个值', 'The option --db <file> needs a value'],
    ['too many arguments', ['schema', 'a'], '参数过多', 'too many arguments'],
    ['bad severity', ['check', '--fail-on', 'big', 'a'], '--fail-on 不接受“big”', '--fail-on does not take “big”'],
    [
      'bad number',
      ['check', '--jobs', '-1', 'a'],
      '--jobs 需要 1 至 1024',
      '--jobs takes a whole number from 1 to 1024',
    ],
    ['help of nothing', ['help', 'chek'], '没有命令“chek”。是否想用“check”？', 'Did you mean “check”?'],
    ['empty value', ['findings', '--db', ''], '选项 --db <file> 需要一个值', 'The option --db <file> needs a value'],
    ['a language alone', ['--lang', 'xx'], '--lang 不接受“xx”', '--lang does not take “xx”'],
    [
      'unknown rule',
      ['rules', 'show', 'no-such-rule'],
      '没有名为“no-such-rule”的规则',
      'There is no rule “no-such-rule”',
    ],
  ];
  test.each(cases)('%s', async (_why, args, zh, en) => {
    const chinese = await gouji(args, { LANG: 'zh_CN.UTF-8' });
    const english = await gouji(args, { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' });
    expect(chinese).toMatchObject({ code: 2, out: '' });
    expect(english).toMatchObject({ code: 2, out: '' });
    expect(chinese.err).toContain(zh);
    expect(english.err).toContain(en);
  });

  test('a language that we do not speak', async () => {
    expect(await gouji(['--lang', 'fr', 'schema'])).toMatchObject({ code: 2, out: '' });
  });

  test('nothing at all shows the help', async () => {
    const { code, out, err } = await gouji([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage:');
  });
});

const document = new URL('../../fixtures/final-accounts-sound/input.docx', import.meta.url);

describe('help', () => {
  test.each(commands.map(({ name }) => name))('of %s begins with examples, in both languages', async (name) => {
    const english = await gouji([name, '--help']);
    const chinese = await gouji(['--lang', 'zh', name, '--help']);
    expect(english).toMatchObject({ code: 0, err: '' });
    expect(english.out).toMatch(new RegExp(`^Examples:\\n  gouji ${name}`));
    expect(chinese.out).toMatch(new RegExp(`^示例：\\n  gouji ${name}`));
  });

  // a desk is served until a signal ends it: test/serve
  const ending = commands.filter(({ name }) => name !== 'serve');
  const examples = ending.flatMap(({ examples: all }) => all.map(({ command }) => command));
  test.each(examples.map((command) => [command]))('the example `gouji %s` works', async (command) => {
    write('report.docx', command.includes('--html') ? readFileSync(document) : soundReport());
    write('budget.txt', soundReport(2));
    write('reports/faulty.txt', faultyReport);
    await gouji(['import', 'report.docx', ...(/ (?:ID|128)\b/.test(command) ? ['reports'] : [])]);
    if (command.startsWith('workpaper read')) await gouji(['workpaper']);
    const words = (command.match(/"[^"]*"|\S+/g) ?? []).map((it) => it.replaceAll('"', ''));
    // queries and drawings run in processes of their own
    const run = /^sql |-f html/.test(command) ? spawned : gouji;
    const { code, err } = await run(await Promise.all(words.map(withId)));
    expect([0, 1]).toContain(code);
    expect(err).not.toContain('gouji --help');
  });
});

/** An argument of an example: `ID` stands for the id of a finding in the database, and 128 for its number. */
async function withId(argument: string): Promise<string> {
  if (argument === '128') return '1';
  if (argument !== 'ID') return argument;
  return (JSON.parse((await gouji(['findings', '-f', 'ndjson'])).out) as { id: string }).id;
}

/** How long one run takes, in nanoseconds. */
const time = (args: readonly string[]): number => {
  const before = process.hrtime.bigint();
  execFileSync(process.execPath, args);
  return Number(process.hrtime.bigint() - before);
};

describe('version', () => {
  test('is that of package.json', async () => {
    const { out } = await spawned(['--version']);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await gouji(['--version', '--lang', 'zh'])).out).toBe(out);
  });

  test('costs little more than node itself', () => {
    let [ours, bare] = [Infinity, Infinity];
    // in turn, and the best of each: whatever else the machine does meets both
    for (let pair = 0; pair < 9 || (pair < 40 && ours / bare >= 1.6); pair++) {
      ours = Math.min(ours, time([main, '--version']));
      bare = Math.min(bare, time(['-e', '0']));
    }
    expect(ours / bare).toBeLessThan(1.6);
  });
});

describe('the language', () => {
  const cases: readonly [argv: readonly string[], env: Record<string, string>, language: string | null][] = [
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LANG: 'zh_TW' }, 'zh'],
    [['--lang', 'zh'], { LC_ALL: 'C' }, 'zh'],
    [['check', '--lang=en', 'a'], { LANG: 'zh_CN' }, 'en'],
    [['--lang', 'auto'], { LANG: 'zh_CN' }, 'zh'],
    [['--lang', 'fr'], {}, null],
    [['check', '--', '--lang', 'fr'], {}, 'en'],
  ];
  test.each(cases)('%j with %j is %s', (argv, env, language) => {
    expect(languageOf(argv, env)).toBe(language);
    expect(['zh', 'en']).toContain(fromEnvironment(env));
  });
});
