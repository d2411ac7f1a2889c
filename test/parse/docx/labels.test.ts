import { describe, expect, it } from 'vitest';
import { shownBlocks } from '../read.js';
import { abstractNum, lvl, num, numPr, p, type LevelSpec } from './make-docx.js';

const official: readonly LevelSpec[] = [
  { format: 'chineseCountingThousand', text: '%1、' },
  { format: 'chineseCountingThousand', text: '（%2）' },
  { format: 'decimal', text: '%3.' },
];
const outline: readonly [LevelSpec, LevelSpec, LevelSpec] = [
  { format: 'decimal', text: '%1.' },
  { format: 'decimal', text: '%1.%2' },
  { format: 'decimal', text: '%1.%2.%3' },
];
const startAt = (ilvl: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${ilvl}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;

const styled = (id: string, more = ''): string => p(id, `<w:pStyle w:val="${id}"/>${more}`);
const row = (cells: string): string => `<w:tr>${cells}</w:tr>`;
const cell = (content: string): string => `<w:tc>${content}</w:tc>`;

/** [numId, ilvl] of paragraphs in a row, and the labels that Word prints before them. */
type Case = readonly [why: string, numbering: string, used: readonly (readonly [number, number])[], labels: string];

const cases: readonly Case[] = [
  [
    'a level starts again under each higher one',
    abstractNum(1, official) + num(1, 1),
    [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 2],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
    ],
    '一、 （一） 1. 2. （二） 1. 二、 （一）',
  ],
  [
    'two numberings of one list count together',
    abstractNum(1, official) + num(1, 1) + num(2, 1),
    [
      [1, 0],
      [2, 0],
      [1, 0],
    ],
    '一、 二、 三、',
  ],
  [
    'two lists count apart',
    abstractNum(1, official) + abstractNum(2, official) + num(1, 1) + num(2, 2),
    [
      [1, 0],
      [2, 0],
      [1, 0],
    ],
    '一、 一、 二、',
  ],
  [
    'a start override counts once, at its first use',
    abstractNum(1, official) + num(1, 1) + num(2, 1, startAt(0, 1)),
    [
      [1, 0],
      [1, 0],
      [2, 0],
      [2, 0],
      [1, 0],
    ],
    '一、 二、 一、 二、 三、',
  ],
  [
    'an overridden level prints its own text',
    abstractNum(1, official) +
      num(
        1,
        1,
        `<w:lvlOverride w:ilvl="0">${lvl({ format: 'decimal', text: '第%1部分', start: 5 }, 0)}</w:lvlOverride>`,
      ),
    [
      [1, 0],
      [1, 0],
    ],
    '第5部分 第6部分',
  ],
  [
    'a level that was skipped counts as begun',
    abstractNum(1, outline) + num(1, 1),
    [
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 2],
      [1, 1],
    ],
    '1.1 1.2 2. 2.1.1 2.2',
  ],
  [
    'restart 0: never again',
    abstractNum(1, [outline[0], { format: 'decimal', text: '(%2)', extra: '<w:lvlRestart w:val="0"/>' }]) + num(1, 1),
    [
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
    ],
    '1. (1) 2. (2)',
  ],
  [
    'restart 1: not under the second level',
    abstractNum(1, [outline[0], outline[1], { ...outline[2], extra: '<w:lvlRestart w:val="1"/>' }]) + num(1, 1),
    [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ],
    '1. 1.1 1.1.1 1.2 1.2.2 2. 2.1 2.1.1',
  ],
  [
    'legal numbering is Arabic throughout',
    abstractNum(1, [
      { format: 'chineseCounting', text: '第%1章' },
      { format: 'decimal', text: '%1.%2', extra: '<w:isLgl/>' },
    ]) + num(1, 1),
    [
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
    ],
    '第一章 1.1 第二章 2.1',
  ],
  ['bullets print no label', abstractNum(1, [{ format: 'bullet', text: '•' }]) + num(1, 1), [[1, 0]], '-'],
  ['a level that prints nothing', abstractNum(1, [{ format: 'none', text: '' }]) + num(1, 1), [[1, 0]], '-'],
  [
    'an unknown numbering',
    abstractNum(1, official) + num(1, 1),
    [
      [9, 0],
      [0, 0],
      [1, 8],
    ],
    '- - -',
  ],
  [
    'a format of its own, three digits wide',
    `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>` +
      num(1, 1),
    [[1, 0]],
    '007',
  ],
];

describe('generated numbers', () => {
  it.each(cases)('%s', async (_, numbering, used, labels) => {
    const body = used.map(([id, ilvl], i) => p(`第${i}段`, numPr(id, ilvl))).join('');
    const blocks = await shownBlocks({ body, numbering });
    const found = blocks.map((text) => (text.includes('|') ? text.slice(0, text.indexOf('|')) : '-'));
    expect(found.join(' ')).toBe(labels);
  });

  it('comes from a style, its ancestors and the level tied to it', async () => {
    const styles =
      `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="own"><w:name w:val="二级"/><w:basedOn w:val="2"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="none"><w:name w:val="无编号"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`;
    const tied = official.map((level, i) => ({ ...level, extra: `<w:pStyle w:val="${i + 1}"/>` }));
    const body = styled('1') + styled('2') + styled('own') + styled('none') + styled('1', numPr(0)) + styled('1');
    const blocks = await shownBlocks({ body, styles, numbering: abstractNum(1, tied) + num(1, 1) });
    expect(blocks).toEqual(['一、|1', '（一）|2', '（二）|own', 'none', '1', '二、|1']);
  });

  it('follows a list that is only a link to a style of lists', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      abstractNum(2, official, '<w:styleLink w:val="L"/>') +
      num(1, 1) +
      num(2, 2);
    expect(await shownBlocks({ body: p('甲', numPr(1)) + p('乙', numPr(2)), styles, numbering })).toEqual([
      '一、|甲',
      '二、|乙',
    ]);
  });

  it('keeps paragraphs that print nothing but their number, and leaves out deleted and hidden ones', async () => {
    const deleted = `<w:p><w:pPr>${numPr(1)}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
    const hidden = `<w:p><w:pPr>${numPr(1)}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>`;
    const body = p('甲', numPr(1)) + p('', numPr(1)) + deleted + hidden + p('乙', numPr(1));
    const blocks = await shownBlocks({ body, numbering: abstractNum(1, official) + num(1, 1) });
    expect(blocks).toEqual(['一、|甲', '二、|', '三、|乙']);
  });

  it('stands in the text of a cell, which has no other place for it', async () => {
    const serial = abstractNum(1, [{ format: 'decimal', text: '%1' }]) + num(1, 1);
    const body = `<w:tbl>${row(cell(p('', numPr(1))) + cell(p('办公费')))}${row(cell(p('2024年', numPr(1))) + cell(p('差旅费')))}</w:tbl>`;
    expect(await shownBlocks({ body, numbering: serial })).toEqual(['[1\t办公费\n2 2024年\t差旅费]']);
  });
});
