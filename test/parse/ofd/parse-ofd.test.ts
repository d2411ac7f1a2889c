import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentOf, ending } from '../read.js';

const content = (objects: string): string =>
  `<o:Page xmlns:o="urn:any"><o:Content><o:Layer>${objects}</o:Layer></o:Content></o:Page>`;

/** Words at a place in millimetres, each character as far from the next as it is high. */
const words = (x: number, y: number, text: string, more = '', code = ''): string =>
  `<o:TextObject Boundary="${x} ${y} 150 8" Size="4" Font="1"${more}><o:TextCode X="0" Y="3.5" DeltaX="g ${text.length} 4"${code}>${text}</o:TextCode></o:TextObject>`;

const line = (x: number, y: number, path: string): string =>
  `<o:PathObject Boundary="${x} ${y} 150 80"><o:AbbreviatedData>${path}</o:AbbreviatedData></o:PathObject>`;

const ofdXml = '<o:OFD xmlns:o="urn:any"><o:DocBody><o:DocRoot>/Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>';
const documentXml = (pages: string, common = ''): string =>
  `<o:Document xmlns:o="urn:any"><o:CommonData><o:PageArea><o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea>${common}</o:CommonData><o:Pages>${pages}</o:Pages></o:Document>`;
const page = (place: string): string => `<o:Page ID="1" BaseLoc="${place}"/>`;

function ofd(objects: string, files: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    'OFD.xml': ofdXml,
    'Doc_0/Document.xml': documentXml(page('Pages/P0.xml')),
    'Doc_0/Pages/P0.xml': content(objects),
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const shown = async (bytes: Uint8Array): Promise<string[]> =>
  (await documentOf(bytes, 'a.ofd')).blocks.map(({ text }) => text);
const state = (bytes: Uint8Array): Promise<string> => ending(bytes, 'a.ofd');

describe('an OFD page is laid out as print', () => {
  test('words stand at their page and box, in points', async () => {
    const document = await documentOf(ofd(words(20, 30, '关于决算的说明')), 'a.ofd');
    const [block] = document.blocks;
    expect([document.pages, block?.page, block?.text]).toEqual([1, 1, '关于决算的说明']);
    const [left = 0, top = 0, right = 0] = block?.stretches[0]?.box ?? [];
    expect([Math.round(left), Math.round(right)]).toEqual([57, 136]);
    expect(top).toBeGreaterThan(80);
  });

  test('drawn lines make a table', async () => {
    const across = [0, 10, 20, 30].map((y) => `M 0 ${y} L 120 ${y}`).join(' ');
    const down = [0, 60, 120].map((x) => `M ${x} 0 L ${x} 30`).join(' ');
    const cells = [
      ['项目', '金额'],
      ['教育支出', '12.50'],
      ['合计', '12.50'],
    ].flatMap((row, r) => row.map((text, c) => words(25 + 60 * c, 42 + 10 * r, text)));
    const document = await documentOf(ofd(line(20, 40, `${across} ${down}`) + cells.join('')), 'a.ofd');
    expect(document.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['table', '项目\t金额\n教育支出\t12.50\n合计\t12.50'],
    ]);
  });

  test('a page is drawn over its templates, by places from any root', async () => {
    const files = {
      'Doc_0/Document.xml': documentXml(page('/Doc_0/Pages/P0.xml'), '<o:TemplatePage ID="9" BaseLoc="T.xml"/>'),
      'Doc_0/T.xml': content(words(20, 20, '某局文件')),
    };
    expect(await shown(ofd(`<o:Template TemplateID="9"/>${words(20, 60, '正文在此')}`, files))).toEqual([
      '某局文件',
      '正文在此',
    ]);
  });

  test('several documents follow each other', async () => {
    const body = (place: string): string => `<DocBody><DocRoot>${place}</DocRoot></DocBody>`;
    const files = {
      'OFD.xml': `<OFD>${body('Doc_0/Document.xml')}${body('Doc_1/Document.xml')}</OFD>`,
      'Doc_1/Document.xml': documentXml(page('P.xml')),
      'Doc_1/P.xml': content(words(20, 30, '第二份')),
    };
    expect(await shown(ofd(words(20, 30, '第一份'), files))).toEqual(['第一份', '第二份']);
  });

  test.each([
    ['hidden', words(20, 60, '看不见', ' Visible="false"')],
    ['clear', words(20, 60, '看不见', ' Alpha="0"')],
    ['outside of the page', words(400, 60, '看不见')],
  ])('%s words are left out', async (_, unseen) => {
    expect(await shown(ofd(words(20, 30, '看得见') + unseen))).toEqual(['看得见']);
  });

  test('a matrix moves and scales', async () => {
    const document = await documentOf(ofd(words(20, 30, '大字', ' CTM="2 0 0 2 10 0"')), 'a.ofd');
    const [left = 0, , right = 0] = document.blocks[0]?.stretches[0]?.box ?? [];
    expect([Math.round(left), Math.round(right)]).toEqual([85, 130]);
  });
});

describe('bad input ends in a state', () => {
  test.each([
    ['only a picture', ofd('<o:ImageObject Boundary="0 0 210 297"/>'), 'ok_partial NO_TEXT_LAYER PART_IGNORED'],
    ['nothing', ofd(''), 'ok'],
    [
      'a page that is not there',
      ofd(words(1, 9, '字'), { 'Doc_0/Document.xml': documentXml(page('Pages/P0.xml') + page('x.xml')) }),
      'ok_partial PAGE_FAILED',
    ],
    [
      'a page cut short',
      ofd('', { 'Doc_0/Pages/P0.xml': `<Page><Content><Layer>${words(20, 30, '字').replace('</o:TextObject>', '')}` }),
      'ok_partial PAGE_FAILED',
    ],
    ['no document', ofd('', { 'OFD.xml': '<OFD/>' }), 'failed FILE_DAMAGED'],
    ['a key', ofd('', { 'OFD.xml': '<OFD/>', 'Encryptions.xml': '<a/>' }), 'encrypted FILE_ENCRYPTED'],
    ['a DOCTYPE', ofd('', { 'Doc_0/Pages/P0.xml': '<!DOCTYPE a><Page/>' }), 'failed XML_DOCTYPE'],
    ['too many objects', ofd(words(20, 30, '字').repeat(100_001)), 'limit_exceeded LIMIT_EXCEEDED'],
    ['deltas without end', ofd(words(20, 30, '字', '').replace('g 1 4', 'g 999999999 4')), 'ok'],
    [
      'numbers that are none',
      ofd(`${words(20, 30, '字')}<o:TextObject Boundary="x" Size="y"><o:TextCode X="z">字</o:TextCode></o:TextObject>`),
      'ok',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await state(bytes)).toBe(expected);
  });
});
