import { describe, expect, it } from 'vitest';
import { parsePdf } from '../../../src/parse/pdf/parse-pdf.js';
import { documentOf, textsOf } from './parsed.js';
import { textOps, tinyPdf, type Page, type Text } from './tiny-pdf.js';

// What no reader of the page sees is no part of the report, and is said.

const seen: readonly Text[] = [
  { text: '本年收入1234.56万元，支出1200.00万元。', x: 60, y: 100 },
  { text: '年末结转34.56万元。', x: 60, y: 130 },
];
const words = ['本年收入1234.56万元，支出1200.00万元。', '年末结转34.56万元。'];
const draft: Text = { text: '草稿收入999.99万元。', x: 60, y: 160 };

async function read(
  page: Page,
  more: readonly string[] = [],
  catalog = '',
): Promise<{ readonly texts: string[]; readonly state: string; readonly told: unknown[] }> {
  const parsed = await parsePdf(tinyPdf([page], '', more, catalog), 'made.pdf');
  if (!('document' in parsed)) throw new Error(parsed.problems[0].message);
  const told = parsed.document.problems.map(({ code, params, page: on }) => [code, params['reason'], on]);
  return { texts: textsOf(parsed.document), state: parsed.state, told };
}

describe('text that nobody sees', () => {
  const cases: readonly [why: string, page: Page, reason: string, more?: string[], catalog?: string][] = [
    ['is not painted, over what is', { texts: [...seen, { ...draft, x: 62, y: 101, invisible: true }] }, 'unpainted'],
    ['is white on blank paper', { texts: seen, raw: `1 1 1 rg ${textOps(draft)} 0 g` }, 'white'],
    [
      'is on a layer that is off',
      { texts: seen, raw: `/OC /L1 BDC ${textOps(draft)} EMC`, resources: '/Properties << /L1 11 0 R >>' },
      'layer',
      ['<< /Type /OCG /Name (Draft) >>'],
      '/OCProperties << /OCGs [11 0 R] /D << /OFF [11 0 R] >> >>',
    ],
    ['is outside the page', { texts: [...seen, { ...draft, y: 900 }] }, 'outside'],
  ];
  it.each(cases)('%s', async (_, page, reason, more, catalog) => {
    expect(await read(page, more, catalog)).toEqual({ texts: words, state: 'ok', told: [['TEXT_UNSEEN', reason, 1]] });
  });
});

describe('text that is seen', () => {
  const cases: readonly [why: string, page: Page, more?: string[], catalog?: string][] = [
    ['white on a dark ground', { fills: [[40, 140, 300, 40]], texts: seen, raw: `1 1 1 rg ${textOps(draft)} 0 g` }],
    ['white on a picture', { texts: seen, raw: `q 300 0 0 60 40 650 cm Q 1 1 1 rg ${textOps(draft)} 0 g` }],
    [
      'on a layer that is on',
      { texts: seen, raw: `/OC /L1 BDC ${textOps(draft)} EMC`, resources: '/Properties << /L1 11 0 R >>' },
      ['<< /Type /OCG /Name (Final) >>'],
      '/OCProperties << /OCGs [11 0 R] /D << >> >>',
    ],
  ];
  it.each(cases)('%s', async (_, page, more, catalog) => {
    const { texts, told } = await read(page, more, catalog);
    expect([texts.join(''), told]).toEqual([[...words, draft.text].join(''), []]);
  });
});

it('a point that its font calls a blank is the point of the number', async () => {
  const map = 'beginbfrange <20> <2D> <0020> <2F> <7E> <002F> endbfrange 1 beginbfchar <2E> <0020> endbfchar';
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange 2 ${map} endcmap end end`;
  const more = [
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 12 0 R /FirstChar 32 /LastChar 57 /Widths [' +
      `${'278 '.repeat(16)}${'556 '.repeat(10)}] >>`,
    `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
  ];
  const raw = 'BT /H 12 Tf 1 0 0 1 60 700 Tm (11,062) Tj /Span << /ActualText <FEFF002E> >> BDC (.) Tj EMC (6) Tj ET';
  const { texts } = await read({ raw, resources: '/Font << /H 11 0 R >>' }, more);
  expect(texts).toEqual(['11,062.6']);
});

describe('what is written over a page', () => {
  const note = (rest: string, flags = 4): string => `<< /Type /Annot /F ${flags} /Rect [150 735 290 753] ${rest} >>`;
  const field = '/Subtype /Widget /FT /Tx /DA (/F1 12 Tf 0 g)';
  const cases: readonly [why: string, annotation: string, text: string][] = [
    ['the value of a field stands at its place', note(`${field} /T (a) /V (1234.56)`), '本年收入：1234.56 万元。'],
    ['text over the page', note('/Subtype /FreeText /DA (/F1 12 Tf) /Contents (1234.56)'), '本年收入：1234.56 万元。'],
    ['a hidden field says nothing', note(`${field} /T (a) /V (1234.56)`, 2), '本年收入： 万元。'],
    ['nor does a note that opens elsewhere', note('/Subtype /Text /Contents (1234.56)'), '本年收入： 万元。'],
  ];
  it.each(cases)('%s', async (_, annotation, text) => {
    const texts = [
      { text: '本年收入：', x: 90, y: 102 },
      { text: '万元。', x: 300, y: 102 },
    ];
    expect(textsOf(await documentOf([{ texts, entries: `/Annots [${annotation}]` }]))).toEqual([text]);
  });
});
