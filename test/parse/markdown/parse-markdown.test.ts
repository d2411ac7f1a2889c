import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/pipeline/analyze.js';
import type { Block } from '../../../src/model/document.js';
import { documentOf } from '../read.js';

const read = async (text: string, name = 'a.md') => documentOf(new TextEncoder().encode(text), name);

/** A heading as `#level text`, a table as its text in brackets, furniture in angles. */
function shown(block: Block): string {
  if (block.kind === 'table') return `[${block.text}]`;
  if (block.kind === 'furniture') return `<${block.text}>`;
  const { outlineLevel, bold } = block.look;
  return `${outlineLevel === null ? '' : `#${outlineLevel} `}${bold ? 'bold ' : ''}${block.text}`;
}
const blocks = async (text: string): Promise<string[]> => (await read(text)).blocks.map(shown);

describe('Markdown', () => {
  test.each([
    [
      'headings',
      '# 总则\n## 一、范围 ##\n收支说明\n===\n附则\n---',
      ['#1 总则', '#2 一、范围', '#1 收支说明', '#2 附则'],
    ],
    [
      'no headings',
      '#1机组投运\n\\# 号楼\n支出已经核对。\n---\n正文',
      ['#1机组投运', '# 号楼', '支出已经核对。', '正文'],
    ],
    ['a line all bold', '**（一）收入**\n**其中：**税收12万元。', ['bold （一）收入', '其中：税收12万元。']],
    ['emphasis', '*收入*增长***5%***，__支出__，_持平_，==结余==3万元', ['收入增长5%，支出，持平，结余3万元']],
    [
      'stars and lines that mark nothing',
      '3*4*5=60；a_b_c；198.00*和12**；2 * 3 * 4',
      ['3*4*5=60；a_b_c；198.00*和12**；2 * 3 * 4'],
    ],
    ['what its author took back', '支出~~12~~13万元', ['支出13万元']],
    [
      'links and addresses',
      '见[附表1](http://a.cn/x_(1).html "表")，[网站][1]、[网站]，[2]、[附表2]{.underline}\n\n[1]: http://b.cn "站"\n[网站]: ./c.html\n[注]: 含税',
      ['见附表1，网站、网站，[2]、附表2', '[注]: 含税'],
    ],
    ['what converters add', '# 总则 {#zz .unnumbered}\n::: box\n收入12万元\\\n:::', ['#1 总则', '收入12万元']],
    ['pictures', '![收入 99万元](a.png)\n收入[![图](b.png)](c)12万元', ['收入12万元']],
    ['code', '执行`sum(a*b)`得12万元\n```json\n{"收入": 12}\n```\n完', ['执行sum(a*b)得12万元', '{"收入": 12}', '完']],
    ['comments', '甲<!-- 草稿：收入99万元\n待核 -->乙\n<!-- 丙 -->', ['甲乙']],
    ['an open comment is none', '甲\n<!-- 乙\n丙', ['甲', '<!-- 乙', '丙']],
    ['what stands in front', '---\ntitle: 报告\ndraft: 99万元\n---\n正文', ['<title: 报告\ndraft: 99万元>', '正文']],
    [
      'lists and quotes',
      '- 收入12万元\n* 支出9万元\n+ [x] 已核\n1. 甲\n> 引文',
      ['收入12万元', '支出9万元', '☑ 已核', '1. 甲', '引文'],
    ],
    ['escapes', '收入\\*12\\*万元，占5\\%', ['收入*12*万元，占5%']],
    [
      'tags and signs',
      '<p align="center">收入&nbsp;12<sup>2</sup>万元</p><br/>A &lt; B，5&#37;，&unknown;',
      ['收入\u00a012²万元', 'A < B，5%，&unknown;'],
    ],
    ['comparisons are no tags', '5<x且y>3，合格率<90%', ['5<x且y>3，合格率<90%']],
    ['formulas', '增长$12.5\\%$，面积$3 m^{2}$，单价$100和$200', ['增长12.5%，面积3 m²，单价$100和$200']],
  ])('%s', async (_, text, expected) => {
    expect(await blocks(text)).toEqual(expected);
  });

  test.each([
    ['bars with words only', '| 项目 | 说明 |\n|:--|--:|\n| 办公费 | **日常** |', ['[项目\t说明\n办公费\t日常]']],
    ['bars that are meant, breaks in cells', '|甲|乙|\n|---|---|\n|a\\|b|1<br>2|', ['[甲\t乙\na|b\t1 2]']],
    [
      'HTML with spans, over lines',
      '表1\n<table border="1">\n <caption>收支表</caption>\n <thead><tr><th rowspan="2">科目</th><th colspan=2>金额</th></tr>\n <tr><th>预算</th><th>决算</th></tr></thead>\n <tr><td>**教育**</td><td>1,200</td>\n <td>1,100<br>（含结转）</td></tr></table>后文',
      ['表1', '收支表', '[科目\t金额\n预算\t决算\n教育\t1,200\t1,100 （含结转）]', '后文'],
    ],
    ['HTML without end tags', '<table><tr><td>甲<td>1<tr><td>乙<td>2</table>', ['[甲\t1\n乙\t2]']],
    [
      'a table in a cell',
      '<table><tr><td>甲<table><tr><td>内</td><td>1</td></tr></table></td><td>2</td></tr></table>',
      ['[甲 内 1\t2]'],
    ],
    ['HTML that never ends', '<table><tr><td>甲</td><td>1</td></tr>\n乙', ['甲 1', '乙']],
  ])('tables: %s', async (_, text, expected) => {
    expect(await blocks(text)).toEqual(expected);
  });

  test('cells of HTML cover what they say, and no more than there is', async () => {
    const text =
      '<table><tr><th colspan="2">甲</th></tr><tr><td rowspan=0>乙</td><td colspan="99999">1</td></tr></table>';
    const [table] = (await read(text)).blocks;
    expect(table).toMatchObject({ kind: 'table', rows: 2, columns: 101, headerRows: 1 });
  });

  test('a note is tied to where it is first referred to, in a sentence and in a cell', async () => {
    const text =
      '支出12万元[^1]，同上[^1]。\n\n|甲|乙|\n|--|--|\n|丙|3[^b]|\n\n[^b]: 含结转。\n[^1]: 不含税。\n[^c]: 无人引用。';
    const document = await read(text);
    expect(document.blocks.map(shown)).toEqual([
      '支出12万元，同上。',
      '[甲\t乙\n丙\t3]',
      '含结转。',
      '不含税。',
      '无人引用。',
    ]);
    expect(document.blocks.slice(2).map(({ anchor }) => anchor)).toEqual([
      { block: 'b1', cell: { row: 1, col: 1 }, at: 1 },
      { block: 'b0', cell: null, at: 6 },
      undefined,
    ]);
  });

  test('says what it did not read', async () => {
    const { problems } = await read('![图](a.png) ~~甲~~ <img src="b.png"> 乙');
    expect(problems.map(({ code, params }) => [code, params])).toEqual([
      ['PART_IGNORED', { file: 'a.md', what: 'pictures', count: 2 }],
      ['PART_IGNORED', { file: 'a.md', what: 'struck', count: 1 }],
    ]);
  });

  test('is told by what it holds, not by stars and bars alone', async () => {
    const shownAs = async (text: string): Promise<string[]> => (await read(text, 'a.txt')).blocks.map(shown);
    expect(await shownAs('**收入**见<注>：12万元 | 9万元')).toEqual(['**收入**见<注>：12万元 | 9万元']);
    expect(await shownAs('# 概况\n**收入**12万元')).toEqual(['#1 概况', '收入12万元']);
  });

  test('headings keep their numbers and figures their place', async () => {
    const text =
      '# 某局2023年度部门决算\n\n## 一、收入\n\n本年**收入**`12`万元[^1]，同比增长$5.0\\%$。\n\n## 二、支出\n\n支出9万元。\n\n[^1]: 含结转3万元。';
    const report = await analyze(new TextEncoder().encode(text), 'a.md');
    expect(report.headings.map(({ level, number, title }) => `${level} ${number} ${title}`)).toEqual([
      '1 一、 收入',
      '1 二、 支出',
    ]);
    const printed = new Map(report.blocks.map((it) => [it.id, it.text]));
    expect(report.figures.map((it) => printed.get(it.block)?.slice(it.start, it.end))).toEqual([
      '12万元',
      '5.0%',
      '9万元',
      '3万元',
    ]);
    expect(report.figures.map(({ heading }) => heading)).toEqual(['h0', 'h0', 'h1', 'h0']);
  });

  test.each(['<!--', '<table>', '**a ', '`', '[', '[a](', '<a ', '#', '&#1', '$a', '![', '_a', '~~a', '<td>', '[^'])(
    'four times of %s take about four times as long',
    async (piece) => {
      const cost = async (times: number): Promise<number> => {
        const before = process.cpuUsage();
        await read(`# 甲\n# ${piece.repeat(times)}甲`);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      await cost(5000);
      const [once, fourfold] = [await cost(20_000), await cost(80_000)];
      // where it takes no time at all, compiling and collecting garbage decide
      expect(fourfold).toBeLessThan(8 * Math.max(once, 30));
    },
  );
});
