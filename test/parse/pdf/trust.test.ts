import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../src/model/document.js';
import { parsePdf } from '../../../src/parse/pdf/parse-pdf.js';
import { distrustOf } from '../../../src/parse/pdf/trust.js';
import { tinyPdf, type Page } from './tiny-pdf.js';

const words = { texts: [{ text: '本年支出100万元', x: 60, y: 100 }] };
const codesOf = (parsed: Parsed): string[] =>
  ('document' in parsed ? parsed.document.problems : parsed.problems).map((met) => met.code);
const read = (pages: readonly Page[], trailer = '', more: readonly string[] = []): Promise<Parsed> =>
  parsePdf(tinyPdf(pages, trailer, more), 'made.pdf');

/** A picture of the page, without which an empty page is merely blank. */
const picture = 'q 595 0 0 842 0 0 cm Q';
const cipher = (rest: string): string =>
  `<< /Filter /Standard /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> /P -4 ${rest} >>`;
const id = '/ID [<00> <00>]';

describe('what becomes of a file', () => {
  const cases: readonly [why: string, parsed: () => Promise<Parsed>, state: Parsed['state'], codes: string[]][] = [
    ['a report with text', () => read([words]), 'ok', []],
    ['a scan says so once', () => read([{ raw: picture }, { raw: picture }]), 'ok_partial', ['NO_TEXT_LAYER']],
    ['a scanned page among others', () => read([words, { raw: picture }]), 'ok_partial', ['PAGE_NO_TEXT']],
    ['a blank page is nothing to speak of', () => read([words, {}]), 'ok', []],
    [
      'nor is one with a white ground, a rule and an empty frame',
      () => read([words, { raw: `1 1 1 rg 0 0 595 842 re f 60 60 m 500 60 l S 60 100 400 200 re S` }]),
      'ok',
      [],
    ],
    [
      'words drawn as outlines are not blank',
      () => read([words, { raw: '60 60 m 70 80 90 80 95 60 c f '.repeat(200) }]),
      'ok_partial',
      ['PAGE_NO_TEXT'],
    ],
    [
      'names that are printed again and again',
      () => read([{ texts: Array.from({ length: 20 }, (_, i) => ({ text: `子项${i + 1}`, x: 60, y: 60 + 20 * i })) }]),
      'ok',
      [],
    ],
    [
      'words that recognition laid over a scan',
      () => read([{ raw: picture, texts: [{ text: '本年支出100万元', x: 60, y: 100, invisible: true }] }]),
      'ok_partial',
      ['PAGE_UNRELIABLE'],
    ],
    [
      'a page that fails leaves the others',
      () => parsePdf(withBrokenPage(tinyPdf([words, words])), 'made.pdf'),
      'ok_partial',
      ['PAGE_FAILED'],
    ],
    [
      'bytes that are no PDF',
      () => parsePdf(new TextEncoder().encode('%PDF-1.7 no more'), 'made.pdf'),
      'failed',
      ['FILE_DAMAGED'],
    ],
    ['no bytes', () => parsePdf(new Uint8Array(), 'made.pdf'), 'failed', ['FILE_DAMAGED']],
    [
      'a password to open',
      () => read([words], `/Encrypt 11 0 R ${id}`, [cipher('/V 1 /R 2')]),
      'encrypted',
      ['FILE_ENCRYPTED'],
    ],
    [
      'a password for attachments alone',
      () => read([words], `/Encrypt 11 0 R ${id}`, [cipher('/V 4 /R 4 /EFF /StdCF /CF << /StdCF << /CFM /V2 >> >>')]),
      'ok',
      [],
    ],
    [
      'a password for pages by crypt filter',
      () => read([words], `/Encrypt 11 0 R ${id}`, [cipher('/V 4 /R 4 /StmF /StdCF /CF << /StdCF << /CFM /V2 >> >>')]),
      'encrypted',
      ['FILE_ENCRYPTED'],
    ],
    [
      'a file whose end is missing',
      () => {
        const bytes = tinyPdf([words]);
        return parsePdf(
          bytes.subarray(0, new TextDecoder('latin1').decode(bytes).lastIndexOf('startxref')),
          'made.pdf',
        );
      },
      'ok_partial',
      ['FILE_PART_LOST'],
    ],
  ];
  it.each(cases)('%s', async (_, parsed, state, codes) => {
    const result = await parsed();
    expect([result.state, codesOf(result)]).toEqual([state, codes]);
  });

  it('never depends on how often or in what order files are read', async () => {
    const first = await read([words, { raw: picture }]);
    await read([{ raw: picture }]);
    expect(await read([words, { raw: picture }])).toEqual(first);
  });

  it('leaves the bytes as they were', async () => {
    const bytes = tinyPdf([words]);
    const before = bytes.slice();
    await parsePdf(bytes, 'made.pdf');
    expect(bytes).toEqual(before);
  });

  it('ends for a file cut anywhere', async () => {
    const bytes = tinyPdf([words, { raw: picture }]);
    for (let i = 1; i < 24; i++) {
      const parsed = await parsePdf(bytes.subarray(0, Math.floor((bytes.length * i) / 24)), 'made.pdf');
      expect(parsed.state).not.toBe('ok');
      expect(codesOf(parsed)).not.toEqual([]);
    }
  });
});

/** The second page's entry in the page tree points nowhere. */
function withBrokenPage(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes).replace('/Kids [9 0 R 11 0 R]', '/Kids [9 0 R 99 0 R]');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('distrust of a text layer', () => {
  const sound: readonly [why: string, text: string][] = [
    ['a report', '截至2024年12月31日，全局共有在职人员46人，固定资产账面原值1,538.60万元。'.repeat(3)],
    ['traditional characters', '截至二零二四年，機關運行經費與預算執行率較上年減少，專項資金結轉結餘。'.repeat(3)],
    [
      'rare characters in names',
      `经办人员：${'李喆、王堃、陈珺、赵翀、周赟、吴燊。'}${'各项工作稳步推进，资金使用规范，绩效目标如期完成。'.repeat(5)}`,
    ],
    ['figures only', '1,234.50 2,345.60 -12.5% 100 0 0'],
    ['English', 'The Company recorded revenue of RMB 12 million in 2024, an increase of 5% over 2023.'],
    ['units and product names', '项目采用5G、PM2.5监测与H股、A股融资，完成m2级硬化，COD下降，PPP项目3个。'.repeat(3)],
    [
      'bullets of a symbol font',
      `\uF06C 完成年度任务。\uF06C 落实资金。${'各项工作稳步推进，资金使用规范。'.repeat(4)}`,
    ],
    [
      'radicals that a browser printed for characters',
      '本年⽀出⼀百⼆⼗万元，⽐上年⾼，⽤于⼈员⼯资⽣活⽔电⽅⾯。'.repeat(3),
    ],
    ['nothing', ' \n'],
  ];
  it.each(sound)('none for %s', (_, text) => {
    expect(distrustOf(text)).toBeNull();
  });

  const broken: readonly [why: string, text: string][] = [
    ['private use characters', '\uE001\uE002\uE003\uE004支出\uE005\uE006'],
    ['lost characters', '支出\uFFFD\uFFFD\uFFFD万元'],
    ['letters that came out as rare characters', '犐犆犛３５．０４０犔８０犌犕犜００３１犛狆犲犮犻犳犻犮犪狋犻狅狀'],
    ['glyph numbers taken for characters', "7KHTXLFNEURZQIR[MXPSVRYHUWKHOD]\\GRJ$%&'()*+,<=>@[\\]^_`"],
    ['another script', '支出ཀཁགངཅཆཇཉཏཐདན万元ཀཁགངཅཆ'],
    ['one character everywhere', '佛佛佛佛佛佛佛佛佛佛佛支出佛佛佛佛佛佛佛佛合计'],
    [
      'careless recognition',
      `20I5年度支出为Z0l5年的说明，20I6年${'公司按照要求完成有关事项的核查并出具说明。'.repeat(4)}`,
    ],
  ];
  it.each(broken)('some for %s', (_, text) => {
    expect(distrustOf(text)).not.toBeNull();
  });
});
