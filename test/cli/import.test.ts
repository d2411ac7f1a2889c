import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { dump } from '../store/dump.js';
import { ended, faultyReport, gouji, here, shell, soundReport, spawned, start, write, type Ended } from './gouji.js';

const database = (): string => here('out', 'gouji.db');

function query<T>(sql: string): T[] {
  const open = new BetterSqlite3(database(), { readonly: true });
  try {
    return open.prepare<[], T>(sql).all();
  } finally {
    open.close();
  }
}

/** How many documents are stored by now; none while there is no database. */
function count(): number {
  return existsSync(database()) ? query('SELECT id FROM documents').length : 0;
}

interface FileRow {
  readonly path: string;
  readonly state: string;
  readonly code: string | null;
}

/** State and code of each file in the last run, by its path under the test's folder. */
function ledger(): Record<string, string> {
  const rows = query<FileRow>('SELECT path, state, code FROM run_files WHERE run = (SELECT max(id) FROM runs)');
  return Object.fromEntries(
    rows.map(({ path, state, code }) => [path.slice(here().length + 1), code === null ? state : `${state} ${code}`]),
  );
}

/** Nothing is torn: every row belongs to a document, and SQLite agrees. */
function expectSound(): void {
  expect(query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(query('PRAGMA foreign_key_check')).toEqual([]);
  const orphans = 'SELECT * FROM documents WHERE id NOT IN (SELECT document FROM paths)';
  expect(query(orphans)).toEqual([]);
}

describe('a folder', () => {
  test('every file ends in one state, and no source is touched', async () => {
    write('in/a.txt', soundReport());
    write('in/deep/copy.txt', soundReport());
    write('in/empty.txt', '');
    write('in/photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]));
    write('in/old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    write('in/~$a.docx', 'owner');
    execFileSync('mkfifo', [here('in', 'pipe.pdf')]);
    symlinkSync(here('in'), here('in', 'loop'));
    const before = readFileSync(here('in', 'a.txt'));

    const { code, err } = await gouji(['import', 'in']);
    expect(code).toBe(3);
    expect(ledger()).toEqual({
      'in/a.txt': expect.stringMatching(/^ok/),
      'in/deep/copy.txt': 'duplicate',
      'in/empty.txt': 'failed FILE_EMPTY',
      'in/loop': 'skipped LINK_SKIPPED',
      'in/old.doc': expect.stringMatching(/^(unsupported|failed) /),
      'in/photo.jpg': 'skipped PATH_SKIPPED',
      'in/pipe.pdf': 'skipped SPECIAL_SKIPPED',
      'in/~$a.docx': 'skipped PATH_SKIPPED',
    });
    expect(err).toContain('FILE_EMPTY');
    expect(err).not.toMatch(/^\s+at /m);
    expect(readFileSync(here('in', 'a.txt'))).toEqual(before);
    expect(query('SELECT path FROM paths WHERE document = 1')).toHaveLength(2);
    expectSound();
  });

  test('a file that is named is taken, whatever it is called', async () => {
    write('notes', soundReport());
    write('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]));
    expect((await gouji(['import', 'notes', 'photo.jpg'])).code).toBe(3);
    expect(ledger()).toEqual({
      notes: expect.stringMatching(/^ok/),
      'photo.jpg': expect.stringMatching(/^unsupported TYPE_UNSUPPORTED/),
    });
  });

  test('a PDF is taken whatever it is called', async () => {
    write('in/scan.bak', '%PDF-1.4\nnothing more');
    await gouji(['import', 'in']);
    expect(ledger()['in/scan.bak']).not.toMatch(/^skipped/);
  });

  test('names that would act on a terminal are printed escaped', async () => {
    write('in/\u001b[31mred\u202e.txt', '');
    const { err } = await gouji(['import', 'in']);
    expect(err).not.toContain('\u001b');
    expect(err).not.toContain('\u202e');
    expect(err).toContain('\\u{1b}[31mred\\u{202e}.txt');
  });

  test('names that are no UTF-8 are imported and shown by their bytes', async () => {
    write('in/plain.txt', soundReport());
    execFileSync('sh', ['-c', `cp in/plain.txt "$(printf 'in/\\276\\366.txt')"`], { cwd: here() });
    const { code } = await gouji(['import', 'in']);
    expect(code).toBe(0);
    expect(Object.keys(ledger())).toEqual(['in/\\xbe\\xf6.txt', 'in/plain.txt']);
  });
});

describe('again', () => {
  test('importing twice changes nothing', async () => {
    write('in/a.txt', soundReport());
    write('in/b.txt', soundReport(2));
    write('in/empty.txt', '');
    await gouji(['import', 'in']);
    const once = dump(database());
    expect((await gouji(['import', 'in'])).code).toBe(3);
    expect(dump(database())).toEqual(once);
    expect(ledger()).toEqual({ 'in/a.txt': 'unchanged', 'in/b.txt': 'unchanged', 'in/empty.txt': 'failed FILE_EMPTY' });
  });

  test('a file that was changed within its old size and time is noticed', async () => {
    write('in/a.txt', soundReport(1));
    utimesSync(here('in', 'a.txt'), 1_700_000_000, 1_700_000_000);
    await gouji(['import', 'in']);
    write('in/a.txt', soundReport(2));
    utimesSync(here('in', 'a.txt'), 1_700_000_000, 1_700_000_000);
    await gouji(['import', 'in']);
    expect(ledger()['in/a.txt']).toMatch(/^ok/);
    expect(query('SELECT version, current FROM paths ORDER BY version')).toEqual([
      { version: 1, current: 0 },
      { version: 2, current: 1 },
    ]);
  });

  test('a renamed file is a duplicate, and a touched one unchanged', async () => {
    write('in/a.txt', soundReport());
    await gouji(['import', 'in']);
    write('in/a.txt', soundReport());
    write('in/renamed.txt', soundReport());
    await gouji(['import', 'in']);
    expect(ledger()).toEqual({ 'in/a.txt': 'unchanged', 'in/renamed.txt': 'duplicate' });
    expect(query('SELECT id FROM documents')).toHaveLength(1);
  });

  test('the order of the arguments and the number of processes change nothing', async () => {
    for (let number = 1; number <= 6; number++) write(`in${number}/${number}.txt`, soundReport(number % 4));
    const folders = readdirSync(here());
    await spawned(['import', ...folders, '--jobs', '1']);
    const once = dump(database());
    rmSync(here('out'), { recursive: true });
    await spawned(['import', ...folders.toReversed(), '--jobs', '3'], { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
    expect(dump(database())).toEqual(once);
  });
});

const many = 120;
const fillFolder = (): void => {
  for (let number = 1; number <= many; number++) write(`in/${number}.txt`, soundReport(number));
};

/** How many documents have been held against others by now. */
function compared(): number {
  return existsSync(database()) ? query('SELECT document FROM compared').length : 0;
}

/** Sends a signal to an import as soon as it has stored (or compared) so many documents. */
async function interrupt(signal: NodeJS.Signals, done: number, counted: () => number = count): Promise<Ended> {
  const child = start(['import', 'in', '--jobs', '1']);
  const end = ended(child);
  while (child.exitCode === null && counted() < done) await sleep(2);
  child.kill(signal);
  return end;
}

describe('a file that would cost too much', () => {
  test('ends in a state of its own when its text folds to a hundred times as much, and those behind it are stored', async () => {
    write('in/a.txt', soundReport(1));
    write('in/b.txt', `${soundReport(2)}${'\ufdfa'.repeat(300_000)}`);
    write('in/c.txt', soundReport(3));
    expect((await gouji(['import', 'in'])).code).toBe(3);
    expect(ledger()).toEqual({ 'in/a.txt': 'ok', 'in/b.txt': 'limit_exceeded LIMIT_EXCEEDED', 'in/c.txt': 'ok' });
    const again = await gouji(['import', 'in']);
    expect(again.code).toBe(3);
    expect(again.err).toContain('--retry');
    expectSound();
  });

  test('is shown as it was read before where reading it again fails', async () => {
    write('a.txt', faultyReport);
    await gouji(['import', 'a.txt']);
    const listed = await gouji(['findings', '-f', 'csv']);
    const open = new BetterSqlite3(database());
    open.exec(`UPDATE documents SET rules = 'older'; DELETE FROM seals`);
    open.close();
    expect((await spawned(['import', 'a.txt', '--timeout', '0.001'])).code).toBe(4);
    expect(ledger()).toEqual({ 'a.txt': 'limit_exceeded TIME_EXCEEDED' });
    const stale = await gouji(['findings', '-f', 'csv']);
    expect([stale.out, stale.err]).toEqual([listed.out, expect.stringMatching(/as it was read before.*TIME_EXCEEDED/)]);
    expect((await gouji(['show', 'a.txt'])).out).toContain('import 2 failed to read it again (TIME_EXCEEDED)');
    expect((await gouji(['import', 'a.txt'])).code).toBe(0);
    expect((await gouji(['show', 'a.txt'])).out).not.toContain('as it was read before');
  });
});

describe('interrupted', () => {
  test('after being killed again and again, importing once more gives what an undisturbed import gives', async () => {
    fillFolder();
    expect((await gouji(['import', 'in', '--db', 'calm.db'])).code).toBe(0);
    for (const stored of [0, 1, 10, 30, 60]) {
      expect((await interrupt('SIGKILL', stored)).signal).toBe('SIGKILL');
      expect(count()).toBeLessThan(many);
    }
    expect((await gouji(['import', 'in'])).code).toBe(0);
    expect(dump(database())).toEqual(dump(here('calm.db')));
    expectSound();
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends it with %i, and the next run goes on', async (signal, code) => {
    fillFolder();
    const stopped = await interrupt(signal, 5);
    expect(stopped).toMatchObject({ code, out: '' });
    expect(stopped.err).toContain('Run the same command again');
    expect(query('SELECT ended FROM runs')).toEqual([{ ended: 'stopped' }]);
    expect((await gouji(['import', 'in'])).code).toBe(0);
    expect(count()).toBe(many);
    expectSound();
  });

  test('while documents are compared, what was done is kept and the next run does the rest', async () => {
    fillFolder();
    expect(await interrupt('SIGINT', 3, compared)).toMatchObject({ code: 130 });
    const kept = compared();
    expect(query('SELECT generation FROM uncompared')).toHaveLength(1);
    expect((await gouji(['import', 'in'])).code).toBe(0);
    expect([query('SELECT generation FROM uncompared'), compared() > kept]).toEqual([[], true]);
    expectSound();
  });

  test.each([700, 900, 1200])(
    'a file system that takes no more than %i blocks loses nothing that was stored',
    async (blocks) => {
      fillFolder();
      await gouji(['import', 'in', '--db', 'calm.db']);
      const full = await shell(`ulimit -f ${blocks}; gouji import in`);
      expect(full).toMatchObject({ code: 5, out: '' });
      expect(full.err).toContain('cannot be opened or written');
      expectSound();
      expect((await gouji(['import', 'in'])).code).toBe(0);
      expect(dump(database())).toEqual(dump(here('calm.db')));
    },
  );

  test('two importers at once both finish, and each file is stored once', async () => {
    fillFolder();
    const both = await Promise.all([spawned(['import', 'in']), spawned(['import', 'in'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(count()).toBe(many);
    expectSound();
  });
});

describe('exit codes', () => {
  test('0: everything was read; nothing on stdout', async () => {
    write('a.txt', soundReport());
    expect(await gouji(['import', 'a.txt'])).toMatchObject({ code: 0, out: '' });
  });

  const nothing: readonly [why: string, args: readonly string[]][] = [
    ['a missing path', ['import', 'missing.docx']],
    ['an empty folder', ['import', 'empty']],
    ['only what cannot be read', ['import', 'bad.txt']],
  ];
  test.each(nothing)('4: %s', async (_why, args) => {
    write('bad.txt', '');
    write('empty/note.md', 'x');
    expect((await gouji(args)).code).toBe(4);
  });

  test('3: one of two is missing, and the other is stored', async () => {
    write('a.txt', soundReport());
    expect((await gouji(['import', 'a.txt', 'missing.txt'])).code).toBe(3);
    expect(ledger()).toEqual({ 'a.txt': expect.stringMatching(/^ok/), 'missing.txt': 'failed FILE_NOT_FOUND' });
  });

  test('5: a newer database is left as it is', async () => {
    write('a.txt', soundReport());
    await gouji(['import', 'a.txt']);
    const newer = new BetterSqlite3(database());
    newer.pragma('user_version = 99');
    newer.close();
    const bytes = (): string => createHash('sha256').update(readFileSync(database())).digest('hex');
    const before = bytes();
    for (const args of [['import', 'a.txt'], ['findings'], ['show', 'a.txt']]) {
      const { code, err } = await gouji(args);
      expect(code).toBe(5);
      expect(err).toContain('newer gouji');
    }
    expect(bytes()).toBe(before);
    expect(readdirSync(here('out'))).toEqual(['gouji.db']);
  });

  test('5: the database cannot be created', async () => {
    write('a.txt', soundReport());
    expect(await gouji(['import', 'a.txt', '--db', 'a.txt/gouji.db'])).toMatchObject({ code: 5, out: '' });
    expect(await gouji(['import', 'a.txt', '--db', 'a.txt'])).toMatchObject({ code: 5, out: '' });
    expect(readFileSync(here('a.txt'), 'utf8')).toBe(soundReport());
  });
});
