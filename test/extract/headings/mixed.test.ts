import { expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { aDocument, body, type Piece } from './a-document.js';

const plain = { fontSize: 16 };
const running: Piece = { text: body, look: plain };
const bold = (text: string): Piece => ({ text, look: { bold: true, fontSize: 16 } });
const auto = (label: string, text: string): Piece => ({ label, text, look: plain });

const outline = (...pieces: readonly Piece[]): string[] =>
  extract(aDocument(...pieces), defaultRulebook()).headings.map(
    (it) => `${'-'.repeat(it.level)}${it.number}${it.title}`,
  );

const cases: readonly (readonly [why: string, pieces: readonly Piece[], outline: readonly string[]])[] = [
  [
    'parts, sections and items, with numbers left out between',
    [
      '青山县某某局2024年度部门决算',
      '第一部分 部门概况',
      '一、主要职责',
      body,
      '三、机构设置',
      body,
      '第二部分 决算情况说明',
      '一、收支情况',
      body,
      '（一）收入情况',
      body,
      '1.财政拨款收入',
      body,
      '（1）基本支出',
      body,
      '①人员经费',
      body,
      '②公用经费',
      body,
      '第四部分 附表说明',
      '一、报表口径',
      body,
    ],
    [
      '-第一部分部门概况',
      '--一、主要职责',
      '--三、机构设置',
      '-第二部分决算情况说明',
      '--一、收支情况',
      '---（一）收入情况',
      '----1.财政拨款收入',
      '-----（1）基本支出',
      '------①人员经费',
      '------②公用经费',
      '-第四部分附表说明',
      '--一、报表口径',
    ],
  ],
  [
    'headings that only bold tells, the first right below the title',
    [
      { text: '青山县某某局绩效自评报告', look: { bold: true, fontSize: 22, centred: true } },
      bold('项目概况'),
      running,
      bold('存在的问题'),
      running,
      running,
      bold('改进措施'),
      running,
    ],
    ['-项目概况', '-存在的问题', '-改进措施'],
  ],
  [
    'numbers that Word generates among typed ones',
    [
      auto('一、', '总体情况'),
      running,
      {
        text: '（一）收入情况',
        look: plain,
      },
      running,
      {
        text: '（二）支出情况',
        look: plain,
      },
      running,
      auto('二、', '问题和建议'),
      running,
      auto('1.', '预算编制不细'),
      running,
      auto('2.', '执行进度偏慢'),
      running,
    ],
    [
      '-一、总体情况',
      '--（一）收入情况',
      '--（二）支出情况',
      '-二、问题和建议',
      '---1.预算编制不细',
      '---2.执行进度偏慢',
    ],
  ],
  [
    'headings that run on into their paragraphs',
    ['一、主要做法', body, `（一）强化组织领导。${body}`, `（二）加强资金监管。${body}`, '二、下一步打算', body],
    ['-一、主要做法', '--（一）强化组织领导', '--（二）加强资金监管', '-二、下一步打算'],
  ],
  [
    'titles of annexed tables are none',
    [
      '一、总体情况',
      body,
      '附件1',
      '部门整体支出绩效自评表',
      {
        table: [
          ['项目', '金额'],
          ['合计', '1.00'],
        ],
      },
      '附件2：项目支出绩效自评表',
      {
        table: [
          ['项目', '金额'],
          ['合计', '1.00'],
        ],
      },
    ],
    ['-一、总体情况'],
  ],
  [
    'the last of a series that opens an inner one',
    [
      '一、支出情况',
      `（一）人员经费。${body}`,
      '（二）公务接待费',
      `1.国内接待。${body}`,
      `2.外事接待。${body}`,
      '二、问题和建议',
      body,
    ],
    ['-一、支出情况', '--（一）人员经费', '--（二）公务接待费', '---1.国内接待', '---2.外事接待', '-二、问题和建议'],
  ],
  [
    'a list that ends at the number before the next heading’s',
    [
      '一、机构情况',
      bold('1、内设科室'),
      running,
      bold('2、下属单位'),
      running,
      { text: '包括：', look: plain },
      { text: '1.城东供水站', look: plain },
      { text: '2.城西供水站', look: plain },
      bold('3、人员编制'),
      running,
    ],
    ['-一、机构情况', '--1、内设科室', '--2、下属单位', '--3、人员编制'],
  ],
  [
    'bold titles of two clauses, and closed ones that are worded like sections',
    [
      { text: '青山县某某局工作总结', look: { bold: true, fontSize: 22, centred: true } },
      bold('公司治理'),
      running,
      bold('深化改革，增强活力'),
      running,
      bold('存在的问题。'),
      running,
      bold('各项任务全面完成。'),
      running,
    ],
    ['-公司治理', '-深化改革，增强活力', '-存在的问题'],
  ],
  [
    'contents without page numbers in which inner titles stand twice',
    [
      '目录',
      '一、收入情况',
      '（一）总体情况',
      '（二）变动情况',
      '二、支出情况',
      '（一）总体情况',
      '（二）变动情况',
      '一、收入情况',
      '（一）总体情况',
      body,
      '（二）变动情况',
      body,
      '二、支出情况',
      body,
    ],
    ['-一、收入情况', '--（一）总体情况', '--（二）变动情况', '-二、支出情况'],
  ],
  [
    'without numbers, larger type before smaller and 黑体 before 楷体',
    [
      { text: '青山县某某局工作总结', look: { bold: true, fontSize: 22, centred: true } },
      { text: '全年工作情况', look: { bold: true, fontSize: 18 } },
      { text: '重点项目建设', look: { bold: true, fontSize: 16, fontName: '黑体' } },
      running,
      { text: '管网改造进展', look: { bold: true, fontSize: 16, fontName: '楷体_GB2312' } },
      running,
      { text: '水厂建设进展', look: { bold: true, fontSize: 15.9, fontName: '楷体_GB2312' } },
      running,
      { text: '下一步工作打算', look: { bold: true, fontSize: 18 } },
      running,
    ],
    ['-全年工作情况', '--重点项目建设', '---管网改造进展', '---水厂建设进展', '-下一步工作打算'],
  ],
  [
    '楷体 under a number in 黑体',
    [
      '青山县某某局工作总结',
      { text: '一、全年工作', look: { bold: true, fontSize: 16, fontName: '黑体' } },
      { text: '管网改造进展', look: { bold: true, fontSize: 16, fontName: '楷体_GB2312' } },
      running,
      { text: '二、工作打算', look: { bold: true, fontSize: 16, fontName: '黑体' } },
      running,
    ],
    ['-一、全年工作', '--管网改造进展', '-二、工作打算'],
  ],
  [
    'names of attachments below the text, and dotted numbers with a 、',
    [
      '一、收入情况',
      '1.1、总体情况',
      body,
      '1.2、变动情况',
      body,
      '附件：1.决算公开表',
      '      2.名词解释',
      '青山县某某局',
    ],
    ['-一、收入情况', '--1.1、总体情况', '--1.2、变动情况'],
  ],
  [
    'ideographs in circles',
    ['一、总体情况', body, '㊀收入情况', body, '㊁支出情况', body],
    ['-一、总体情况', '--㊀收入情况', '--㊁支出情况'],
  ],
];

test.each(cases)('%s', (_, pieces, expected) => {
  expect(outline(...pieces)).toEqual(expected);
});

test('a template with placeholders has headings and no amounts', () => {
  const { headings, figures } = extract(
    aDocument(
      'XX局2024年度部门决算',
      '一、收支总体情况',
      '2024年度收入总计XX万元，支出总计××万元。与上年相比，收入增加（减少）XX万元，增长（下降）X.XX%。',
      '二、收入情况',
      '本年收入合计XXXX.XX万元，其中财政拨款收入XXX万元，占XX%。机关运行经费＿＿＿万元，比上年增加____万元。',
    ),
    defaultRulebook(),
  );
  expect(headings.map(({ number, title }) => number + title)).toEqual(['一、收支总体情况', '二、收入情况']);
  expect(figures).toEqual([]);
});

test('the agency before the words of an evaluation', () => {
  const of = (title: string) => extract(aDocument(title, body), defaultRulebook()).metadata.organisation;
  expect(of('青山县某某局整体支出绩效自评报告')).toBe('青山县某某局');
  expect(of('青山县第二中学项目支出绩效评价报告')).toBe('青山县第二中学');
});
