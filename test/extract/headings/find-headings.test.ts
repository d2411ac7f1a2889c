import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeadings } from '../../../src/extract/headings/find-headings.js';
import { rulesDirectory } from '../../../src/rulebook/directory.js';
import { readHeadingRules } from '../../../src/rulebook/headings.js';
import { aDocument, body, type Piece } from './a-document.js';

const rules = readHeadingRules(rulesDirectory);
/** Level, number and title of each heading; `?` behind a number that was inferred. */
const outline = (...pieces: Piece[]): string[] =>
  findHeadings(aDocument(...pieces), rules).map(
    (found) => `${found.level} ${found.number}${found.inferred ? '?' : ''} ${found.title}`,
  );

const bold = { bold: true };
const plainSize = { fontSize: 16 };

describe('headings by their numbers', () => {
  it('nests kinds as they occur, whatever the kind', () => {
    expect(
      outline(
        '绩效自评报告',
        '一、基本情况',
        '（一）机构设置',
        body,
        '（二）主要职责',
        body,
        '二、支出情况',
        '1、基本支出',
        body,
        '2、项目支出',
        body,
      ),
    ).toEqual([
      '1 一、 基本情况',
      '2 （一） 机构设置',
      '2 （二） 主要职责',
      '1 二、 支出情况',
      '2 1、 基本支出',
      '2 2、 项目支出',
    ]);
  });

  it('1. is of the third level in official numbering, also where no （一） stands between', () => {
    const official = [
      '一、预算安排',
      '（一）收入',
      body,
      '（二）支出',
      body,
      '二、重点领域',
      '1.教育。教育支出增长较快。',
    ];
    expect(outline('绩效报告', ...official, '2.医疗。医疗支出平稳。', '三、下一步', body)).toEqual([
      '1 一、 预算安排',
      '2 （一） 收入',
      '2 （二） 支出',
      '1 二、 重点领域',
      '3 1. 教育',
      '3 2. 医疗',
      '1 三、 下一步',
    ]);
  });

  it('restarts 一、 in every part', () => {
    expect(
      outline(
        '第一部分 单位概况',
        '一、主要职能',
        body,
        '二、机构设置',
        body,
        '第二部分 决算说明',
        '一、收入情况',
        body,
        '二、支出情况',
        body,
      ),
    ).toEqual([
      '1 第一部分 单位概况',
      '2 一、 主要职能',
      '2 二、 机构设置',
      '1 第二部分 决算说明',
      '2 一、 收入情况',
      '2 二、 支出情况',
    ]);
  });

  it('passes over items that were left empty', () => {
    const list = [
      { text: '甲组', label: '1.' },
      { text: '', label: '（1）' },
      { text: '乙组', label: '2.' },
      { text: '', label: '（1）' },
      { text: '丙组', label: '3.' },
    ];
    expect(outline('一、概况', body, ...list, '二、结论', body)).toEqual(['1 一、 概况', '1 二、 结论']);
  });

  it('reads the title below a number that Word generated on a line of its own', () => {
    expect(outline({ text: '', label: '第一部分' }, '部门概况', body)).toEqual(['1 第一部分 部门概况']);
  });

  it('reads numbers that Word generated', () => {
    expect(outline({ text: '项目概况', label: '一、' }, body, { text: '实施主体', label: '（一）' }, body)).toEqual([
      '1 一、 项目概况',
      '2 （一） 实施主体',
    ]);
  });

  it('takes dotted numbers of a regulation, but not its numbered sentences', () => {
    expect(
      outline(
        '2 管理职责',
        '2.1 财务部门',
        body,
        '2.1.1 牵头编制年度计划和预算，并跟踪推进。',
        '2.2 业务部门',
        '2.2.1 配合编制计划，提出需求，参加验收。',
      ),
    ).toEqual(['1 2 管理职责', '2 2.1 财务部门', '2 2.2 业务部门']);
  });

  it('the heads of two columns are none, however they are set', () => {
    const heads: Piece = { text: '类别 2023年12月31日 2022年12月31日', look: { bold: true, fontSize: 16 } };
    expect(outline('一、资产', body, heads, body, '二、负债', body)).toEqual(['1 一、 资产', '1 二、 负债']);
  });

  it('knows parents', () => {
    const found = findHeadings(aDocument('一、概况', '（一）职责', body, '二、问题', body), rules);
    expect(found.map((heading) => heading.parent)).toEqual([null, 'h0', null]);
    expect(found.map((heading) => heading.block)).toEqual(['b0', 'b1', 'b3']);
  });
});

describe('kinds that nest the other way round', () => {
  it('一、 inside 12. stands below it, once 13. goes on', () => {
    expect(
      outline('十、财务报告', '12. 长期股权投资', '一、合营公司', body, '二、联营公司', body, '13. 固定资产', body),
    ).toEqual(['1 十、 财务报告', '2 12. 长期股权投资', '3 一、 合营公司', '3 二、 联营公司', '2 13. 固定资产']);
  });

  it('① inside A、 stands below it', () => {
    expect(outline('（1）控制活动', 'A、制度建设', '①机构设立', body, '②自我检查', body, 'B、内控环境', body)).toEqual([
      '1 （1） 控制活动',
      '2 A、 制度建设',
      '3 ① 机构设立',
      '3 ② 自我检查',
      '2 B、 内控环境',
    ]);
  });
});

const box = (top: number): [number, number, number, number] => [72, top, 500, top + 16];

describe('headings that run together with other text', () => {
  it('are told apart where a printed line begins with a number behind a sentence', () => {
    const text = '现将有关情况报告如下：一、基本情况';
    const document = aDocument(text, '二、支出情况', body);
    const stretches = [
      { start: 0, end: 11, page: 1, box: box(700) },
      { start: 11, end: text.length, page: 2, box: box(72) },
    ];
    const [first, ...rest] = document.blocks;
    const joined = { ...document, blocks: first ? [{ ...first, page: 1, stretches }, ...rest] : [] };
    expect(
      findHeadings(joined, rules).map((heading) => [heading.number, heading.title, heading.block, heading.page]),
    ).toEqual([
      ['一、', '基本情况', 'b0', 2],
      ['二、', '支出情况', 'b1', null],
    ]);
  });

  it('are told apart by the title that the contents announce', () => {
    expect(
      outline(
        { furniture: 'contents', text: '九、国有资本预算情况说明…12' },
        '八、基金情况',
        body,
        '九、国有资本预算情况说明青山区财政局2024年度没有使用国有资本预算安排的支出12万元。',
      ),
    ).toEqual(['1 八、 基金情况', '1 九、 国有资本预算情况说明']);
  });

  it('lose the unit of the table below', () => {
    expect(
      outline(
        '1、资产变动情况    单位：人民币元',
        { table: [['项目', '金额']] },
        '2、利润变动情况  （单位：元）',
        body,
      ),
    ).toEqual(['1 1、 资产变动情况', '1 2、 利润变动情况']);
  });
});

describe('titles', () => {
  const cases: readonly [why: string, pieces: Piece[], titles: string[]][] = [
    [
      'run in before a sentence',
      ['（一）项目背景。全区共有老年人四万余人。', '（二）资金安排。市级补助三成，其余由区级配套。'],
      ['项目背景', '资金安排'],
    ],
    [
      'a term and its meaning',
      ['一、财政拨款收入：指从同级财政部门取得的各类拨款。', '二、其他收入：指上述以外的各项收入。'],
      ['财政拨款收入', '其他收入'],
    ],
    [
      'an account in full runs in',
      [
        '1.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为12万元。',
        '2.住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为3万元。',
      ],
      ['住房保障支出（类）住房改革支出（款）住房公积金（项）', '住房保障支出（类）住房改革支出（款）购房补贴（项）'],
    ],
    [
      'a closing 。 is dropped',
      ['（一）预算执行情况。', body, '（二）信息公开情况。', body],
      ['预算执行情况', '信息公开情况'],
    ],
    ['a year may stand in it', ['一、2024年“三公”经费预算情况说明', body], ['2024年“三公”经费预算情况说明']],
    ['white space of typesetting goes', ['一、 总 体 情 况', body], ['总体情况']],
    ['the words before a soft break', ['一、组织领导\n成立了由分管领导任组长的工作小组，明确责任分工。'], ['组织领导']],
  ];
  it.each(cases)('%s', (_why, pieces, titles) =>
    expect(findHeadings(aDocument(...pieces), rules).map((found) => found.title)).toEqual(titles),
  );
});

describe('false friends', () => {
  const cases: readonly [why: string, pieces: Piece[]][] = [
    [
      'a list of sentences with figures',
      ['1.全年培训干部320人次，支出5万元；', '2.完成项目12个，投入资金300万元；', '3.新建站点7个。'],
    ],
    ['a list of names', ['1.区水利工程服务中心', '2.区河道管理所', '3.区供水监测站', body]],
    [
      'duties that end in semicolons',
      ['（一）贯彻执行国家有关法律法规；', '（二）负责全区供水监督管理；', '（三）完成交办的其他任务。'],
    ],
    ['一是 and 首先', ['一是加强组织领导', body, '首先，严格资金管理', body]],
    [
      'a date, a unit, a caption and an attachment',
      ['2024年4月18日', '单位：万元', '表1 支出构成情况', '附件1：绩效指标评分表', '附件2'],
    ],
    [
      'the list of what is attached, over several lines',
      ['附件：1.项目支出绩效自评表', '2.资金使用明细表', body, '附件：', '1.决算报表', '2.情况说明', body],
    ],
    ['fields of a form', ['1.单位名称：青山区档案馆', '2.联系人：李明', '3.联系电话：0000-123']],
    [
      'articles of a rule',
      ['第一条 为规范资金管理，提高使用效益，制定本办法。', '第二条 本办法适用于区级各部门，包括其下属单位。'],
    ],
  ];
  it.each(cases)('%s', (_why, pieces) => expect(outline(body, ...pieces)).toEqual([]));

  it('the title and the cover are no headings, however they are set', () => {
    const cover = { bold: true, centred: true, fontSize: 22 };
    expect(
      outline(
        { text: '青山区档案馆', look: cover },
        { text: '2024年度部门决算', look: cover },
        { text: '2025年9月', look: { ...cover, fontSize: 16 } },
        { text: '一、基本情况', look: plainSize },
        { text: body, look: plainSize },
      ),
    ).toEqual(['1 一、 基本情况']);
  });

  it('a list inside a section does not end the section’s own numbering', () => {
    expect(
      outline(
        '一、主要职责',
        '一、宣传贯彻国家政策。',
        '二、组织开展监督检查。',
        '三、完成其他任务。',
        '二、机构设置',
        body,
        '三、人员情况',
        body,
      ),
    ).toEqual(['1 一、 主要职责', '1 二、 机构设置', '1 三、 人员情况']);
  });

  it('contents as plain paragraphs are passed over, with and without page numbers', () => {
    const text: Piece[] = ['一、单位概况', body, '二、决算说明', body];
    const wanted = ['1 一、 单位概况', '1 二、 决算说明'];
    expect(outline('目 录', '一、单位概况…………1', '二、决算说明…………3', ...text)).toEqual(wanted);
    expect(outline('目  录', '一、单位概况', '二、决算说明', ...text)).toEqual(wanted);
    expect(outline({ furniture: 'contents', text: '一、单位概况 1' }, ...text)).toEqual(wanted);
  });
});

describe('covers and contents', () => {
  it('contents without page numbers whose titles the body prints otherwise end where the numbers end', () => {
    const large = { fontSize: 18, bold: true };
    expect(
      outline(
        { text: '区级单位预算', look: large },
        '目 录',
        '一、单位职能',
        '二、机构设置',
        '三、名词解释',
        { text: '区文化馆主要职能', look: large },
        { text: body, look: plainSize },
      ),
    ).toEqual(['1  区文化馆主要职能']);
  });

  it('the title again behind the contents is no heading', () => {
    const large = { fontSize: 22, bold: true, centred: true };
    const again = [
      { text: '区文化馆', look: large },
      { text: '2024年度部门决算', look: large },
    ];
    expect(
      outline(...again, { furniture: 'contents', text: '一、概况 1' }, ...again, '一、概况', {
        text: body,
        look: plainSize,
      }),
    ).toEqual(['1 一、 概况']);
  });

  it('contents that wrap a title end where the numbering begins again', () => {
    expect(
      outline(
        '区审计局2020年部门决算',
        '目 录',
        '第一部分 部门概况',
        '一、主要职责及内设机',
        '构',
        '第二部分 情况说明',
        '第一部分',
        '区审计局概况',
        '一、主要职责',
        body,
      ),
    ).toEqual(['1 第一部分 区审计局概况', '2 一、 主要职责']);
  });

  it('a slip in the numbering costs no heading', () => {
    expect(outline('一、概况', body, '三、收入', body, '二、支出', body, '四、结余', body)).toHaveLength(4);
  });
});

describe('headings by their look', () => {
  const running = { text: body, look: plainSize };
  it('by style, ranked among the numbered ones', () => {
    expect(
      outline(
        { text: '工作情况汇报', look: { styleName: 'Title', fontSize: 22 } },
        { text: '工作情况汇报', look: { styleName: 'Title', fontSize: 22 } },
        { text: '总体情况', look: { outlineLevel: 1 } },
        running,
        { text: '资金来源', look: { styleName: 'heading 2', outlineLevel: 2 } },
        running,
        { text: '1.财政拨款', look: { outlineLevel: 3 } },
        running,
      ),
    ).toEqual(['1  总体情况', '2  资金来源', '3 1. 财政拨款']);
  });

  it('by type that stands above the numbered ones', () => {
    const large = { fontSize: 18, bold: true, centred: true };
    expect(
      outline(
        running,
        { text: '其他情况说明', look: large },
        { text: '一、资产情况', look: plainSize },
        running,
        { text: '名词解释', look: large },
        running,
      ),
    ).toEqual(['1  其他情况说明', '2 一、 资产情况', '1  名词解释']);
  });

  it('bold lines inside a section stand under it', () => {
    expect(
      outline(
        { text: '一、工作成效', look: { ...plainSize, ...bold } },
        running,
        { text: '（一）服务提升', look: plainSize },
        running,
        { text: '典型做法', look: { ...plainSize, ...bold, fontName: '楷体' } },
        running,
      ).length,
    ).toBe(3);
  });

  it('the caption of a table is none', () => {
    const large = { fontSize: 18, bold: true, centred: true };
    const table: Piece = {
      table: [
        ['项目', '金额'],
        ['合计', '12'],
      ],
    };
    expect(
      outline(
        running,
        { text: '2024年收支预算总表', look: large },
        { text: '编制部门：区档案馆 单位：元', look: plainSize },
        table,
      ),
    ).toEqual([]);
  });
});

describe('titles of tables', () => {
  const table: Piece = { table: [['项目', '金额']] };
  const running: Piece = { text: body, look: plainSize };
  it.each([
    ['its year below', ['项目支出绩效自评表', '（2023年度）']],
    ['a line of the form below', ['部门整体支出绩效自评表', '填报单位：水务局　　填报日期：2024年3月1日']],
    ['the number of a published form below', ['收入支出决算总表', '公开01表', '金额单位：万元']],
  ])('are no headings with %s, in bold, centred and styled', (_why, lines) => {
    const styled = { bold: true, centred: true, fontSize: 18, outlineLevel: 0, styleName: 'heading 1' };
    const [title = '', ...rest] = lines;
    const between = rest.map((text): Piece => ({ text, look: { ...plainSize, centred: true, bold: true } }));
    for (const look of [styled, { ...styled, outlineLevel: null, styleName: null }])
      expect(
        outline(
          '自评报告',
          '一、项目概况',
          running,
          '二、存在问题',
          running,
          { text: title, look },
          ...between,
          table,
          '三、改进措施',
          running,
        ),
      ).toEqual(['1 一、 项目概况', '1 二、 存在问题', '1 三、 改进措施']);
  });
});

describe('numbers that the file lost', () => {
  it('fill the gap before a printed number', () => {
    expect(
      outline('自评报告', '评价年度：2024年度', body, '单位概况', body, '二、自评开展情况', body, '三、存在问题', body),
    ).toEqual(['1 一、? 单位概况', '1 二、 自评开展情况', '1 三、 存在问题']);
  });

  it('fill a gap between siblings, in their style', () => {
    expect(outline('一、支出情况', '(一)基本支出', body, '项目支出情况', body, '(三)经营支出', body)).toEqual([
      '1 一、 支出情况',
      '2 (一) 基本支出',
      '2 (二)? 项目支出情况',
      '2 (三) 经营支出',
    ]);
  });

  it('open a series whose first number is gone, inside one that is gone too', () => {
    expect(
      outline(
        '自评报告',
        body,
        '单位基本情况',
        '机构设置和主要职能。',
        body,
        '（二）年度工作任务',
        body,
        '二、绩效情况',
        '产出指标',
        '（1）数量指标。全部完成。',
        '2.效益指标',
        '（1）社会效益。群众满意。',
        body,
      ),
    ).toEqual([
      '1 一、? 单位基本情况',
      '2 （一）? 机构设置和主要职能',
      '2 （二） 年度工作任务',
      '1 二、 绩效情况',
      '3 1.? 产出指标',
      '4 （1） 数量指标',
      '3 2. 效益指标',
      '4 （1） 社会效益',
    ]);
  });

  it('where all are lost, lines that end like titles stand out over sentences', () => {
    expect(outline('自评报告', body, '单位概况', body, '资金使用情况', body, '全体人员', '其他说明', '无')).toEqual([
      '1  单位概况',
      '1  资金使用情况',
    ]);
  });

  it('are not invented where no printed number is missing', () => {
    expect(
      outline('一、基本情况', body, '单位自行车棚改造', body, '二、存在问题', body, '区档案馆', '2025年3月1日'),
    ).toEqual(['1 一、 基本情况', '1 二、 存在问题']);
  });

  it('are not given to signatures, captions or dates', () => {
    expect(outline(body, '单位：万元', '表2 支出明细', '2025年3月1日', '二、存在问题', body)).toEqual([
      '1 二、 存在问题',
    ]);
  });
});

describe('any document', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '一、概况',
      '（一）职责。依法履职。',
      '1.目标',
      '（2）成效',
      '第二部分 说明',
      '目录',
      '三、问题',
      '措施建议',
      '单位：元',
      body,
      '',
    ),
    fc.string({
      unit: fc.constantFrom('一', '二', '、', '（', '）', '1', '.', '第', '章', '。', '：', ' ', '\n', '额'),
      maxLength: 12,
    }),
  );
  it('yields a sound outline: parents before children, below them, titles without white space around', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const found = findHeadings(aDocument(...lines), rules);
        found.forEach((heading, at) => {
          expect(heading.id).toBe(`h${at}`);
          expect(heading.title).toBe(heading.title.trim());
          expect(heading.title).not.toBe('');
          const parent = found.slice(0, at).find((other) => other.id === heading.parent);
          const down = heading.level - (parent?.level ?? 0);
          expect(down).toBe(down === 2 && /^一、$/u.test(parent?.number ?? '') && heading.number === '1.' ? 2 : 1);
        });
      }),
    );
  });
});
