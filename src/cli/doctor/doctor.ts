import type { Language } from '../../model/catalogue.js';
import { GoujiError } from '../../model/error.js';
import { word } from '../../model/words.js';
import type { Command } from '../command.js';
import { exit } from '../exit.js';
import { databaseOf, databaseOption, formatOption, oneOf } from '../given.js';
import type { Examined } from './examined.js';

export const doctor: Command = {
  name: 'doctor',
  summary: {
    zh: '检查本机能否运行 gouji，以及数据库的状况',
    en: 'see whether this machine can run gouji, and how the database is',
  },
  usage: '',
  options: [databaseOption, formatOption(['text', 'json'])],
  examples: [
    { command: 'doctor', about: { zh: '逐项检查', en: 'look at everything' } },
    { command: 'doctor -f json', about: { zh: '供其他程序使用', en: 'for another program' } },
  ],
  async run(_none, given, io) {
    const format = oneOf(given, 'format', '--format', ['text', 'json'] as const, 'text', io);
    const all = await examineAll(databaseOf(given));
    const told = all.map(({ check, level, say }) => ({ check, level, message: say(io.language) }));
    const [warn, fail] = (['warn', 'fail'] as const).map((level) => told.filter((it) => it.level === level).length);
    if (format === 'json') await io.json(`${JSON.stringify({ schemaVersion: 1, checks: told }, null, 2)}\n`);
    else for (const it of told) await io.out(`${it.level.padEnd(6)}${it.check.padEnd(12)}${it.message}\n`);
    const well = warn === 0 && fail === 0;
    io.err(`${word(well ? 'doctorWell' : 'doctorUnwell', io.language, { warn: warn ?? 0, fail: fail ?? 0 })}\n`);
    return fail === 0 ? exit.done : exit.unsound;
  },
};

interface Told {
  readonly check: string;
  readonly level: Examined['level'];
  readonly say: (language: Language) => string;
}

/** What one look throws costs the others nothing. */
async function examineAll(path: string): Promise<readonly Told[]> {
  const program = await import('./program-checks.js');
  const store = await import('./store-checks.js');
  const machine = await import('./machine-checks.js');
  const looks: readonly (readonly [check: string, look: () => Examined | null])[] = [
    ['node', () => program.node()],
    ['modules', () => program.modules()],
    ['rules', () => program.rules()],
    ['office', () => program.office()],
    ['database', () => store.database(path)],
    ['folder', () => store.writable(path)],
    ['disk', () => store.disk(path)],
    ['network', () => store.network(path)],
    ['temporary', () => machine.temporary()],
    ['locale', () => machine.locale()],
    ['processors', () => machine.processors()],
    ['memory', () => machine.memory()],
    ['files', () => machine.openFiles()],
  ];
  return looks.flatMap(([check, look]) => toldOf(check, look));
}

function toldOf(check: string, look: () => Examined | null): readonly Told[] {
  try {
    const found = look();
    if (found === null) return [];
    const { level, key, params } = found;
    return [{ check, level, say: (language) => word(key, language, params) }];
  } catch (error) {
    if (error instanceof GoujiError) return [{ check, level: 'fail', say: (language) => error.say(language) }];
    const reason = error instanceof Error ? error.message : String(error);
    return [{ check, level: 'warn', say: (language) => word('doctorUnknown', language, { reason }) }];
  }
}
