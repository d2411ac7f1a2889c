import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { faultyReport, gouji, here, shell, spawned, start, ended, write } from './gouji.js';

beforeEach(() => write('a.txt', faultyReport));

describe('what the machine refuses is no defect of gouji', () => {
  test('FOLDER_GONE: the current folder was removed', async () => {
    const { code, err } = await shell('mkdir d && cd d && rmdir ../d && gouji check ../a.txt');
    expect([code, err]).toEqual([71, expect.stringContaining('The current folder is gone')]);
    expect((await shell('mkdir d && cd d && rmdir ../d && gouji check --help')).code).toBe(0);
  });

  test.each([24, 40])('SYSTEM_REFUSED: only %i open files are allowed', async (most) => {
    const { code, err } = await shell(`ulimit -n ${most}; gouji check a.txt`);
    expect([code, err]).toEqual([71, expect.stringContaining('ulimit -n 1024')]);
  });

  test('an odd environment changes nothing', async () => {
    const odd = { HOME: '', LANG: 'xx_YY.nonsense', LC_ALL: 'quatsch', TERM: 'dumb', COLUMNS: '0', TMPDIR: '/nowhere' };
    expect(await spawned(['check', 'a.txt'], odd)).toMatchObject({ code: 1, err: '' });
  });
});

describe('a file that somebody names', () => {
  test('is opened only when it is an ordinary one', async () => {
    execFileSync('mkfifo', [here('fifo')]);
    mkdirSync(here('folder'));
    const told = [];
    for (const name of ['fifo', '/dev/zero', 'folder', 'none']) {
      const { code, err } = await gouji(['check', 'a.txt', '--baseline', name]);
      told.push([name, code, /\((.+?)\)/.exec(err)?.[1] ?? err.trim()]);
    }
    expect(told).toEqual([
      ['fifo', 4, 'FIFO'],
      ['/dev/zero', 4, 'device'],
      ['folder', 4, 'EISDIR'],
      ['none', 4, 'none does not exist. Check the path.'],
    ]);
  });

  test('that holds nothing is a baseline of nothing', async () => {
    write('none.ndjson', '');
    expect((await gouji(['check', 'a.txt', '--baseline', 'none.ndjson'])).code).toBe(1);
  });

  test('is told as what it is where it cannot be followed', async () => {
    const { code, err } = await shell('ln -s loop loop; gouji compare loop a.txt');
    expect([code, err]).toEqual([4, expect.stringContaining('(ELOOP)')]);
    const rules = await shell('mkdir own; ln -s checks own/checks; gouji rules list --rules own');
    expect([rules.code, rules.err]).toEqual([2, expect.stringContaining('checks, line 1: cannot be read (ELOOP)')]);
  });

  test('is never the current folder because a variable was empty', async () => {
    expect(await gouji(['import', ''])).toMatchObject({ code: 2, err: expect.stringContaining('<path> is empty') });
    expect(await gouji(['check', 'a.txt', '--rules', ''])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--rules <dir> needs a value'),
    });
  });
});

describe('ids on stdin', () => {
  test('have an end', async () => {
    const { code, err } = await shell('gouji review confirm - < /dev/zero');
    expect([code, err]).toEqual([4, expect.stringContaining('over the limit')]);
  });

  test('are no longer waited for after a signal', async () => {
    const child = start(['review', 'confirm', '-']);
    // more than a pipe holds: when all is on its way, the command is reading
    child.stdin?.write(' '.repeat(300_000), () => child.kill('SIGTERM'));
    expect((await ended(child)).code).toBe(143);
  });
});
