import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Examined } from '../../src/cli/doctor/examined.js';
import { locale, memory, openFiles, temporary } from '../../src/cli/doctor/machine-checks.js';
import { modules, node, office } from '../../src/cli/doctor/program-checks.js';
import { database, disk, network, writable } from '../../src/cli/doctor/store-checks.js';
import { gouji, here } from './gouji.js';

const gigabyte = 1024 ** 3;
const sound = { schema: 3, supported: 3, fault: null, journalMode: 'wal', bytes: 1 };

const cases: readonly [why: string, look: () => Examined | null, level: string | undefined][] = [
  ['Node 20.19', () => node('v20.19.0'), 'ok'],
  ['Node 20.18', () => node('v20.18.3'), 'fail'],
  ['Node 21', () => node('v21.7.0'), 'fail'],
  ['Node 22.12', () => node('v22.12.0'), 'fail'],
  ['Node 24', () => node('v24.1.0'), 'ok'],
  ['a module that is not there', () => modules(['no-such-module']), 'fail'],
  ['LibreOffice', () => office('/usr/bin/soffice'), 'ok'],
  ['no LibreOffice', () => office(null), 'ok'],
  ['no database', () => database('a.db', () => null), 'ok'],
  ['a sound database', () => database('a.db', () => sound), 'ok'],
  ['an older database', () => database('a.db', () => ({ ...sound, schema: 2 })), 'warn'],
  ['a database without its log', () => database('a.db', () => ({ ...sound, journalMode: 'delete' })), 'warn'],
  ['a damaged database', () => database('a.db', () => ({ ...sound, fault: 'page 3' })), 'fail'],
  ['a folder that can be written', () => writable('/tmp/a.db'), undefined],
  ['a folder on which nothing can be written', () => writable('/proc/self/x/a.db'), 'fail'],
  ['a full disk', () => disk('/tmp/a.db', () => ({ type: 0xef53, free: 1000 })), 'warn'],
  ['a disk with room', () => disk('/tmp/a.db', () => ({ type: 0xef53, free: 9 * gigabyte })), 'ok'],
  ['a local disk', () => network('/tmp/a.db', () => ({ type: 0xef53, free: 0 })), 'ok'],
  ['NFS', () => network('/tmp/a.db', () => ({ type: 0x6969, free: 0 })), 'warn'],
  ['CIFS, a number beyond 31 bits', () => network('/tmp/a.db', () => ({ type: 0xff534d42 | 0, free: 0 })), 'warn'],
  ['a temporary folder', () => temporary('/tmp'), 'ok'],
  ['no temporary folder', () => temporary('/no/such'), 'fail'],
  ['UTF-8', () => locale({ LANG: 'zh_CN.UTF-8' }), 'ok'],
  ['GBK', () => locale({ LC_ALL: 'zh_CN.GBK', LANG: 'zh_CN.UTF-8' }), 'warn'],
  ['much memory', () => memory(16 * gigabyte, 8), 'ok'],
  ['little memory', () => memory(2 * gigabyte, 8), 'warn'],
  ['few open files', () => openFiles(() => 'Max open files            64                   4096'), 'warn'],
  ['many open files', () => openFiles(() => 'Max open files            20000                20000'), 'ok'],
];
test.each(cases)('%s', (_why, look, level) => expect(look()?.level).toBe(level));

test('a machine that is well exits 0, a database that is none 6, and each line says what to do', async () => {
  const well = await gouji(['doctor', '-f', 'json']);
  expect(well.code).toBe(0);
  const { checks } = JSON.parse(well.out) as { checks: { check: string; level: string }[] };
  expect(checks.map(({ check }) => check)).toEqual(
    expect.arrayContaining([
      'node',
      'modules',
      'office',
      'rules',
      'database',
      'disk',
      'network',
      'temporary',
      'locale',
      'memory',
    ]),
  );
  expect(checks.filter(({ level }) => level === 'fail')).toEqual([]);
  writeFileSync(here('a.db'), 'no database at all, but a text that is longer than the head of one. '.repeat(3));
  const unwell = await gouji(['doctor', '--db', 'a.db']);
  expect(unwell.code).toBe(6);
  expect(unwell.out).toMatch(/^fail  database +a\.db is not a gouji database.*Name another file/m);
});
