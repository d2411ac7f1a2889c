import { describe, expect, it } from 'vitest';
import { docxOf, shownBlocks } from '../read.js';
import { p, run, type Parts } from './make-docx.js';

const para = (content: string): string => `<w:p>${content}</w:p>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const inserted = (content: string): string => `<w:ins w:id="1" w:author="x">${content}</w:ins>`;
const deleted = (text: string): string =>
  `<w:del w:id="2" w:author="x"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const shape = (content: string): string => `<w:txbxContent>${content}</w:txbxContent>`;

type Case = readonly [why: string, body: string, blocks: readonly string[]];
const cases: readonly Case[] = [
  [
    'runs that split a figure are one text',
    para(run('支出295') + run('.8', '<w:b/>') + run('2万元')),
    ['支出295.82万元'],
  ],
  ['white space around a paragraph goes, that inside stays', p('　　收入 合计　'), ['收入 合计']],
  ['a soft line break', para(run('第一行') + '<w:r><w:br/></w:r>' + run('第二行')), ['第一行\n第二行']],
  ['tabs', para(run('甲') + '<w:r><w:tab/></w:r>' + run('乙')), ['甲\t乙']],
  ['a hyphen that may not break', para(run('2023') + '<w:r><w:noBreakHyphen/></w:r>' + run('2024')), ['2023-2024']],
  ['a hyphen that is printed only at a line end', para(run('支') + '<w:r><w:softHyphen/></w:r>' + run('出')), ['支出']],
  ['symbols of picture fonts', para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run('是')), ['🗹是']],
  ['symbols of other fonts', para('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>' + run('收入')), ['①收入']],
  [
    'check boxes of Wingdings 2, as symbols and as letters set in that font',
    para(
      '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>' +
        run('是') +
        run('£', '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>') +
        run('否') +
        run('&#xF0FE;未', '<w:rFonts w:ascii="Wingdings"/>'),
    ),
    ['☑是□否🗹未'],
  ],
  ['empty paragraphs make no block', p('') + p(' ') + p('正文'), ['正文']],
  [
    'a simple field keeps its result',
    para(`<w:fldSimple w:instr=" DATE ">${run('2024年')}</w:fldSimple>${run('度')}`),
    ['2024年度'],
  ],
  [
    'a complex field keeps its result',
    para(run('共') + field(' SUM(ABOVE) ', run('12.30')) + run('万元')),
    ['共12.30万元'],
  ],
  [
    'a field inside the code of another is not printed',
    para(field(` IF ${'</w:instrText></w:r>'}${field(' PAGE ', run('1'))}<w:r><w:instrText> = 2 `, run('是'))),
    ['是'],
  ],
  [
    'a field that never ends swallows nothing',
    para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run('收入')) + p('支出'),
    ['收入', '支出'],
  ],
  [
    'a circled number composed by a field',
    para(
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        run('项目'),
    ),
    ['③项目'],
  ],
  [
    'a check box of a form',
    para(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        run('优'),
    ),
    ['☑优'],
  ],
  ['hidden text is not there', para(run('收入') + run('内部', '<w:vanish/>') + run('支出')), ['收入支出']],
  ['text that is hidden outright is', para(run('收入', '<w:vanish w:val="0"/>')), ['收入']],
  [
    'phonetic guides keep their base',
    para(
      '<w:r><w:ruby><w:rt><w:r><w:t>zhuàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>湛江</w:t></w:r></w:rubyBase></w:ruby></w:r>',
    ),
    ['湛江'],
  ],
  [
    'links, smart tags and content controls',
    para(
      `<w:hyperlink>${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag><w:sdt><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt>`,
    ),
    ['甲乙丙'],
  ],
  [
    'content controls around paragraphs',
    `<w:sdt><w:sdtContent>${p('甲')}<w:customXml>${p('乙')}</w:customXml></w:sdtContent></w:sdt>`,
    ['甲', '乙'],
  ],
  [
    'tracked changes are accepted',
    para(run('支出') + deleted('80') + inserted(run('90')) + run('万元')),
    ['支出90万元'],
  ],
  [
    'a deleted paragraph mark joins two paragraphs',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前')}</w:p>${p('后')}`,
    ['前后'],
  ],
  [
    'a moved passage stands where it went',
    para(`<w:moveFrom>${run('旧')}</w:moveFrom>${run('中')}<w:moveTo>${run('新')}</w:moveTo>`),
    ['中新'],
  ],
  [
    'a style separator runs a heading on into its paragraph',
    `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run('（一）概况。')}</w:p>${p('本单位…')}`,
    ['（一）概况。本单位…'],
  ],
  [
    'a formula in one line',
    para(
      `${run('率=')}<m:oMath><m:f><m:num><m:r><m:t>A+B</m:t></m:r></m:num><m:den><m:r><m:t>C</m:t></m:r></m:den></m:f></m:oMath>`,
    ),
    ['率=(A+B)/C'],
  ],
  [
    'a formula’s indices, roots, brackets and limits',
    para(
      '<m:oMath><m:sSub><m:e><m:r><m:t>12</m:t></m:r></m:e><m:sub><m:r><m:t>3</m:t></m:r></m:sub></m:sSub>' +
        '<m:rad><m:deg><m:r><m:t>3</m:t></m:r></m:deg><m:e><m:r><m:t>8</m:t></m:r></m:e></m:rad>' +
        '<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e><w:r><w:t>支出</w:t></w:r></m:e></m:d>' +
        '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>5</m:t></m:r></m:sup><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath>',
    ),
    ['12₃³√8[支出]∑_(i=1)⁵ x'],
  ],
  [
    'numbers of a formula’s rows and columns stay apart',
    para(
      '<m:oMath><m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>2</m:t></m:r></m:e></m:mr><m:mr><m:e><m:r><m:t>3</m:t></m:r></m:e><m:e><m:r><m:t>4</m:t></m:r></m:e></m:mr></m:m></m:oMath>',
    ),
    ['1 2\n3 4'],
  ],
  [
    'text that is struck through was taken back',
    para(run('支出') + run('12', '<w:strike/>') + run('15万元')),
    ['支出15万元'],
  ],
  [
    'raised and lowered digits stay off the words around them',
    para(
      run('接待费') +
        run('1', '<w:vertAlign w:val="superscript"/>') +
        run('5元，CO') +
        run('2', '<w:vertAlign w:val="subscript"/>'),
    ),
    ['接待费¹5元，CO₂'],
  ],
  [
    'an exponent stays off the number before it',
    para(run('10') + run('8', '<w:vertAlign w:val="superscript"/>') + run('元')),
    ['10⁸元'],
  ],
  [
    'a text box follows its paragraph',
    para(`${run('正文')}<w:r><w:pict><v:shape><v:textbox>${shape(p('框内'))}</v:textbox></v:shape></w:pict></w:r>`),
    ['正文', '框内'],
  ],
  [
    'a text box in both branches of an alternative stands once',
    para(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${shape(p('框内'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${shape(p('框内'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['框内'],
  ],
  [
    'a text box only in the older branch is read',
    para(
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox>${shape(p('框内'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    ['框内'],
  ],
  [
    'of branches that ask for what is known and what is not, the known one counts, then the older one, then any with words',
    ['wps', 'zz9']
      .map((asked) =>
        para(
          `<mc:AlternateContent><mc:Choice Requires="zz9">${run('新')}</mc:Choice><mc:Choice Requires="${asked}">${run('中')}</mc:Choice><mc:Fallback>${run('旧')}</mc:Fallback></mc:AlternateContent>`,
        ),
      )
      .join('') +
      para(
        `<mc:AlternateContent><mc:Choice Requires="zz9">${run('独有')}</mc:Choice><mc:Fallback/></mc:AlternateContent>`,
      ),
    ['中', '旧', '独有'],
  ],
  ['letters beyond the basic plane', p('𠮷田&amp;𬱖'), ['𠮷田&𬱖']],
];

describe('text of a DOCX', () => {
  it.each(cases)('%s', async (_, body, blocks) => {
    expect(await shownBlocks({ body })).toEqual(blocks);
  });

  it('reads every body of a file that has several', async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const document = `<w:document ${w}><w:body>${p('甲')}</w:body><w:body>${p('乙')}</w:body></w:document>`;
    expect(await shownBlocks({ body: '', files: { 'word/document.xml': document } })).toEqual(['甲', '乙']);
  });

  it('reads strict namespaces, foreign prefixes and UTF-16', async () => {
    const xml =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格</x:t></x:r></x:p></x:body></x:document>';
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'));
    expect(await shownBlocks({ body: '', files: { 'word/document.xml': xml } })).toEqual(['严格']);
    expect(await shownBlocks({ body: '', files: { 'word/document.xml': utf16 } })).toEqual(['严格']);
  });
});

const contents = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
const note = (id: number, text: string, type = ''): string => `<w:footnote w:id="${id}"${type}>${p(text)}</w:footnote>`;

describe('what stands around the text', () => {
  const stories: readonly (readonly [why: string, parts: Parts, blocks: readonly string[]])[] = [
    [
      'headers first, footers last',
      { body: p('正文'), header: p('某局'), footer: p('内部资料') },
      ['header:某局', '正文', 'footer:内部资料'],
    ],
    [
      'page numbers',
      { body: p('正文'), footer: para(run('— ') + field(' PAGE ', run('3')) + run(' —')) },
      ['正文', 'page-number:— 3 —'],
    ],
    ['page numbers that were never updated', { body: p('正文'), footer: p('—  —') }, ['正文', 'page-number:—  —']],
    ['of how many', { body: p('正文'), footer: p('第 3 页 共 12 页') }, ['正文', 'page-number:第 3 页 共 12 页']],
    ['a year is no page number', { body: p('正文'), footer: p('2024年') }, ['正文', 'footer:2024年']],
    [
      'a table in a header gives its words',
      { body: p('正文'), header: `<w:tbl><w:tr><w:tc>${p('某局')}</w:tc><w:tc>${p('2024年')}</w:tc></w:tr></w:tbl>` },
      ['header:某局', 'header:2024年', '正文'],
    ],
    [
      'notes at the end, in the order of their marks, without separators',
      {
        body:
          para(run('甲') + '<w:r><w:footnoteReference w:id="3"/></w:r>') +
          para(run('乙') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes: note(0, '分隔', ' w:type="separator"') + note(2, '注乙') + note(3, '注甲'),
      },
      ['甲', '乙', '注甲', '注乙'],
    ],
    [
      'contents by style',
      { body: p('目 录') + p('一、概况\t1', '<w:pStyle w:val="T"/>') + p('一、概况'), styles: contents('T', 'toc 1') },
      ['contents:目 录', 'contents:一、概况\t1', '一、概况'],
    ],
    [
      'contents by field',
      {
        body:
          para(
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、概况 1')}`,
          ) +
          para(run('二、收支 2')) +
          para(`<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('一、概况')}`),
      },
      ['contents:一、概况 1', 'contents:二、收支 2', '一、概况'],
    ],
    [
      'a contents field that never ends leaves the report alone',
      {
        body:
          para(
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('一、概况 1')}`,
          ) + p('本单位概况。'),
      },
      ['contents:一、概况 1', '本单位概况。'],
    ],
    [
      'contents in their content control',
      {
        body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('一、概况')}</w:sdtContent></w:sdt>${p('正文')}`,
      },
      ['contents:目录', 'contents:一、概况', '正文'],
    ],
    [
      'contents typed by hand',
      { body: p('目录') + p('一、概况……………1') + p('二、收支……………12') + p('一、概况') },
      ['contents:目录', 'contents:一、概况……………1', 'contents:二、收支……………12', '一、概况'],
    ],
    ['the word alone is no contents', { body: p('目录') + p('一、概况') }, ['目录', '一、概况']],
  ];
  it.each(stories)('%s', async (_, parts, blocks) => {
    expect(await shownBlocks(parts)).toEqual(blocks);
  });

  describe('anchors of notes', () => {
    const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    /** Each note by its text: what stands before the place of its reference, `|`, what stands after. */
    const anchors = async (parts: Parts): Promise<string[]> => {
      const { blocks } = await docxOf(parts);
      return blocks.flatMap(({ text, anchor }) => {
        const block = blocks.find(({ id }) => id === anchor?.block);
        if (!anchor || !block) return [];
        const [row, col] = [anchor.cell?.row, anchor.cell?.col];
        const cell = block.kind === 'table' ? block.cells.find((one) => one.row === row && one.col === col) : block;
        return [`${text} ← ${cell?.text.slice(0, anchor.at)}|${cell?.text.slice(anchor.at)}`];
      });
    };
    const table = `<w:tbl><w:tr><w:tc>${p('项目')}</w:tc><w:tc>${p('金额')}${para(run(' 12.5') + reference(1) + run('万元'))}</w:tc></w:tr></w:tbl>`;
    const anchored: readonly (readonly [why: string, parts: Parts, notes: readonly string[]])[] = [
      [
        'in the middle of a sentence, white space before it trimmed',
        { body: para(run('　　支出86.2万元') + reference(1) + run('，增长3%。')), footnotes: note(1, '不含结转') },
        ['不含结转 ← 支出86.2万元|，增长3%。'],
      ],
      ['in a cell', { body: p('前文') + table, footnotes: note(1, '含税') }, ['含税 ← 金额\n12.5|万元']],
      [
        'two in one paragraph; the first reference counts',
        {
          body: para(run('甲') + reference(2) + run('乙') + reference(1) + run('丙') + reference(2)),
          footnotes: note(1, '注一') + note(2, '注二'),
        },
        ['注二 ← 甲|乙丙', '注一 ← 甲乙|丙'],
      ],
      [
        'a note of two paragraphs, and a note in a note',
        {
          body: para(run('甲') + reference(1)),
          footnotes:
            `<w:footnote w:id="1">${p('其一')}${para(run('其二') + reference(2) + run('止'))}</w:footnote>` +
            note(2, '再注'),
        },
        ['其一 ← 甲|', '其二止 ← 甲|', '再注 ← 其二|止'],
      ],
      [
        'alone in a paragraph: after the text before, or before all text',
        {
          body: para(reference(1)) + p('甲') + para(reference(2)) + p('乙'),
          footnotes: note(1, '注一') + note(2, '注二'),
        },
        ['注一 ← |甲', '注二 ← 甲|'],
      ],
      [
        'alone in a cell, and in a table of nothing else',
        {
          body:
            `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${para(reference(1))}</w:tc></w:tr></w:tbl>${p('乙')}` +
            `<w:tbl><w:tr><w:tc>${para(reference(2))}</w:tc></w:tr></w:tbl>${p('丙')}`,
          footnotes: note(1, '注一') + note(2, '注二'),
        },
        ['注一 ← |', '注二 ← 乙|'],
      ],
      [
        'a table in a note',
        {
          body: para(run('甲') + reference(1)),
          footnotes: `<w:footnote w:id="1">${table.replace(reference(1), '')}</w:footnote>`,
        },
        ['项目\t金额 12.5万元 ← 甲|'],
      ],
    ];
    it.each(anchored)('%s', async (_, parts, notes) => {
      expect(await anchors(parts)).toEqual(notes);
    });

    it('a reference between a digit and its raised exponent leaves the text alone', async () => {
      const body = para(run('面积30m') + run('2', '<w:vertAlign w:val="superscript"/>') + reference(1) + run('。'));
      const bare = body.replace(reference(1), '');
      expect(await shownBlocks({ body, footnotes: note(1, '注') })).toEqual([
        ...(await shownBlocks({ body: bare })),
        '注',
      ]);
    });
  });

  const missing: readonly (readonly [why: string, footnotes: string | undefined, counts: readonly unknown[]])[] = [
    ['no part of notes', undefined, [2]],
    ['a part that lacks one', note(1, '注'), [1]],
    ['a part that holds both', note(1, '注') + note(7, '注'), []],
  ];
  it.each(missing)(
    'NOTE_MISSING counts the notes that are referred to and not there: %s',
    async (_, footnotes, counts) => {
      const reference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
      const body = para(run('甲') + reference(1) + reference(7) + reference(7));
      const { problems } = await docxOf({ body, ...(footnotes === undefined ? {} : { footnotes }) });
      expect(problems.filter(({ code }) => code === 'NOTE_MISSING').map(({ params }) => params['count'])).toEqual(
        counts,
      );
    },
  );

  it('says what it accepted and what it did not read', async () => {
    const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>';
    const body =
      para(
        picture +
          picture +
          '<w:r><w:object><v:imagedata/></w:object></w:r>' +
          ['Excel.Sheet.12', 'Equation.DSMT4']
            .map((program) => `<w:r><w:object><o:OLEObject ProgID="${program}"/></w:object></w:r>`)
            .join('') +
          run('旧', '<w:dstrike/>') +
          '<w:r><w:commentReference w:id="1"/></w:r>' +
          deleted('旧') +
          inserted(run('新')),
      ) + '<w:altChunk/>';
    const { problems, partial } = await docxOf({ body });
    expect(
      problems.map(({ code, params }) => [
        code,
        params['what'] ?? params['inserted'],
        params['count'] ?? params['deleted'],
      ]),
    ).toEqual([
      ['TRACKED_CHANGES', 1, 1],
      ['PART_IGNORED', 'pictures', 2],
      ['PART_IGNORED', 'sheets', 1],
      ['PART_IGNORED', 'formulas', 1],
      ['PART_IGNORED', 'objects', 1],
      ['PART_IGNORED', 'comments', 1],
      ['PART_IGNORED', 'imports', 1],
      ['PART_IGNORED', 'struck', 1],
    ]);
    expect(partial).toBe(false);
  });
});
