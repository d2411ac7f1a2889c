import { describe, expect, it } from 'vitest';
import { documentOf, textsOf } from './parsed.js';
import { width, type Text } from './tiny-pdf.js';

/** Text of so many characters: the measure is 38 of them, from 60 to 516 points. */
const filler = '项目实施进度总体正常资金拨付及时管理制度健全群众反映良好各项目标任务如期完成';
const words = (start: string, length: number): string => (start + filler + filler).slice(0, length);
const measure = 38;

/** Lines of 12 pt at the margin; those that begin with a space are indented by two characters. */
const at = (y: number, text: string, face: Text['face'] = 'song'): Text => ({
  text: text.trimStart(),
  x: 60 + 24 * Number(text.startsWith(' ')),
  y,
  face,
});
const running = (y: number, pitch = 20): Text[] =>
  Array.from({ length: 5 }, (_, i) => at(y + i * pitch, words('全年', measure)));

describe('the lines of a paragraph', () => {
  it('may stand far apart, where the first has an indent and ends inside a sentence', async () => {
    const clause = `1、${words('因质量发生争议的', measure - 4)}`;
    const texts = [
      ...running(100),
      at(280, ` ${clause}`),
      at(327, words('由双方委托', measure)),
      at(374, '鉴定。'),
      at(421, ' 九、其他'),
    ];
    expect(textsOf(await documentOf([{ texts }])).slice(-2)).toEqual([
      `${clause}${words('由双方委托', measure)}鉴定。`,
      '九、其他',
    ]);
  });

  it('stand as far apart as is usual on the page: more white ends it, though its one line is full', async () => {
    const full = `${words('第一段', measure - 1)}。`;
    const texts = [...running(100), at(220, full), at(252, words('第二段', measure)), at(272, '完。')];
    expect(textsOf(await documentOf([{ texts }])).slice(-2)).toEqual([full, `${words('第二段', measure)}完。`]);
  });

  it('end where a number begins, though both stand in the middle', async () => {
    const texts = [
      ...[24, 24].map((length, i) => ({
        text: ['第三部分 ', '一、'][i] + words('决算情况说明', length),
        x: (width - 12 * (length + 3)) / 2 - 9,
        y: 100 + 24 * i,
      })),
      ...running(160),
    ];
    const [first, second] = textsOf(await documentOf([{ texts }]));
    expect([first?.slice(0, 5), second?.slice(0, 2)]).toEqual(['第三部分决', '一、']);
  });

  it('end where the face does, though the heading fills its line and the text below has no indent', async () => {
    const heading = `（三）${words('公务用车', measure - 4)}`;
    const texts = [...running(100), at(220, heading, 'bold'), at(240, words('本年', measure)), at(260, '完。')];
    expect(textsOf(await documentOf([{ texts }])).slice(-2)).toEqual([heading, `${words('本年', measure)}完。`]);
  });

  it('end under a full heading at the margin where the next has an indent that the line below lacks', async () => {
    const heading = `（二）${words('以改善民生为根本', measure - 3)}`;
    const first = words('针对检查发现的问题', measure - 2);
    const texts = [...running(100), at(220, heading), at(240, ` ${first}`), at(260, '完。')];
    expect(textsOf(await documentOf([{ texts }])).slice(-2)).toEqual([heading, `${first}完。`]);
    const hanging = [...running(100), at(220, heading), at(240, ` ${words('下列', measure - 2)}`), at(260, ' 完。')];
    expect(textsOf(await documentOf([{ texts: hanging }])).slice(-1)).toEqual([
      `${heading}${words('下列', measure - 2)}完。`,
    ]);
  });

  it('all end at one place where text is justified: a sentence that ends short of it ends its paragraph', async () => {
    const last = `${words('到此为止', measure - 2)}。`;
    const paragraph = [...running(100), ...running(200), at(300, last)];
    const texts = [...paragraph, at(320, words('另起一段', measure)), at(340, '完。')];
    expect(textsOf(await documentOf([{ texts }])).slice(-1)).toEqual([`${words('另起一段', measure)}完。`]);
    const ragged = texts.map((text, i) => ({ ...text, text: i % 3 === 0 ? text.text.slice(0, -1) : text.text }));
    expect(textsOf(await documentOf([{ texts: ragged }]))).toHaveLength(1);
  });

  it('of larger type take two lines of a line grid', async () => {
    const note = { text: words('注：金额转换时因四舍五入', 31), x: 60, y: 220, size: 14 };
    const texts = [...running(100, 16), note, { ...note, text: '差。', y: 252 }];
    expect(textsOf(await documentOf([{ texts }])).slice(-1)).toEqual([`${note.text}差。`]);
  });

  it('are not a signature and the date below it', async () => {
    const texts = [
      ...running(100),
      { text: '某县农业农村和水务局', x: 372, y: 240 },
      { text: '2024年4月18日', x: 374, y: 260 },
      { text: '某县人力资源和社会保障局及所属各公共服务中心', x: 240, y: 300 },
      { text: '2024年4月19日', x: 400, y: 320 },
      { text: '法定代表人：李某某某某某', x: 372, y: 360 },
      { text: '会计机构负责人：王某某', x: 380, y: 380 },
    ];
    expect(textsOf(await documentOf([{ texts }])).slice(-6)).toEqual(texts.slice(-6).map(({ text }) => text));
  });
});

describe('a title', () => {
  it('in large type is centred though it leaves less than an indent on both sides', async () => {
    const text = words('某县工作总结', 24);
    const texts = [{ text, x: 60 + (456 - 24 * 17.3) / 2, y: 80, size: 17.3, face: 'bold' as const }, ...running(120)];
    const [title] = (await documentOf([{ texts }])).blocks;
    expect(title).toMatchObject({ text, look: { centred: true } });
  });

  it('is centred where its last line is, though the first fills the measure', async () => {
    const lead = words('某某县农村供水工程', 26);
    const texts = [
      { text: lead, x: 63, y: 80, size: 17.3, face: 'bold' as const },
      { text: '自评报告', x: 254, y: 104, size: 17.3, face: 'bold' as const },
      ...running(150),
    ];
    const [title] = (await documentOf([{ texts }])).blocks;
    expect(title).toMatchObject({ text: `${lead}自评报告`, look: { centred: true } });
  });
});

describe('a page on which no line is full', () => {
  const short = (texts: readonly string[]): Text[] => texts.map((text, i) => at(100 + 20 * i, text));

  it('has as many paragraphs as lines, though two of them end at one place', async () => {
    const texts = ['本年收入300.00万元', '本年支出240.00万元', '年末结转60.00万元', '单位：万元'];
    expect(textsOf(await documentOf([{ texts: short(texts) }]))).toEqual(texts);
  });

  it('joins what cannot have ended: a number, a clause', async () => {
    const texts = ['办公费支出合计1,234,', '567.80元，较上年减少，', '主要是会议减少', '附表一'];
    expect(textsOf(await documentOf([{ texts: short(texts) }]))).toEqual([texts.slice(0, 3).join(''), '附表一']);
  });

  it('joins lines of a narrow block, whose full ones end at one place', async () => {
    const block = Array.from({ length: 7 }, (_, i) => words(`第${i}`, 14));
    expect(textsOf(await documentOf([{ texts: short([...block, '完。']) }]))).toEqual([`${block.join('')}完。`]);
  });
});
