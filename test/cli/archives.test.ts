import { readdirSync, utimesSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { makeDocx, p } from '../parse/docx/make-docx.js';
import { rawZip } from '../parse/zip/raw-zip.js';
import { faultyReport, gouji, here, soundReport, spawned, write } from './gouji.js';

const report = (number: number): Uint8Array => strToU8(soundReport(number));
const docx = makeDocx({
  body: p('云溪区水利局2024年度部门决算说明') + p('一、收支情况') + p('本年支出合计15.20万元。'),
});

interface FileRow {
  readonly path: string;
  readonly state: string;
  readonly code: string | null;
}

/** State and code of each file in the last run, by its path under the test's folder. */
function ledger(): Record<string, string> {
  const open = new BetterSqlite3(here('out', 'gouji.db'), { readonly: true });
  try {
    const sql = 'SELECT path, state, code FROM run_files WHERE run = (SELECT max(id) FROM runs)';
    const rows = open.prepare<[], FileRow>(sql).all();
    return Object.fromEntries(
      rows.map(({ path, state, code }) => [path.slice(here().length + 1), code === null ? state : `${state} ${code}`]),
    );
  } finally {
    open.close();
  }
}
const isSound = async (): Promise<boolean> => (await gouji(['db', 'check'])).code === 0;

describe('reports in an archive', () => {
  test('each is a document of its own, and a second run changes nothing', async () => {
    write('in/b.txt', soundReport(1));
    write(
      'in/a.zip',
      zipSync({
        '决算/水利.docx': docx,
        '决算/copy.txt': report(1),
        'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
        '__MACOSX/决算/._水利.docx': new Uint8Array([0, 5, 22, 7]),
        'old.doc': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
        'notes.bin': docx.slice(),
      }),
    );
    const { code, err } = await spawned(['import', 'in']);
    expect([code, err]).toEqual([3, expect.stringContaining('8')]);
    expect(ledger()).toEqual({
      'in/a.zip': 'ok ARCHIVE_OPENED',
      'in/a.zip!/__MACOSX/决算/._水利.docx': 'skipped PATH_SKIPPED',
      'in/a.zip!/notes.bin': 'ok TYPE_MISNAMED',
      'in/a.zip!/old.doc': expect.stringMatching(/^(unsupported|failed) /),
      'in/a.zip!/photo.jpg': 'skipped PATH_SKIPPED',
      'in/a.zip!/决算/copy.txt': 'ok',
      'in/a.zip!/决算/水利.docx': 'duplicate',
      'in/b.txt': 'duplicate',
    });
    expect(await isSound()).toBe(true);
    expect((await gouji(['show', 'a.zip!/决算/copy.txt'])).out).toContain('120.50万元');

    expect((await gouji(['import', 'in'])).code).toBe(3);
    expect(ledger()).toMatchObject({
      'in/a.zip!/notes.bin': 'unchanged',
      'in/a.zip!/决算/copy.txt': 'unchanged',
      'in/a.zip!/决算/水利.docx': 'unchanged',
    });
    expect(await isSound()).toBe(true);
  });

  test('an archive of which nothing has changed is unchanged, also when it was only touched', async () => {
    write('a.zip', zipSync({ '1.txt': report(1), '2.txt': report(2) }));
    const files = { 'a.zip': 'ok ARCHIVE_OPENED', 'a.zip!/1.txt': 'ok', 'a.zip!/2.txt': 'ok' };
    expect((await gouji(['import', 'a.zip'])).code).toBe(0);
    expect(ledger()).toEqual(files);
    const unchanged = { 'a.zip': 'unchanged ARCHIVE_OPENED', 'a.zip!/1.txt': 'unchanged', 'a.zip!/2.txt': 'unchanged' };
    for (const touch of [false, true]) {
      if (touch) utimesSync(here('a.zip'), 1, 1);
      expect((await gouji(['import', 'a.zip'])).code).toBe(0);
      expect(ledger()).toEqual(unchanged);
    }
    write('a.zip', zipSync({ '1.txt': report(1), '2.txt': report(3) }));
    await gouji(['import', 'a.zip']);
    expect(ledger()).toEqual({ ...files, 'a.zip!/1.txt': 'unchanged' });
  });

  test('check reads them too, in order, and fails for what is wrong in one', async () => {
    write('a.zip', zipSync({ 'b/2.txt': strToU8(faultyReport), '1.txt': report(1), 'c.png': strToU8('no report') }));
    const { code, out, err } = await gouji(['check', '--json', 'a.zip']);
    const reports = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; findings: unknown[] });
    expect(reports.map(({ file, findings }) => [file, findings.length > 0])).toEqual([
      ['a.zip!/1.txt', false],
      ['a.zip!/b/2.txt', true],
    ]);
    expect([code, err]).toEqual([1, '']);
  });

  test('names packed as GBK are shown as they were typed', async () => {
    write('a.zip', rawZip([{ name: iconv.encode('绩效自评/水利局.txt', 'gbk'), data: report(1) }]));
    await gouji(['import', 'a.zip']);
    expect(Object.keys(ledger())).toContain('a.zip!/绩效自评/水利局.txt');
  });

  test('archives in an archive are opened, those in them are not', async () => {
    const inner = zipSync({ '3.txt': report(3) });
    const middle = zipSync({ '2.txt': report(2), 'deeper.zip': inner });
    write('a.zip', zipSync({ '1.txt': report(1), 'middle.zip': middle }));
    expect((await gouji(['import', 'a.zip'])).code).toBe(3);
    expect(ledger()).toEqual({
      'a.zip': 'ok ARCHIVE_OPENED',
      'a.zip!/1.txt': 'ok',
      'a.zip!/middle.zip': 'ok ARCHIVE_OPENED',
      'a.zip!/middle.zip!/2.txt': 'ok',
      'a.zip!/middle.zip!/deeper.zip': 'limit_exceeded LIMIT_EXCEEDED',
    });
    expect(await isSound()).toBe(true);
  });

  test('an archive without reports is what it was: not a report', async () => {
    write('a.zip', zipSync({ 'photo.jpg': strToU8('x') }));
    expect((await gouji(['import', 'a.zip'])).code).toBe(4);
    expect(ledger()).toEqual({ 'a.zip': 'unsupported TYPE_UNSUPPORTED' });
  });
});

describe('an archive that means harm, or is broken, costs no other file', () => {
  const zeros = new Uint8Array(8 * 1024 * 1024);

  test('a bomb, a lock, a wrong checksum and a lie about sizes', async () => {
    const entry = (name: string, data: Uint8Array, more: object = {}) => ({ name: strToU8(name), data, ...more });
    write('bomb.zip', zipSync({ '0.txt': report(1), 'bomb.txt': zeros, 'z.txt': report(2) }));
    write(
      'broken.zip',
      rawZip([
        entry('a.txt', report(3)),
        entry('locked.docx', report(4), { flags: 1 }),
        entry('torn.txt', report(5), { crc: 1 }),
        entry('huge.pdf', report(6), { size: 210 * 1024 * 1024 }),
      ]),
    );
    expect((await gouji(['import', 'bomb.zip', 'broken.zip'])).code).toBe(3);
    expect(ledger()).toEqual({
      'bomb.zip': 'ok ARCHIVE_OPENED',
      'bomb.zip!/0.txt': 'ok',
      'bomb.zip!/bomb.txt': 'limit_exceeded LIMIT_EXCEEDED',
      'bomb.zip!/z.txt': 'ok',
      'broken.zip': 'ok ARCHIVE_OPENED',
      'broken.zip!/a.txt': 'ok',
      'broken.zip!/huge.pdf': 'limit_exceeded FILE_TOO_LARGE',
      'broken.zip!/locked.docx': 'encrypted FILE_ENCRYPTED',
      'broken.zip!/torn.txt': 'failed FILE_DAMAGED',
    });
    expect(await isSound()).toBe(true);
  });

  test('names that climb, act or repeat are neutralised, and nothing is written by them', async () => {
    const names = [
      '../../climbed.txt',
      '/etc/absolute.txt',
      'C:\\drive.txt',
      'a\u0000b.txt',
      '\u202Etxt.txt',
      'same.txt',
      'same.txt',
    ];
    write('a.zip', rawZip(names.map((name, i) => ({ name: strToU8(name), data: report(i + 1) }))));
    const { code, err } = await gouji(['import', 'a.zip']);
    expect([code, err]).toEqual([0, expect.not.stringContaining('\u202E')]);
    expect(Object.keys(ledger()).sort()).toEqual([
      'a.zip',
      'a.zip!/a\uFFFDb.txt',
      'a.zip!/climbed.txt',
      'a.zip!/drive.txt',
      'a.zip!/etc/absolute.txt',
      'a.zip!/same#2.txt',
      'a.zip!/same.txt',
      'a.zip!/\uFFFDtxt.txt',
    ]);
    expect(ledger()['a.zip!/same#2.txt']).toBe('ok');
    expect(readdirSync(here()).sort()).toEqual(['a.zip', 'out']);
  });

  test('one that lost its directory gives what can be found, and says so', async () => {
    const whole = zipSync({ '1.txt': [report(1), { level: 0 }], '2.docx': [docx, { level: 0 }], '3.txt': report(3) });
    write('a.zip', whole.slice(0, whole.length - 100));
    const { code, err } = await gouji(['import', 'a.zip']);
    expect([code, err]).toEqual([0, expect.stringContaining('ARCHIVE_DAMAGED')]);
    expect(ledger()).toEqual({
      'a.zip': 'ok_partial ARCHIVE_DAMAGED',
      'a.zip!/1.txt': 'ok',
      'a.zip!/2.docx': 'ok',
      'a.zip!/3.txt': 'ok',
    });
    const checked = await gouji(['check', 'a.zip']);
    expect([checked.code, checked.err]).toEqual([3, expect.stringContaining('damaged archive')]);
  });

  test.each([
    [
      'too many entries',
      zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.txt`, report(1)]))),
    ],
    [
      'more in sum than may be unpacked',
      rawZip([1, 2, 3].map((n) => ({ name: strToU8(`${n}.txt`), data: report(n), size: 190 * 1024 * 1024 }))),
    ],
  ])('%s', async (_, bytes) => {
    write('a.zip', bytes);
    expect((await gouji(['import', 'a.zip'])).code).toBe(4);
    expect(ledger()).toEqual({ 'a.zip': 'limit_exceeded LIMIT_EXCEEDED' });
  });
});
