import { expect, test } from 'vitest';
import { analyze } from '../../../src/pipeline/analyze.js';

const alarms = async (rows: readonly string[]): Promise<string[]> => {
  const text = ['三公经费支出表（单位：万元）', '项目 | 年初预算 | 全年执行', ...rows].join('\n');
  const { findings } = await analyze(new TextEncoder().encode(text), 'table.txt');
  return findings.filter((it) => it.severity !== 'info').map((it) => `${it.rule} ${it.arithmetic}`);
};

test('rows that say what another row is made of are no parts of the total', async () => {
  const detailed = [
    '因公出国（境） | 1.80 | 1.20',
    '公务用车 | 9.60 | 9.10',
    '购置 | 4.00 | 4.00',
    '运行维护 | 5.60 | 5.10',
    '公务接待 | 1.40 | 1.60',
  ];
  expect(await alarms([...detailed, '合计 | 12.80 | 11.90'])).toEqual([]);
});

test('a total that lacks one row is told', async () => {
  const rows = ['差旅费 | 1.80 | 1.20', '会议费 | 9.60 | 9.10', '培训费 | 3.10 | 2.70', '劳务费 | 1.40 | 1.60'];
  expect((await alarms([...rows, '合计 | 15.90 | 11.90'])).join()).toContain('11.9');
});
