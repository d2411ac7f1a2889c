import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { faultyReport, gouji, here, shell, soundReport, write } from './gouji.js';

test('0: sound; 6: a fault was found; 5: no database; 2: nothing else can be done to it', async () => {
  write('a.txt', soundReport());
  await gouji(['import', 'a.txt', '--db', 'a.db']);
  expect(await gouji(['db', 'check', '--db', 'a.db'])).toMatchObject({ code: 0, out: 'a.db is sound.\n', err: '' });
  const database = new BetterSqlite3(here('a.db'));
  database.exec('DELETE FROM paths');
  database.close();
  const unsound = await gouji(['db', 'check', '--db', 'a.db']);
  expect(unsound.code).toBe(6);
  expect(unsound.out).toMatch(/^document without a path: [0-9a-f]{64}\n$/);
  expect((await gouji(['db', 'check'])).code).toBe(5);
  expect((await gouji(['db', 'drop', '--db', 'a.db'])).code).toBe(2);
});

test('damaged rows are told as such by whatever reads them, and mended by the next import', async () => {
  write('a.txt', faultyReport);
  await gouji(['import', 'a.txt', '--db', 'a.db']);
  const database = new BetterSqlite3(here('a.db'));
  database.exec(`UPDATE findings SET params = '{'`);
  database.close();
  for (const args of [['show', '林业局'], ['findings']]) {
    const { code, err } = await gouji([...args, '--db', 'a.db']);
    expect([code, err]).toEqual([5, expect.stringContaining('is not as it was stored')]);
  }
  expect((await gouji(['db', 'check', '--db', 'a.db'])).code).toBe(6);
  const mended = await gouji(['db', 'mend', '--db', 'a.db']);
  expect(mended).toMatchObject({ code: 0, out: `${here('a.txt')}\n` });
  await gouji(['import', 'a.txt', '--db', 'a.db']);
  expect((await gouji(['db', 'check', '--db', 'a.db'])).code).toBe(0);
  expect((await gouji(['db', 'mend', '--db', 'none.db'])).code).toBe(5);
});

test('what is no file, or no more there, is told as that and not as a defect', async () => {
  const said = async (line: string): Promise<unknown[]> => {
    const { code, err } = await shell(line);
    return [code, err.trim().split('\n').at(-1)];
  };
  write('a.txt', soundReport());
  await gouji(['import', 'a.txt', '--db', 'a.db']);
  // DATABASE_INVALID, STORE_NOT_FILE, FILE_UNREADABLE, FOLDER_GONE, SYSTEM_REFUSED
  expect(await said('gouji import a.txt --db :memory:')).toEqual([2, expect.stringContaining('keeps it in a file')]);
  expect(await said('mkfifo ff; gouji findings --db ff')).toEqual([5, expect.stringContaining('no ordinary file')]);
  expect(await said('gouji findings --db a.db --baseline ff')).toEqual([4, expect.stringContaining('FIFO')]);
  const gone = 'mkdir gone; cd gone; rmdir ../gone; gouji findings';
  expect(await said(gone)).toEqual([71, expect.stringContaining('current folder is gone')]);
  expect(await said('ulimit -n 48; gouji import a.txt')).toEqual([71, expect.stringContaining('ulimit -n 1024')]);
});
