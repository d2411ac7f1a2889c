import { expect, test } from 'vitest';
import { documentOf } from '../document-of.js';
import { countOf, documentCoverage } from './coverage.js';

const document = documentOf([
  '2023年，全县受理信访878件，其中来信312件、来访566件。全年收到锦旗17面。',
  {
    table: [
      ['项目', '金额（万元）'],
      ['人员', '12.50'],
      ['公用', '7.25'],
      ['合计', '19.75'],
    ],
  },
  {
    table: [
      ['年份', '金额（万元）'],
      ['2022', '3'],
    ],
  },
]);

test('the figures of prose and of cells that a judged relation touches, by kind; years and dates are no figures', () => {
  const { coverage } = documentCoverage('report', document);
  expect(countOf([coverage], 'prose')).toEqual({ figures: 4, judged: 3, decided: 3 });
  expect(countOf([coverage], 'prose', 'count')).toEqual({ figures: 4, judged: 3, decided: 3 });
  expect(countOf([coverage], 'cells', 'money').judged).toBe(3);
  expect(Object.keys(coverage.cells)).toEqual(['money']);
});

test('what is only ambiguous was judged and not decided', () => {
  const open = documentOf(['全年受理信访1,286件，按渠道看，来信312件，来访408批，网上投诉566件。']);
  expect(countOf([documentCoverage('report', open).coverage], 'prose')).toEqual({ figures: 4, judged: 3, decided: 0 });
});
