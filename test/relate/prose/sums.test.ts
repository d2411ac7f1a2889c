import { describe, expect, it, test } from 'vitest';
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

const broken: readonly (readonly [why: string, text: string, found: string])[] = [
  [
    'names that divide: parts that fall short',
    '核定编制91名，其中行政编制52名、事业编制21名、工勤编制6名；年末实有在职人员83人。',
    'review staff-by-category: 91名 52名 21名 6名',
  ],
  [
    'names that divide: parts above their total',
    '核定编制71名，其中行政编制52名、事业编制21名、工勤编制6名；年末实有在职人员68人。',
    'error staff-by-category: 71名 52名 21名 6名',
  ],
  [
    'the nearer of two levels is divided',
    '核定工作人员12人，实有10人，其中专职5人、兼职3人。',
    'review parts-of-total: 10人 5人 3人',
  ],
  [
    'grades need no word to open them',
    '组织对16个项目开展绩效自评，涉及金额412.60万元。自评结果为“优”的9个、“良”的4个。',
    'review projects-by-grade: 16个 9个 4个',
  ],
  [
    'levels down to the last',
    '全县共有河长268名，其中县级11名、镇级74名、村级193名。',
    'error parts-of-total: 268名 11名 74名 193名',
  ],
  [
    'things of one kind above their total',
    '全年治理河道21.4公里，其中柳溪河9.6公里、白石沟7.1公里、南塘5.9公里。',
    'error parts-of-total: 21.4公里 9.6公里 7.1公里 5.9公里',
  ],
  [
    'the last part is the others',
    '公开信息812条，其中网站512条、新媒体190条、其他方式85条。',
    'review parts-of-total: 812条 512条 190条 85条',
  ],
  [
    'some of the parts that a form fixes, the others being nothing',
    '“三公”经费年初预算14.60万元，其中公务接待费3.20万元、公务用车运行维护费10.40万元。',
    'review parts-of-total: 14.60万元 3.20万元 10.40万元',
  ],
  [
    'one wrong digit in a long total',
    '全年发布信息3184条，其中：公告公示1207条，部门动态1452条，政策解读425条。',
    'review parts-of-total: 3184条 1207条 1452条 425条',
  ],
  [
    'shares beside the parts that make 100 %',
    '政府采购支出462.1万元，其中：政府集中采购254.2万元，占60%；部门自行采购169.5万元，占40%。',
    'error parts-of-total: 462.1万元 254.2万元 169.5万元',
  ],
  [
    'a list beside it that adds up',
    '全年接待78批次、604人次，其中：洽谈合作35批次、312人次，学习交流43批次、262人次。',
    'review parts-of-total: 604人次 312人次 262人次',
  ],
  [
    'what was added to the income makes no total',
    '全区一般公共预算收入147.1亿元，增长7.2%。加上转移性收入49.2亿元，收入合计197.6亿元。',
    'review parts-of-total: 147.1亿元 49.2亿元 197.6亿元',
  ],
  [
    'all of one side of a budget, two digits exchanged',
    '县级基金预算收入23541.36万元，上级转移支付1210万元，上年结余5612.40万元，收入总计30336.76万元。',
    'review parts-of-total: 23541.36万元 1210万元 5612.40万元 30336.76万元',
  ],
  [
    'what was added in the year, one digit wrong',
    '年初预算1846.30万元，年中追加156.16万元，全年预算数为2012.46万元。',
    'review parts-of-total: 1846.30万元 156.16万元 2012.46万元',
  ],
  [
    'documents named in brackets between the parts',
    '中央衔接资金15587万元（财农〔2024〕1179号）、省级衔接推进乡村振兴补助资金7926万元（财农〔2024〕1314号），共计23413万元。',
    'review parts-of-total: 15587万元 7926万元 23413万元',
  ],
  [
    'a list of shares and amounts, one of which is wrong',
    '本年收入318.25万元，本年支出309.6万元。\n本年支出按用途分：人员经费224.36万元，占72.5%；公用经费38.24万元，占12.4%；项目经费41万元，占15.1%。',
    'error share-of-total: 309.6万元 224.36万元 38.24万元 41万元 15.1%',
  ],
  [
    'a list that names a total of the paragraph before',
    '本年收入318.25万元，本年支出309.6万元。\n本年支出按用途分：人员经费224.36万元；公用经费38.24万元；项目经费41万元。',
    'review parts-of-total: 309.6万元 224.36万元 38.24万元 41万元',
  ],
  [
    'numbered items',
    '安排资金3107.46万元。1、水利项目1340.22万元，用于灌区。2、道路项目945.24万元，用于硬化。3、林业项目862万元，用于造林。',
    'review parts-of-total: 3107.46万元 1340.22万元 945.24万元 862万元',
  ],
  [
    'a list goes on behind one that divides its last part',
    '“三公”经费预算64.20万元，其中：因公出国（境）费31.00万元；公务用车购置及运行费18.00万元，其中：公务用车购置费10.00万元，公务用车运行费8.00万元；公务接待费12.40万元。',
    'error parts-of-total: 64.20万元 31.00万元 18.00万元 12.40万元',
  ],
  [
    'what is larger than the part that was divided is no part of it',
    '“三公”经费预算64.20万元，其中：因公出国（境）费31.00万元；公务用车购置及运行费8.00万元，其中：公务用车运行费8.00万元；公务接待费22.40万元。',
    'error parts-of-total: 64.20万元 31.00万元 8.00万元 22.40万元',
  ],
];

describe('sums that do not hold are told as surely as their words and names show them to be sums', () => {
  it.each(broken)('%s', (_why, text, found) => {
    expect(judged(text).found).toContain(found);
  });

  it('a composition is not read past a part of its list that it does not know', () => {
    const { found } = judged(
      '“三公”经费预算5834万元，其中：公务用车购置692万元，车辆增加；公车运行及维护4162万元；公务接待费430万元；因公出国100万元。',
    );
    expect(found).toEqual(['review parts-of-total: 5834万元 692万元 4162万元 430万元 100万元']);
  });
});

test('what one side of a budget comes to is held against the list before it', () => {
  const text =
    '县级国有资本预算收入1.4亿元，上年结转0.1亿元，预算总收入1.5亿元；县级国有资本预算支出0.8亿元，调出资金0.7亿元，预算总支出1.5亿元。';
  expect(judged(text).passed).toEqual(
    expect.arrayContaining(['parts-of-total: 1.4亿元 0.1亿元 1.5亿元', 'parts-of-total: 0.8亿元 0.7亿元 1.5亿元']),
  );
  const more = '全县人均收入2.5万元，人均支出1.6万元，总收入33.3亿元。收入2.5亿元，支出1.6亿元，收入总计5.2亿元。';
  expect(judged(more)).toMatchObject({ passed: [], found: [] });
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
