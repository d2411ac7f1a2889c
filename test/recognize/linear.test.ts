import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';

/** Processor time of one reading in ms: what else the machine does does not count. */
function cost(text: string): number {
  const before = process.cpuUsage();
  recognizeQuantities(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const units: Readonly<Record<string, string>> = {
  'running text': '2023年本部门收入318.46万元，比上年增长5.2%，完成预算的98%；受理业务共46项，',
  'one long numeral': '一万',
  'one long run of digits': '7',
  'numbers on commas': '1,',
  'numbers on hyphens': '1-',
  brackets: '〔',
  'lone surrogates': '\ud800',
  'scales with gaps': '万 ',
  'digits with gaps': '1 ',
  lists: '分别1、',
  points: '一点',
};

describe('four times the text', () => {
  it.each(Object.entries(units))('of %s takes about four times as long', (_name, unit) => {
    const text = unit.repeat(Math.ceil(25_000 / unit.length));
    const long = text.repeat(4);
    let [once, fourfold] = [Infinity, Infinity];
    for (let run = 0; run < 5; run++) {
      once = Math.min(once, cost(text));
      fourfold = Math.min(fourfold, cost(long));
    }
    // 3 × for each doubling; below a few milliseconds the clock says more about itself than about the text
    expect(fourfold).toBeLessThan(9 * Math.max(once, 2));
  });

  it('is read the same whether it comes whole or in stretches', () => {
    const line = '预算12.5万元，共3项。\n';
    const found = recognizeQuantities(line.repeat(40_000));
    expect(found).toHaveLength(80_000);
    const last = found.at(-1);
    expect(last && line.repeat(40_000).slice(last.start, last.end)).toBe('3项');
  });

  it.each([
    ['items', '12345.67万元、'],
    ['clauses', '12345.67万元，'],
    ['Chinese numerals', '三千四百五十六万元、'],
    ['dates', '2024年12月31日、'],
    ['nothing but spaces', '1,234,567.89元 '],
    ['brackets', '（12 345 678元）'],
  ])('no number is cut in two on one line of %s', (_, item) => {
    const [alone] = recognizeQuantities(item);
    const text = item.repeat(Math.ceil(600_000 / item.length));
    const values = new Set(recognizeQuantities(text).map(({ value }) => value));
    expect([...values]).toEqual([alone?.value]);
  });

  it.each([
    ['digits', `${'1'.repeat(300_000)}元`],
    ['digits with a fraction', `${'1'.repeat(40)}.${'2'.repeat(40)}亿元`],
    ['numerals', `${'九'.repeat(10_000)}元`],
  ])('no end of too many %s is read as a number', (_, text) => {
    expect(recognizeQuantities(text)).toEqual([]);
  });
});
