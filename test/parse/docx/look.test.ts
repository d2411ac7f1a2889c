import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/model/document.js';
import { onlyParagraph } from '../read.js';
import { run } from './make-docx.js';

const styles =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorAscii" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="公文标题"/><w:basedOn w:val="1"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="4"><w:name w:val="标题 2"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="pool"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="pool"><w:name w:val="环"/><w:basedOn w:val="loop"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>' +
  '<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
const theme =
  '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements>';

const plain: Look = {
  outlineLevel: null,
  styleName: 'Normal',
  bold: false,
  centred: false,
  fontSize: 10.5,
  fontName: '等线',
};
const styled = (id: string, more = ''): string => `<w:pStyle w:val="${id}"/>${more}`;
const face = (name: string): string => `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${name}"/>`;

const cases: readonly (readonly [why: string, pPr: string, runs: string, look: Partial<Look>])[] = [
  ['the document says nothing but its defaults', '', run('正文'), {}],
  [
    'a heading style',
    styled('1'),
    run('标题'),
    { styleName: 'heading 1', outlineLevel: 1, centred: true, bold: true, fontSize: 22 },
  ],
  [
    'a style based on it',
    styled('own'),
    run('标题'),
    { styleName: '公文标题', outlineLevel: 1, centred: true, bold: true, fontSize: 22 },
  ],
  [
    'the name of a heading style is enough for its level',
    styled('3'),
    run('标题'),
    { styleName: 'heading 3', outlineLevel: 3 },
  ],
  ['also in Chinese', styled('4'), run('标题'), { styleName: '标题 2', outlineLevel: 2 }],
  [
    'direct properties win',
    styled('1', '<w:jc w:val="left"/><w:outlineLvl w:val="9"/>'),
    run('x', '<w:b w:val="0"/><w:sz w:val="32"/>'),
    { styleName: 'heading 1', fontSize: 16 },
  ],
  ['bold in part is not bold', '', run('粗', '<w:b/>') + run('细'), {}],
  ['blanks do not count', '', run('粗', '<w:b/>') + run('  '), { bold: true }],
  ['a display face is as good as bold', '', run('一、概况', face('黑体')), { bold: true, fontName: '黑体' }],
  [
    'display face by its other names',
    '',
    run('某局', face('方正小标宋_GBK')) + run('决算', face('SimHei')),
    { bold: true, fontName: '方正小标宋_GBK' },
  ],
  ['a text face is not', '', run('正文', face('微软雅黑')), { fontName: '微软雅黑' }],
  ['a character style', '', run('粗', '<w:rStyle w:val="strong"/>'), { bold: true }],
  [
    'bold twice, by paragraph and by character style, cancels out',
    styled('1'),
    run('细', '<w:rStyle w:val="strong"/>'),
    { styleName: 'heading 1', outlineLevel: 1, centred: true, fontSize: 22 },
  ],
  [
    'size and face of most characters',
    '',
    run('（一）', '<w:sz w:val="32"/>') + run('很长的正文文字', `${face('仿宋')}<w:sz w:val="28"/>`),
    { fontSize: 14, fontName: '仿宋' },
  ],
  ['styles that run in a circle', styled('loop'), run('x'), { styleName: '圈', centred: true }],
  ['an unknown style is the default one', styled('nowhere'), run('x'), {}],
];

describe('the look of a paragraph', () => {
  it.each(cases)('%s', async (_, pPr, runs, look) => {
    const paragraph = await onlyParagraph({ body: `<w:p><w:pPr>${pPr}</w:pPr>${runs}</w:p>`, styles, theme });
    expect(paragraph.look).toEqual({ ...plain, ...look });
  });
});
