import { beforeEach, describe, expect, test } from 'vitest';
import { faultyReport, gouji, soundReport, write } from './gouji.js';

beforeEach(async () => {
  write('a.txt', soundReport(1));
  write('b.txt', soundReport(2));
  write('c.txt', faultyReport);
  await gouji(['import', 'a.txt', 'b.txt', 'c.txt']);
});

describe('gouji search', () => {
  test('lists document, headings and the words found', async () => {
    const { code, out, err } = await gouji(['search', '支出合计']);
    expect({ code, err }).toEqual({ code: 0, err: '2 places.\n' });
    expect(out).toContain('云溪区农业农村局');
    expect(out).toContain('本年«支出合计»110.50万');
  });

  test('prints one hit a line, or one document, for programs', async () => {
    const lines = (await gouji(['search', '合计', '-f', 'ndjson'])).out.trimEnd().split('\n');
    const hits = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(hits).toHaveLength(3);
    expect(hits[0]).toMatchObject({
      document: { reportYear: 2001 },
      headings: ['一、收入支出总体情况'],
      matches: [
        [4, 6],
        [19, 21],
      ],
    });
    const { out } = await gouji(['search', '合计', '-f', 'json', '--limit', '1']);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, more: true, hits: [hits[0]] });
  });

  test('keeps to a year and to an organisation', async () => {
    expect((await gouji(['search', '决算', '--year', '2002', '-f', 'ndjson'])).out).toContain('2002年度');
    expect((await gouji(['search', '决算', '--year', '1999'])).err).toBe('Nothing found.\n');
    const { out } = await gouji(['search', '合计', '--organisation', '林业', '-f', 'ndjson']);
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  test('0 whether it finds or not, 2 for a year that is none, 5 without a database', async () => {
    expect((await gouji(['search', '没有这个词'])).code).toBe(0);
    expect((await gouji(['search', '决算', '--year', 'x'])).code).toBe(2);
    expect((await gouji(['search', '决算', '--limit', '0'])).code).toBe(2);
    expect((await gouji(['search', '决算', '--db', 'none.db'])).code).toBe(5);
  });
});
