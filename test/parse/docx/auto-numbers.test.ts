import { expect, test } from 'vitest';
import { shownBlocks } from '../read.js';
import { abstractNum, num, run } from './make-docx.js';

const field = (code: string, result?: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  (result === undefined ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}`) +
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const simple = (code: string): string => `<w:fldSimple w:instr="${code}"/>`;
const line = (content: string, outline?: number): string =>
  `<w:p>${outline === undefined ? '' : `<w:pPr><w:outlineLvl w:val="${outline - 1}"/></w:pPr>`}${content}</w:p>`;

type Case = readonly [why: string, lines: readonly string[], texts: readonly string[]];
const cases: readonly Case[] = [
  [
    'paragraphs in a row, in Chinese',
    ['概况', '决算'].map((it) => line(field(' AUTONUM \\* CHINESENUM3 \\s 、 ') + run(it))),
    ['一、概况', '二、决算'],
  ],
  ['in one piece', ['甲', '乙'].map((it) => line(simple(' AUTONUM ') + run(it))), ['1.甲', '2.乙']],
  [
    'headings by their level, each kind of field on one count',
    [
      line(simple('AUTONUMLGL') + run('总则'), 1),
      line(simple('AUTONUMLGL') + run('目的'), 2),
      line(simple('AUTONUMLGL \\e') + run('依据'), 2),
      line(simple('AUTONUMOUT') + run('附则'), 1),
      line(simple('AUTONUMOUT') + run('解释'), 2),
      line(simple('AUTONUM') + run('施行'), 2),
    ],
    ['1.总则', '1.1.目的', '1.2依据', 'II.附则', 'A.解释', '2.施行'],
  ],
  [
    'a number does not run on into the figures behind it',
    [line(simple('AUTONUM') + run('5个项目')), line(simple('LISTNUM') + run('30万元'))],
    ['1. 5个项目', '1)30万元'],
  ],
  [
    'a field that a program stored keeps what it shows, and is counted',
    [line(field('AUTONUM', '（一）') + run('甲')), line(field('AUTONUM') + run('乙'))],
    ['（一）甲', '2.乙'],
  ],
  [
    'inside a sentence',
    [line(run('分别为') + simple('LISTNUM') + run('基本支出；') + simple('LISTNUM') + run('项目支出。'))],
    ['分别为1)基本支出；2)项目支出。'],
  ],
  [
    'levels and beginnings of lists that Word knows by name',
    [
      line(simple('LISTNUM LegalDefault') + run('甲')),
      line(simple('LISTNUM LegalDefault \\l 2') + run('乙')),
      line(simple('LISTNUM OutlineDefault \\l 3 \\s 4') + run('丙')),
      line(simple('LISTNUM NumberDefault \\l 2') + run('丁')),
    ],
    ['1.甲', '1.1.乙', '4.丙', 'a)丁'],
  ],
  [
    'of a list of the document',
    [line(simple('LISTNUM 条款') + run('甲')), line(simple('LISTNUM 条款 \\l 2') + run('乙'))],
    ['第一条甲', '（一）乙'],
  ],
  ['fields of another kind print nothing by themselves', [line(simple('AUTOTEXT 页眉') + run('甲'))], ['甲']],
];

const numbering =
  abstractNum(
    1,
    [
      { format: 'chineseCounting', text: '第%1条' },
      { format: 'chineseCounting', text: '（%2）' },
    ],
    '<w:name w:val="条款"/>',
  ) + num(1, 1);

test.each(cases)('fields that number: %s', async (_, lines, texts) => {
  expect(await shownBlocks({ body: lines.join(''), numbering })).toEqual(texts);
});
