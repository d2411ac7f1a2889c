import { mkdirSync, readFileSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/model/catalogue.js';
import { analyze } from '../src/pipeline/analyze.js';
import { gouji, here, soundReport, write } from './cli/gouji.js';

const codesOf = async (bytes: Uint8Array, name: string): Promise<string[]> =>
  (await analyze(bytes, name)).problems.map((it) => it.code);

describe('codes that no other test meets', () => {
  test('NO_FIGURES: a text without a number', async () => {
    expect(await codesOf(new TextEncoder().encode('各单位：\n请按要求做好有关工作。\n'), 'notice.txt')).toEqual([
      'NO_FIGURES',
    ]);
  });

  test('FIGURES_DISAGREE: a report of made-up numbers is told of once, and not figure by figure', async () => {
    const told = (totals: readonly number[]): string[] =>
      [
        '4127、3708、9641',
        '8812、1240、7033',
        '1597、6320、2911',
        '5240、7416、3129',
        '9033、4618、1874',
        '2705、8511、6490',
      ].map((it, i) => {
        const [a, b, c] = it.split('、');
        return `${i + 1}号仓库共存放设备${totals[i]}台，分别为完好${a}台、待修${b}台、报废${c}台。`;
      });
    const lists = told([17976, 17385, 10228, 15985, 15325, 17206]);
    const report = await analyze(new TextEncoder().encode(lists.join('\n')), 'stock.txt');
    expect(report.problems.map((it) => it.code)).toEqual(['FIGURES_DISAGREE']);
    expect(report.findings).toEqual([]);
    const sound = told([17476, 17085, 10828, 15985, 15325, 17206]);
    const partly = await analyze(new TextEncoder().encode(sound.join('\n')), 'stock.txt');
    expect(partly.problems).toEqual([]);
    expect(partly.findings).toHaveLength(3);
  });

  test('ENCODING_UNLIKELY: words of no report', async () => {
    const korean =
      '이 보고서는 올해의 결산 내용을 정리한 것으로 수입은 천이백만 원이고 지출은 구백팔십만 원이며 차액은 다음 해로 이월한다. ';
    const report = await analyze(new Uint8Array(iconv.encode(korean.repeat(2), 'euckr')), 'report.txt');
    expect([report.state, report.problems.map((it) => it.code)]).toEqual([
      'ok_partial',
      ['ENCODING_UNLIKELY', 'NO_FIGURES'],
    ]);
  });

  test('ENCODING_DOUBTFUL: bytes that no encoding explains', async () => {
    const words = new TextEncoder().encode('本年支出合计100.50万元，其中基本支出60.20万元。\n'.repeat(20));
    const broken = Uint8Array.from([...words.slice(0, 300), 0xff, 0xfe, 0xff, ...words.slice(300)]);
    expect(await codesOf(broken, 'report.txt')).toContain('ENCODING_DOUBTFUL');
  });

  test('FILE_UNREADABLE: a folder that is called a report', async () => {
    mkdirSync(here('report.docx'));
    const { code, err } = await gouji(['check', here('report.docx')]);
    expect([code, err]).toEqual([4, expect.stringContaining('cannot be opened')]);
  });

  test('FILE_TOO_LARGE: more bytes than are ever read', async () => {
    write('huge.txt', '');
    truncateSync(here('huge.txt'), 201 * 1024 * 1024);
    const { code, err } = await gouji(['check', here('huge.txt')]);
    expect([code, err]).toEqual([4, expect.stringContaining('over the limit')]);
  });

  test('DOCUMENT_UNKNOWN and DOCUMENT_AMBIGUOUS: what show cannot find, or finds twice', async () => {
    write('a.txt', soundReport(1));
    write('b.txt', soundReport(2));
    await gouji(['import', here('a.txt'), here('b.txt'), '--db', here('x.db')]);
    const none = await gouji(['show', '不存在的报告', '--db', here('x.db')]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('No document in the database matches')]);
    const two = await gouji(['show', '农业农村局', '--db', here('x.db')]);
    expect([two.code, two.err]).toEqual([2, expect.stringContaining('matches 2 documents')]);
  });

  test('RULE_UNKNOWN: a rule that is almost right', async () => {
    const { code, err } = await gouji(['rules', 'show', 'parts-of-totl']);
    expect([code, err]).toEqual([2, expect.stringContaining('parts-of-total')]);
  });

  test('USAGE: an option that is almost right', async () => {
    const { code, err } = await gouji(['check', '--jsno', here('a.txt')]);
    expect([code, err]).toEqual([2, expect.stringContaining('--json')]);
  });
});

test('every code stands in some test', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  const text = tests.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(text))).toEqual([]);
});
