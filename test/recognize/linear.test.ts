import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';

/** The least of several runs: what else the machine does only ever adds. */
function least(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 5; run++) {
    const started = performance.now();
    recognizeQuantities(text);
    best = Math.min(best, performance.now() - started);
  }
  return best;
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

describe('twice the text', () => {
  it.each(Object.entries(units))('of %s takes about twice as long', (_name, unit) => {
    const text = unit.repeat(Math.ceil(120_000 / unit.length));
    recognizeQuantities(text);
    const [single, double] = [least(text), least(text + text)];
    // below a few milliseconds the clock says more about the machine than about the text
    expect(double).toBeLessThan(3 * Math.max(single, 4));
  });

  it('is read the same whether it comes whole or in stretches', () => {
    const line = '预算12.5万元，共3项。\n';
    const found = recognizeQuantities(line.repeat(40_000));
    expect(found).toHaveLength(80_000);
    const last = found.at(-1);
    expect(last && line.repeat(40_000).slice(last.start, last.end)).toBe('3项');
  });
});
