import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../src/model/report.js';
import { faultyReport, gouji, shell, soundReport, spawned, write } from './gouji.js';

describe('check', () => {
  test('--json prints a report a line, in the order given, and keeps the rest for stderr', async () => {
    const names = ['c.txt', 'a.txt', 'b.txt'];
    names.forEach((name, at) => write(name, soundReport(at + 1)));
    const { code, out, err } = await gouji(['check', '--json', ...names, 'missing.txt']);
    const reports = out
      .trimEnd()
      .split('\n')
      .map((line) => reportSchema.parse(JSON.parse(line)));
    expect(reports.map(({ file }) => file)).toEqual(names);
    expect(err).toBe(`missing.txt does not exist. Check the path.\n`);
    expect(code).toBe(3);
  });

  test('the same bytes give the same report, whatever the locale, the time zone and the number of processes', async () => {
    write('a.txt', faultyReport);
    const one = await spawned(['check', '--json', '--jobs', '1', 'a.txt', 'a.txt']);
    const two = await spawned(['check', '--json', 'a.txt', 'a.txt'], { TZ: 'Asia/Shanghai', LANG: 'zh_CN.GBK' });
    expect(two.out).toBe(one.out);
    expect((await gouji(['check', '--json', 'a.txt', 'a.txt'])).out).toBe(one.out);
  });

  test('writes no database', async () => {
    write('a.txt', soundReport());
    await gouji(['check', 'a.txt']);
    expect((await shell('ls')).out).toBe('a.txt\n');
  });

  const unread: readonly [why: string, name: string, content: string | Uint8Array, code: string][] = [
    ['an empty file', 'a.docx', '', 'FILE_EMPTY'],
    ['a photo', 'a.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]), 'TYPE_UNSUPPORTED'],
    ['noise', 'a.pdf', new Uint8Array([0, 1, 2, 3, 250, 251, 252, 0, 0, 9]), ''],
  ];
  test.each(unread)('4: %s', async (_why, name, content, problem) => {
    write(name, content);
    const { code, out, err } = await gouji(['check', '--json', name]);
    expect(code).toBe(4);
    const report = reportSchema.parse(JSON.parse(out));
    expect(report.state).not.toMatch(/^ok/);
    expect(report.problems[0]?.code).toContain(problem);
    expect(out + err).not.toMatch(/^\s+at /m);
  });

  test('4: a missing file, a folder, a pipe that nobody writes to', async () => {
    await shell('mkfifo pipe.pdf; mkdir folder.pdf');
    for (const name of ['missing.pdf', 'folder.pdf', 'pipe.pdf']) {
      const { code, out, err } = await gouji(['check', name]);
      expect({ code, out }).toEqual({ code: 4, out: '' });
      expect(err).toContain(name);
    }
  });

  test('a text without figures is read, and nothing is found in it', async () => {
    write('a.txt', '关于召开会议的通知\n请各科室准时参加。\n');
    expect((await gouji(['check', 'a.txt'])).code).toBe(0);
  });

  test('1: a finding at or above --fail-on, which is shown with its arithmetic and source', async () => {
    write('a.txt', faultyReport);
    const { code, out } = await gouji(['check', 'a.txt', '--lang', 'zh']);
    expect(code).toBe(1);
    expect(out).toContain('1109人');
    expect(out).toContain('原文：');
    expect((await gouji(['check', '--fail-on', 'none', 'a.txt'])).code).toBe(0);
    write('empty.txt', '');
    expect((await gouji(['check', 'a.txt', 'empty.txt'])).code).toBe(3);
  });

  test('a time limit costs the file, not the command', async () => {
    write('a.txt', soundReport());
    const { code, out } = await spawned(['check', '--json', '--timeout', '0.001', 'a.txt']);
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ state: 'limit_exceeded', problems: [{ code: 'TIME_EXCEEDED' }] });
  });
});

describe('streams', () => {
  test('a reader that has seen enough is no error', async () => {
    for (let number = 1; number <= 30; number++) write(`in/${number}.txt`, soundReport(number).repeat(50));
    const { code, out, err } = await shell('gouji check --json in/*.txt | head -c 100');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toHaveLength(100);
  });

  test('a closed stdout is no crash', async () => {
    write('a.txt', soundReport());
    const { err } = await shell('gouji check --json a.txt >&-; gouji schema >&-; gouji --help >&-');
    expect(err).not.toMatch(/^\s+at /m);
    expect(err).not.toContain('Error');
  });

  test('nothing is written but what was asked for', async () => {
    write('a.txt', soundReport());
    expect((await gouji(['check', 'a.txt'])).err).toBe('');
  });
});
