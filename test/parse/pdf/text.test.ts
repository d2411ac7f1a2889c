import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../src/model/document.js';
import { documentOf, furnitureOf, textsOf } from './parsed.js';
import { width, type Page, type Text } from './tiny-pdf.js';

/** Lines of 12 pt under each other from y = 100, 40 characters wide when full. */
const lines = (texts: readonly string[], first = 100): Text[] =>
  texts.map((text, i) => ({ text: text.trimStart(), x: 60 + 24 * Number(text.startsWith(' ')), y: first + 20 * i }));

const full = (text: string, length = 40): string => text.padEnd(length, '甲乙丙丁戊己庚辛壬癸');

describe('paragraphs', () => {
  const cases: readonly [why: string, page: Page, texts: string[]][] = [
    [
      'lines that run on are one paragraph, a short line ends it',
      {
        texts: lines([
          ` ${full('本年收入', 38)}`,
          full('续行'),
          '到此为止。',
          ` ${full('本年支出', 38)}`,
          '另起一段。',
        ]),
      },
      [`${full('本年收入', 38)}${full('续行')}到此为止。`, `${full('本年支出', 38)}另起一段。`],
    ],
    [
      'a number broken over a line end is one number',
      { texts: lines([full('一', 37) + '294', '0.05万元。', full('二'), full('三')]) },
      [`${full('一', 37)}2940.05万元。`, `${full('二')}${full('三')}`],
    ],
    [
      'a figure in several runs is one figure',
      {
        texts: [
          { text: '支出', x: 60, y: 100 },
          { text: '2940', x: 84, y: 100 },
          { text: '.05', x: 108, y: 100 },
          { text: '万元', x: 126, y: 100 },
        ],
      },
      ['支出2940.05万元'],
    ],
    [
      'runs drawn out of order are read in order',
      {
        texts: [
          { text: '后半', x: 84, y: 100 },
          { text: '第二行', x: 60, y: 140 },
          { text: '前半', x: 60, y: 100 },
        ],
      },
      ['前半后半', '第二行'],
    ],
    [
      'letter-spaced words lose their gaps',
      { texts: [{ text: '本年收入合计', x: 60, y: 100, spread: 0.5 }] },
      ['本年收入合计'],
    ],
    [
      'text drawn twice counts once',
      {
        texts: [0, 0.3].map((shift) => ({ text: '合计12万元', x: 60 + shift, y: 100 })),
      },
      ['合计12万元'],
    ],
    [
      'a space stays between Latin words only',
      { texts: [{ text: '采用 Open Data 标准 3 项', x: 60, y: 100 }] },
      ['采用Open Data标准3项'],
    ],
    [
      'the mark of a note behind a figure is no digit of it, and an exponent no factor',
      {
        texts: [
          { text: '支出12.30', x: 60, y: 100 },
          { text: '1', x: 114.5, y: 95.5, size: 7 },
          { text: '万元，面积12m', x: 119, y: 100 },
          { text: '2', x: 197.5, y: 95.5, size: 7 },
          { text: '，CO', x: 202, y: 100 },
          { text: '2', x: 226.5, y: 102, size: 7 },
          { text: '减排。', x: 231, y: 100 },
        ],
      },
      ['支出12.30¹万元，面积12m²，CO₂减排。'],
    ],
    [
      'figures in smaller print on the line stay figures',
      {
        texts: [
          { text: '支出', x: 60, y: 100 },
          { text: '12', x: 85, y: 99.5, size: 9 },
          { text: '万元', x: 96, y: 100 },
        ],
      },
      ['支出12万元'],
    ],
    ['radicals become the everyday character', { texts: [{ text: '⽀出⼀⻚', x: 60, y: 100 }] }, ['支出一页']],
    ['full-width digits stay', { texts: [{ text: '共１２．５％', x: 60, y: 100 }] }, ['共１２．５％']],
    [
      'a full heading line with the indent of the paragraph below is its own paragraph',
      {
        texts: [
          { text: `九、${full('决算情况', 36)}`, x: 84, y: 100, face: 'bold' },
          ...lines([` ${full('正文', 38)}`, full('正文'), '完。'], 120),
        ],
      },
      [`九、${full('决算情况', 36)}`, `${full('正文', 38)}${full('正文')}完。`],
    ],
    [
      'a heading after a full line is its own paragraph',
      { texts: lines([` ${full('正文', 38)}`, `${full('正文', 39)}。`, '（二）下一节', ` ${full('正文', 38)}`]) },
      [`${full('正文', 38)}${full('正文', 39)}。`, '（二）下一节', full('正文', 38)],
    ],
    [
      'what stands at the right begins a paragraph',
      {
        texts: [
          { text: full('收入支出决算总表', 20), x: 60, y: 100 },
          { text: '金额单位：万元', x: 300, y: 120 },
        ],
      },
      [full('收入支出决算总表', 20), '金额单位：万元'],
    ],
    [
      'a title whose first line is full goes on in a centred one',
      {
        texts: [
          { text: full('某某县交通运输局决算公开', 27), x: 60, y: 80, size: 17.3, face: 'bold' },
          { text: '说明', x: 276, y: 104, size: 17.3, face: 'bold' },
          ...lines([` ${full('正文', 38)}`, full('正文'), '完。'], 140),
        ],
      },
      [`${full('某某县交通运输局决算公开', 27)}说明`, `${full('正文', 38)}${full('正文')}完。`],
    ],
    [
      'rows with wide gaps are not strung together',
      {
        texts: [120, 140].flatMap((y, i) => [
          { text: full(['甲乙', '丙丁'][i] ?? '', 30), x: 60, y },
          { text: '2024年末', x: 480, y },
        ]),
      },
      [`${full('甲乙', 30)} 2024年末`, `${full('丙丁', 30)} 2024年末`],
    ],
  ];
  it.each(cases)('%s', async (_, page, texts) => {
    expect(textsOf(await documentOf([page]))).toEqual(texts);
  });

  it('go on over the page end, with both pages in their stretches', async () => {
    const document = await documentOf([
      { texts: [...lines([` ${full('上页', 38)}`, full('上页')], 700), { text: '— 1 —', x: 280, y: 800 }] },
      { texts: [...lines(['下页结束。', ` ${full('新段', 38)}`]), { text: '— 2 —', x: 280, y: 800 }] },
    ]);
    expect(textsOf(document)).toEqual([`${full('上页', 38)}${full('上页')}下页结束。`, full('新段', 38)]);
    const [block] = document.blocks;
    expect([...new Set(block?.stretches.map((stretch) => stretch.page))]).toEqual([1, 2]);
    expect(furnitureOf(document)).toEqual(['page-number —1—', 'page-number —2—']);
  });

  it('go on over the page end behind the footnotes of a page', async () => {
    const note = (text: string, y: number): Text => ({ text, x: 60, y, size: 9 });
    const document = await documentOf([
      {
        texts: [
          ...lines([` ${full('上页', 38)}`, full('上页')], 680),
          note(full('①指同级财政当年拨付的资金', 53), 750),
          note('预算财政拨款。', 764),
          note('②指单位开展业务所得的收入。', 778),
        ],
      },
      { texts: lines(['下页结束。', ` ${full('新段', 38)}`]) },
    ]);
    expect(textsOf(document)).toEqual([
      `${full('上页', 38)}${full('上页')}下页结束。`,
      `${full('①指同级财政当年拨付的资金', 53)}预算财政拨款。`,
      '②指单位开展业务所得的收入。',
      full('新段', 38),
    ]);
  });

  it('give each figure a box of its own', async () => {
    const document = await documentOf([{ texts: [{ text: '全年支出2940.05万元，增长5%', x: 60, y: 100 }] }]);
    const [block] = document.blocks;
    const at = block?.text.indexOf('2940.05') ?? -1;
    const { page, box } = regionOf(block?.stretches ?? [], at, at + 7);
    expect(page).toBe(1);
    expect(box?.[0]).toBeCloseTo(60 + 48, 0);
    expect(box?.[2]).toBeCloseTo(60 + 48 + 42, 0);
    expect(box?.[1]).toBeLessThan(100);
    expect(box?.[3]).toBeGreaterThan(100);
  });

  it('know their look', async () => {
    const document = await documentOf([
      {
        texts: [
          { text: '绩效自评报告', x: (width - 120) / 2, y: 90, size: 20, face: 'bold' },
          ...lines([` ${full('正文', 38)}`, full('正文'), '完。'], 130),
        ],
      },
    ]);
    const [title, body] = document.blocks;
    expect(title).toMatchObject({
      text: '绩效自评报告',
      look: { bold: true, centred: true, fontSize: 20, fontName: 'SimHei' },
    });
    expect(body).toMatchObject({ look: { bold: false, centred: false, fontSize: 12 } });
  });
});

describe('directions', () => {
  const prose = ['第一行的文字在这里', '第二行的文字在这里'];

  it.each([0, 90, 180, 270] as const)('a page turned by %i degrees is read as it is shown', async (rotate) => {
    const document = await documentOf([{ rotate, texts: lines(prose) }]);
    expect(textsOf(document).join('')).toBe(prose.join(''));
    const [left = 0, top = 0, right = 0, bottom = 0] = document.blocks[0]?.stretches[0]?.box ?? [];
    const shown = { 0: [60, 100], 90: [width + 247 - 100, 60], 180: [535, 742], 270: [100, 535] }[rotate];
    expect(left - 15).toBeLessThan(shown[0] ?? 0);
    expect(right + 15).toBeGreaterThan(shown[0] ?? 0);
    expect(top - 15).toBeLessThan(shown[1] ?? 0);
    expect(bottom + 15).toBeGreaterThan(shown[1] ?? 0);
  });

  it('text turned on an upright page is read along its own lines', async () => {
    const document = await documentOf([
      { texts: prose.map((text, i) => ({ text, x: 100 + 20 * i, y: 700, turned: 1 })) },
    ]);
    expect(textsOf(document).join('')).toBe(prose.join(''));
  });

  it('vertical writing is read from top to bottom, columns from right to left, to the foot of the page', async () => {
    const document = await documentOf([
      {
        texts: [
          { text: '左列其次', x: 300, y: 700, face: 'vertical' },
          { text: '右列在先', x: 330, y: 700, face: 'vertical' },
        ],
      },
    ]);
    expect(textsOf(document).join('')).toBe('右列在先左列其次');
  });

  it('two columns of text are read one after the other', async () => {
    const column = (x: number, name: string): Text[] =>
      Array.from({ length: 8 }, (_, i) => ({
        text: full(`${name}${'一二三四五六七八'.charAt(i)}`, 18),
        x,
        y: 100 + 20 * i,
      }));
    const title = { text: '全市财政工作简报', x: 200, y: 60, size: 20 };
    const document = await documentOf([{ texts: [title, ...column(60, '左'), ...column(320, '右')] }]);
    const text = textsOf(document).join('');
    expect(text.indexOf('左八')).toBeLessThan(text.indexOf('右一'));
    expect(text.indexOf('左八')).toBeGreaterThan(0);
  });

  const side = (x: number, y: number, name: string, count: number): Text[] =>
    Array.from({ length: count }, (_, i) => ({
      text: full(name + '一二三四五六七八'.charAt(i), 18),
      x,
      y: y + 20 * i,
    }));

  it('two columns whose lines stand at different heights are read one after the other, on the next page too', async () => {
    const wide = lines([`　　${full('总述', 36)}`, full('总述', 38)], 60);
    const document = await documentOf([
      { texts: [...wide, ...side(60, 120, '左', 8), ...side(320, 126, '右', 7)] },
      { texts: [...side(60, 100, '甲', 3), ...side(320, 109, '乙', 2)] },
    ]);
    const order = new Set(
      textsOf(document)
        .join('')
        .match(/[总左右甲乙][述一二三四五六七八]/g),
    );
    const numbered = (name: string, count: number): string[] =>
      Array.from('一二三四五六七八'.slice(0, count), (one) => name + one);
    const read = [numbered('左', 8), numbered('右', 7), numbered('甲', 3), numbered('乙', 2)];
    expect([...order]).toEqual(['总述', ...read.flat()]);
  });

  it('two columns end before the heading below both, and may stand an em apart', async () => {
    const heading: Text = { text: '五、名词解释', x: 60, y: 300, size: 18 };
    const below = lines([`　　${full('释义', 36)}`, full('释义', 38)], 330);
    const right = Array.from({ length: 7 }, (_, i) => ({ text: full(`右${i}`, 18), x: 288, y: 120 + 20 * i }));
    const document = await documentOf([{ texts: [...side(60, 120, '左', 8), ...right, heading, ...below] }]);
    const text = textsOf(document).join('');
    const places = ['左八', '右0', '右6', '五、', '释义'].map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });
});

describe('furniture', () => {
  it('headers, page numbers and the table of contents are no text of the report', async () => {
    const page = (number: number, texts: readonly Text[]): Page => ({
      texts: [{ text: '某局2024年度自评报告', x: 200, y: 50 }, ...texts, { text: `- ${number} -`, x: 285, y: 810 }],
    });
    const document = await documentOf([
      page(1, [
        { text: '目录', x: 285, y: 100 },
        { text: '一、部门概况............3', x: 60, y: 130 },
        { text: '二、决算情况……………………12', x: 60, y: 160 },
      ]),
      page(2, lines([` ${full('正文', 38)}`, '完。'])),
      page(3, lines([` ${full('正文', 38)}`, '3 个单位。'])),
    ]);
    expect(textsOf(document)).toEqual([`${full('正文', 38)}完。`, `${full('正文', 38)}3个单位。`]);
    expect(furnitureOf(document).map((line) => line.split(' ')[0])).toEqual([
      'header',
      'contents',
      'contents',
      'contents',
      'page-number',
      'header',
      'page-number',
      'header',
      'page-number',
    ]);
  });

  it('the number of the page after a note at the foot is not part of the note', async () => {
    const page = (number: number): Page => ({
      texts: [
        { text: `本办法适用于第${number}类项目。`, x: 84, y: 200 },
        { text: number === 1 ? `${full('某某部门二〇二四年发布', 35)}` : '', x: 84, y: 774 },
        { text: number === 1 ? '*右划线表示修改' : '', x: 84, y: 790 },
        { text: `共2页第${number}页`, x: 430, y: 790 },
      ].filter(({ text }) => text !== ''),
    });
    const document = await documentOf([page(1), page(2)]);
    expect(furnitureOf(document)).toEqual(['page-number 共2页第1页', 'page-number 共2页第2页']);
    expect(textsOf(document)[2]).toBe('*右划线表示修改');
  });

  it('a unit at the right is no first line of the text below it', async () => {
    const texts = [
      { text: '单位：万元', x: 462, y: 100 },
      ...[118, 136].map((y) => ({
        text: '本年收入比上年增加的主要原因是项目经费增加以及人员经费增加所致本',
        x: 60,
        y,
      })),
    ].map((text) => Object.assign({}, text, { size: 14 }));
    expect(textsOf(await documentOf([{ texts }]))[0]).toBe('单位：万元');
  });

  it('a table of contents without page numbers is known by its entries standing again', async () => {
    const titles = ['第一部分某局概况', '一、主要职能', '二、机构设置', '第二部分决算情况说明', '三、收入决算'];
    const document = await documentOf([
      { texts: lines(['目录', ...titles]) },
      {
        texts: lines([
          '第一部分 某局概况',
          '一、主要职能',
          ` ${full('职能', 38)}`,
          '完。',
          '二、机构设置',
          '第二部分决算情况说明',
          '收入决算',
        ]),
      },
    ]);
    expect(furnitureOf(document)).toEqual(['目录', ...titles].map((text) => `contents ${text}`));
    expect(textsOf(document)[1]).toBe('一、主要职能');
  });

  it('its entries may stand again run into their paragraphs, and lead to pages in roman numbers', async () => {
    const titles = ['一、主要职能', '二、机构设置', '三、机关运行经费情况', '四、政府采购情况', '五、资产占用情况'];
    const body = titles.map((title, i) => (i < 2 ? title : `${title}。本年度按预算执行。`));
    const document = await documentOf([
      { texts: lines(['目录', ...titles]) },
      { texts: lines(body) },
      { texts: lines(['附表目录........iii', '甲表........iv']) },
    ]);
    expect(furnitureOf(document)).toEqual(
      ['目录', ...titles, '附表目录........iii', '甲表........iv'].map((text) => `contents ${text}`),
    );
    expect(textsOf(document)).toEqual(body);
  });

  it('a bare number at the foot counts as a page number only when it keeps step', async () => {
    const foot = (texts: string[]): Page[] =>
      texts.map((text) => ({ texts: [...lines(['正文一行。']), { text, x: 290, y: 810 }] }));
    expect(furnitureOf(await documentOf(foot(['5', '6', '7'])))).toEqual(
      ['5', '6', '7'].map((text) => `page-number ${text}`),
    );
    const [first, second] = foot(['5', '6']);
    expect(furnitureOf(await documentOf([first ?? {}, { texts: lines(['正文']) }]))).toEqual([]);
    expect(furnitureOf(await documentOf([{ texts: lines(['正文']) }, second ?? {}]))).toEqual([]);
  });
});
