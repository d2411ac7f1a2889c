import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../src/pipeline/import/importing.js';
import { secondsLeft } from '../../src/cli/import/progress.js';
import { bytesText, durationText } from '../../src/report/amount-text.js';
import { ended, faultyReport, gouji, here, shell, soundReport, start, write } from './gouji.js';

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const lines = (text: string): Record<string, unknown>[] => text.trim().split('\n').map(json);

test('a night of importing is told in the morning: states, reasons, what to read again', async () => {
  write('in/a.txt', soundReport());
  write('in/copy.txt', soundReport());
  write('in/faulty.txt', faultyReport);
  write('in/blank.txt', ' \n\n \n');
  write('in/empty.txt', '');
  write('in/more.rar', 'Rar!');
  const told = ['--report', 'run.json', '--log-file', 'log.ndjson'];
  const first = await gouji(['import', 'in', '-q', ...told]);
  expect(first).toMatchObject({ code: 3, out: '' });
  expect(first.err.split('\n').filter((it) => /^\S/.test(it))).toEqual([
    expect.stringMatching(/^without words FILE_WORDLESS .*blank\.txt$/),
    expect.stringMatching(/^failed FILE_EMPTY .*empty\.txt$/),
  ]);
  const counts = { ok: 2, duplicate: 1, wordless: 1, failed: 1, skipped: 1 };
  expect(json(readFileSync(here('run.json'), 'utf8'))).toMatchObject({
    run: 1,
    ended: 'finished',
    files: 6,
    counts,
    unopened: { RAR: 1 },
    codes: { FILE_WORDLESS: 1, FILE_EMPTY: 1 },
    exit: 3,
  });
  const logged = lines(readFileSync(here('log.ndjson'), 'utf8'));
  expect(logged.map(({ path, state }) => [String(path).slice(here('in').length + 1), state])).toEqual([
    ['a.txt', 'ok'],
    ['blank.txt', 'wordless'],
    ['copy.txt', 'duplicate'],
    ['empty.txt', 'failed'],
    ['faulty.txt', 'ok'],
    ['more.rar', 'skipped'],
  ]);
  expect(logged[0]).toMatchObject({ bytes: expect.any(Number), seconds: expect.any(Number) });

  const second = await gouji(['import', 'in', '--progress', 'json']);
  expect(second.code).toBe(3);
  expect(second.err).toContain('Not opened, by kind: RAR 1');
  const progress = second.err.split('\n').find((it) => it.startsWith('{'));
  expect(json(progress ?? '')['progress']).toMatchObject({ done: 6, total: 6, filesPerSecond: expect.any(Number) });

  const status = json((await gouji(['status', '-f', 'json'])).out);
  expect(status['files']).toEqual({ states: { ok: 3, failed: 1, skipped: 1, wordless: 1 }, unopened: { RAR: 1 } });
  expect(status['runs']).toMatchObject([
    { run: 2, counts: { unchanged: 3, failed: 1, skipped: 1, wordless: 1 }, options: {} },
    { run: 1, left: 0 },
  ]);
  expect((await gouji(['status', '1'])).out).toMatch(
    /^Import 1: finished, from 20.*\n.*Paths: .*in\n[^]*Slowest files/,
  );

  const errors = await gouji(['errors']);
  expect(errors.out).toContain('FILE_EMPTY (failed): 1 files\n… is empty (0 bytes). Get the original again.\n');
  expect(errors.err).toContain('gouji retry');
  const rows = lines((await gouji(['errors', '1', '-f', 'ndjson', '--code', 'PATH_SKIPPED'])).out);
  expect(rows).toMatchObject([{ code: 'PATH_SKIPPED', params: { kind: 'RAR' }, run: 1 }]);
  expect((await gouji(['errors', '-f', 'csv'])).out).toMatch(/^"path","state","code","message"/);

  write('in/empty.txt', soundReport(2));
  const again = await gouji(['retry', '--path', 'e*.txt', '-q']);
  expect(again.code).toBe(0);
  expect((await gouji(['errors', '-f', 'json'])).out).toMatch(
    /^\{"schemaVersion":1,"files":\[\n.*blank\.txt.*\n\]\}\n$/,
  );
  expect((await gouji(['retry', '--code', 'FILE_EMPTY'])).err).toContain('nothing to read again');
  expect(lines((await gouji(['duplicates', '-f', 'ndjson'])).out)).toMatchObject([
    { same: 'bytes', paths: [here('in/a.txt'), here('in/copy.txt')] },
  ]);
  expect((await gouji(['duplicates'])).out).toContain('The same bytes');

  renameSync(here('in'), here('elsewhere'));
  const moved = await gouji(['import', 'elsewhere']);
  expect(moved.err).toContain('moved 4');
  expect(moved.err).toMatch(/5 known files are no more where they were, 5 of them moved/);
  const unknown = await gouji(['status', '99']);
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There is no import 99')]); // RUN_UNKNOWN
}, 240_000);

/** How many files are recorded by now. */
function recorded(): number {
  if (!existsSync(here('out/gouji.db'))) return 0;
  const open = new BetterSqlite3(here('out/gouji.db'), { readonly: true });
  try {
    return open.prepare<[], number>('SELECT count(*) FROM run_files').pluck().get() ?? 0;
  } finally {
    open.close();
  }
}

test('a run that was killed is shown as such, with what is left', async () => {
  for (let number = 1; number <= 60; number++) write(`in/${number}.txt`, soundReport(number));
  const child = start(['import', 'in', '--jobs', '1']);
  const end = ended(child);
  while (child.exitCode === null && recorded() < 3) await sleep(5);
  const [running] = json((await gouji(['status', '-f', 'json'])).out)['runs'] as Record<string, unknown>[];
  child.kill('SIGKILL');
  expect((await end).signal).toBe('SIGKILL');
  const [run] = json((await gouji(['status', '-f', 'json'])).out)['runs'] as Record<string, unknown>[];
  expect([running?.['ended'], run?.['ended'], run?.['files']]).toEqual(['running', 'interrupted', 60]);
  const { out } = await gouji(['status']);
  expect(out).toMatch(/^Import 1: interrupted/);
  expect(out).toContain(`${60 - recorded()} files are left of the 60 that were found`);
  expect(out).toMatch(/that were found; the same command goes on with them:\n {4}\/.*\/in\/\d+\.txt\n/);
});

describe('which files', () => {
  test('are read from a list, as bytes, ended by lines or by NUL, or come on stdin', async () => {
    write('a.txt', soundReport(1));
    write('b.txt', soundReport(2));
    write('list', 'a.txt\r\n\nb.txt');
    const planned = async (line: string): Promise<string[]> =>
      (await shell(line)).out.split('\n').map((it) => it.split('/').at(-1) ?? '');
    expect(await planned('gouji import --files-from list --dry-run')).toEqual(['a.txt', 'b.txt', '']);
    const nul = `cp a.txt "$(printf '\\276.txt')"; printf 'a.txt\\0\\276.txt' | gouji import --files-from - --dry-run`;
    expect(await planned(nul)).toEqual(['\\xbe.txt', 'a.txt', '']);
    expect(existsSync(here('out'))).toBe(false);
    write('none', '\n');
    const { code, err } = await gouji(['import', '--files-from', 'none']);
    expect([code, err]).toEqual([2, expect.stringContaining('holds no paths')]);
    expect((await gouji(['import', '--files-from', 'no-such'])).code).toBe(4);
  });

  test('a dry run says what would be done, and writes nothing', async () => {
    write('in/a.txt', soundReport(1));
    write('in/b.txt', soundReport(2));
    write('in/x.rar', 'x');
    await gouji(['import', 'in/a.txt', '-q']);
    const before = readFileSync(here('out/gouji.db'));
    const { code, out, err } = await gouji(['import', 'in', '--dry-run', '--exclude', 'x.*']);
    expect([code, out]).toEqual([0, `unchanged  ${here('in/a.txt')}\nwould be read  ${here('in/b.txt')}\n`]);
    expect(err).toMatch(/^Dry run: 2 files, \d+ B\. unchanged 1, would be read 1\. Nothing was changed\.\n$/);
    expect(readFileSync(here('out/gouji.db'))).toEqual(before);
  });
});

describe('what cannot be', () => {
  const cases: readonly [why: string, args: readonly string[], says: string][] = [
    ['no path at all', ['import'], 'The argument <path...> is missing'],
    ['two ways of asking', ['import', 'a', '--retry', '--reprocess', 'all'], 'cannot be used together'],
    ['a run that is none', ['errors', 'last'], 'is not the number of an import'],
    ['an unknown progress', ['import', 'a', '--progress', 'dots'], '--progress does not take “dots”'],
    ['no pages', ['import', 'a', '--max-pages', '0'], '--max-pages takes'],
    [
      'OUTPUT_UNWRITABLE: a report',
      ['import', 'a', '--report', 'no/run.json'],
      'no/run.json cannot be written (ENOENT)',
    ],
    [
      'OUTPUT_UNWRITABLE: a report in a file',
      ['import', 'a', '--report', 'b/run.json'],
      'b/run.json cannot be written (ENOTDIR)',
    ],
    ['OUTPUT_UNWRITABLE: a log', ['import', 'a', '--log-file', '.'], '. cannot be written (EISDIR)'],
  ];
  test('is told before anything is done', async () => {
    mkdirSync(here('a'));
    write('b', '');
    for (const [, args, says] of cases) {
      const { code, err } = await gouji(args);
      expect([code, err]).toEqual([2, expect.stringContaining(says)]);
    }
    expect(readdirSync(here())).toEqual(['a', 'b']);
  });
});

test('an estimate goes by bytes, and says nothing before there is anything to go by', () => {
  const progress = (done: number, total: number): Progress =>
    ({ done: 1, total: 10, bytes: { done, total } }) as unknown as Progress;
  expect(secondsLeft(progress(250, 1000), 60)).toBe(180);
  expect(secondsLeft(progress(0, 0), 10)).toBeCloseTo(90);
  expect([secondsLeft(progress(250, 1000), 1), secondsLeft(progress(0, 1000), 60)]).toEqual([null, null]);
  expect([0.25, 59, 61, 3700, 90_000].map((it) => durationText(it, 'en'))).toEqual([
    '0.3 s',
    '59 s',
    '1 min 1 s',
    '1 h 1 min',
    '1 d 1 h',
  ]);
  expect([10, 2048, 5 * 1024 ** 3].map(bytesText)).toEqual(['10 B', '2.0 KB', '5.0 GB']);
});
