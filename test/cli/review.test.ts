import { beforeEach, describe, expect, test } from 'vitest';
import { faultyReport, gouji, here, shell, soundReport, write } from './gouji.js';

let id = '';
beforeEach(async () => {
  write('r/a.txt', faultyReport);
  await gouji(['import', here('r')]);
  id = (JSON.parse((await gouji(['findings', '-f', 'ndjson'])).out) as { id: string }).id;
});

const statuses = async (...args: string[]): Promise<string[]> =>
  (await gouji(['findings', '-f', 'ndjson', ...args])).out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { review: { status: string } }).review.status);

describe('review', () => {
  test('dismiss with a reason, list, undo', async () => {
    const { code, out } = await gouji([
      '--lang',
      'zh',
      'review',
      'dismiss',
      id.slice(0, 6),
      '--reason',
      '口径不同',
      '--by',
      '张三',
    ]);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^1\. .*张三 {2}排除 未复核 → 已排除 {2}#1 [0-9a-f]+ .*“口径不同”\n$/),
    ]);
    expect(await statuses('--status', 'dismissed')).toEqual(['dismissed']);
    expect(await statuses('--status', 'open')).toEqual([]);
    expect((await gouji(['review', 'list', id])).out).toContain('dismiss open → dismissed');
    expect((await gouji(['review', 'undo', id])).code).toBe(0);
    expect(await statuses('--status', 'open')).toEqual(['open']);
    expect((await gouji(['review', 'list', '--json'])).out.split('\n')).toHaveLength(3);
  });

  test('from a script: ids on stdin, set, by whom', async () => {
    const line = `gouji findings -f ndjson | sed 's/.*"id":"\\([0-9a-f]*\\)".*/\\1/' | gouji review set - --status confirmed --by 审计组`;
    expect(await shell(line)).toMatchObject({ code: 0, err: '' });
    expect(await statuses()).toEqual(['confirmed']);
  });

  test('2: no reason, no finding, one that is not there; nothing changes', async () => {
    expect((await gouji(['review', 'dismiss', id])).err).toContain('needs a --reason');
    expect((await gouji(['review', 'confirm'])).err).toContain('Name the findings');
    expect(await gouji(['review', 'confirm', 'ffffffff'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('“ffffffff”'),
    });
    expect(await gouji(['review', 'undo', id])).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing to undo'),
    });
    expect(await gouji(['review', 'confirm', id, '--seen', '7'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('after event 7'),
    });
    expect((await gouji(['review', 'list'])).out).toBe('');
  });

  test('FINDING_AMBIGUOUS: the same words in two reports, until the document is named', async () => {
    write('r/b.txt', faultyReport.replace('林业局', '园林局'));
    await gouji(['import', here('r')]);
    const { err } = await gouji(['review', 'confirm', id]);
    expect(err).toContain('matches 2 findings');
    expect(err).toContain(`#2 (${here('r/b.txt')})`);
    expect((await gouji(['review', 'confirm', id, '--document', here('r/b.txt')])).code).toBe(0);
    expect(await statuses()).toEqual(['open', 'confirmed']);
    expect((await gouji(['review', 'dismiss', '#1', '--reason', '口径不同'])).code).toBe(0);
    expect((await gouji(['review', 'undo', '2'])).code).toBe(0);
    expect(await statuses()).toEqual(['dismissed', 'open']);
  });

  test('of two files of one report a finding is one: listed once, and a decision counts for both', async () => {
    write('r/b.txt', `${faultyReport}\n此件公开发布\n`);
    await gouji(['import', here('r')]);
    const [only, ...others] = (await gouji(['findings', '-f', 'ndjson'])).out.trimEnd().split('\n');
    expect(others).toEqual([]);
    expect(JSON.parse(only ?? '')).toMatchObject({ number: 1, also: [{ path: expect.stringMatching(/[ab]\.txt$/) }] });
    expect(await statuses('--all-editions')).toEqual(['open', 'open']);
    expect((await gouji(['review', 'confirm', '1'])).code).toBe(0);
    for (const name of ['r/a.txt', 'r/b.txt']) expect(await statuses('--document', here(name))).toEqual(['confirmed']);
  });

  test('5: no database, and none is made', async () => {
    expect((await gouji(['review', 'confirm', id, '--db', 'none.db'])).code).toBe(5);
    expect((await gouji(['findings', '--db', 'none.db'])).code).toBe(5);
  });
});

describe('what is new', () => {
  test('--new: what the last import brought', async () => {
    expect(await statuses('--new')).toEqual(['open']);
    write('r/b.txt', soundReport(1));
    await gouji(['import', here('r')]);
    expect(await statuses('--new')).toEqual([]);
    write('r/a.txt', faultyReport.replace('1109', '1190'));
    await gouji(['import', here('r')]);
    expect(await statuses('--new')).toEqual(['open']);
  });

  test('--baseline: known findings do not count for --fail-on, in check and in findings', async () => {
    const file = here('r/a.txt');
    expect((await gouji(['check', file])).code).toBe(1);
    for (const made of [
      await gouji(['findings', '-f', 'json']),
      await gouji(['findings', '-f', 'ndjson']),
      await gouji(['check', '--json', file]),
    ]) {
      write('base', made.out);
      expect((await gouji(['check', file, '--baseline', 'base'])).code).toBe(0);
      expect((await gouji(['findings', '--fail-on', 'error', '--baseline', 'base'])).code).toBe(0);
      expect(await statuses('--new', '--baseline', 'base')).toEqual([]);
    }
    expect((await gouji(['findings', '--fail-on', 'error'])).code).toBe(1);
    write('r/a.txt', faultyReport.replace('1109', '1190'));
    expect((await gouji(['check', file, '--baseline', 'base'])).code).toBe(1);
  });

  test('BASELINE_INVALID: a file that lists no findings', async () => {
    write('base', '{"id":"x","document":{"sha256":"s","file":"f"}}\n[]\n');
    const { code, err } = await gouji(['check', here('r/a.txt'), '--baseline', 'base']);
    expect([code, err]).toEqual([2, expect.stringContaining('line 2')]);
    expect((await gouji(['check', here('r/a.txt'), '--baseline', 'none'])).code).toBe(4);
  });

  test('a dismissed finding does not count for findings --fail-on', async () => {
    await gouji(['review', 'dismiss', id, '--reason', '已更正']);
    expect((await gouji(['findings', '--fail-on', 'error'])).code).toBe(0);
  });
});
