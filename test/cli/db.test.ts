import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { gouji, here, soundReport, write } from './gouji.js';

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
