import { describe, expect, it } from 'vitest';
import { judged } from './judged.js';

const holding: readonly (readonly [why: string, text: string, ...passed: string[]])[] = [
  [
    'the total stands two sentences before its parts, and no word opens them',
    '全区2021年“三公”经费预算数1842.37万元、决算数1530.26万元。预算中，因公出国（境）费120万元，公务用车购置及运行费1431.85万元，公务接待费290.52万元。',
    'parts-of-total: 1842.37万元 120万元 1431.85万元 290.52万元',
  ],
  [
    'parts told of in sentences of their own, one of them divided again',
    '全县“三公”经费决算总额为1126万元，较年初预算减少21%。公务用车购置及运行费支出864万元，其中：购置费251万元，运行维护费613万元。公务接待费支出262万元，较年初预算下降30%。',
    'parts-of-total: 1126万元 864万元 262万元',
    'parts-of-total: 864万元 251万元 613万元',
  ],
  [
    'numbered items, each divided by its sources',
    '安排项目资金3107.46万元（其中：中央资金2280.46万元、省级资金827万元）。1、水利项目资金1340.22万元（其中：中央资金1100.22万元、省级资金240万元）。2、道路项目资金905.24万元（其中：中央资金505.24万元、省级资金400万元）。3、林业项目资金862万元（其中：中央资金675万元、省级资金187万元）。',
    'parts-of-total: 3107.46万元 1340.22万元 905.24万元 862万元',
    'parts-of-total: 905.24万元 505.24万元 400万元',
  ],
  [
    'two measures side by side, each with its parts',
    '共整治河道13条，长24.81千米，其中主干河道4条，长15.37千米；支流9条，长9.44千米。',
    'parts-of-total: 13条 4条 9条',
    'parts-of-total: 24.81千米 15.37千米 9.44千米',
  ],
  [
    'increases and decreases of the parts make the change of the whole',
    '累计完成财政总收入52184万元，比上年同期增加3117万元。其中：地方收入完成40266万元，增加3580万元；上划中央收入完成8915万元，减少610万元；上划省级收入完成3003万元，增加147万元。',
    'parts-of-total: 52184万元 40266万元 8915万元 3003万元',
    'parts-of-total: 3117万元 3580万元 610万元 147万元',
  ],
  [
    'what the parts are compared with makes what the whole is compared with',
    '全县完成财政收入5126万元，占年初预算12830万元的39.95%。其中：税收收入3904万元，占年初预算9870万元的39.55%；非税收入1222万元，占年初预算2960万元的41.28%。',
    'parts-of-total: 12830万元 9870万元 2960万元',
  ],
  [
    'a stage printed behind every amount',
    '2022年“三公”经费支出3.18万元，年初预算为4.6万元。其中：公务用车运行维护费支出1.08万元，年初预算为2.1万元；公务接待费支出2.10万元，年初预算为2.5万元。',
    'parts-of-total: 4.6万元 2.1万元 2.5万元',
    'parts-of-total: 3.18万元 1.08万元 2.10万元',
  ],
  [
    'a total, and its parts in paragraphs of their own',
    '一般公共预算支出决算为18452.37万元，完成预算的98.2%。\n1.教育支出9120.45万元，主要用于学校运转。\n2.卫生健康支出5031.62万元，主要用于公共卫生。\n3.农林水支出4300.30万元，主要用于水利建设。',
    'parts-of-total: 18452.37万元 9120.45万元 5031.62万元 4300.30万元',
  ],
  [
    'the sum behind its parts without a word that says so',
    '当年财政拨款收入1532.46万元，事业收入208.71万元，本年收入1741.17万元。',
    'parts-of-total: 1532.46万元 208.71万元 1741.17万元',
  ],
];

describe('sums that hold are seen', () => {
  it.each(holding)('%s', (_why, text, ...passed) => {
    const found = judged(text);
    expect(found.passed).toEqual(expect.arrayContaining(passed));
    expect(found.found).toEqual([]);
  });
});

describe('no sum is read into figures that say none', () => {
  const unsaid: readonly (readonly [why: string, text: string])[] = [
    ['a few small numbers', '全年召开会议2次，印发文件3份，接待来访5批次，办结4件，其他9件。'],
    ['the total printed again beside next to nothing', '当年支出318.42万元，退回0.01元，年末支出318.42万元。'],
  ];
  it.each(unsaid)('%s', (_why, text) => {
    expect(judged(text).passed.filter((line) => line.startsWith('parts-of-total'))).toEqual([]);
  });
});
