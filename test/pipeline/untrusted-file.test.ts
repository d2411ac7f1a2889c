import { expect, test } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { makeDocx, p } from '../parse/docx/make-docx.js';
import { tinyPdf, type Page, type Text } from '../parse/pdf/tiny-pdf.js';

const picture = 'q 595 0 0 842 0 0 cm Q';
const claim = '参加造林的三个乡镇分别有426人、318人和275人，合计1109人。';
const texts: readonly Text[] = [
  { text: '一、造林情况', x: 84, y: 80 },
  { text: claim, x: 84, y: 110 },
];
/** What careless recognition makes of strokes, beside figures that it got right. */
const debris = [
  '本项目l开展i造林r工作，l对各乡镇i进行l检查，完成l验收i工作',
  '共涉及村民l小组i及各农户，由l财政i拨付资金到l各乡镇',
];

const severitiesIn = async (pages: readonly Page[]): Promise<string[]> =>
  (await analyze(tinyPdf(pages), 'a.pdf')).findings.map((it) => it.severity);

test('figures of a page with a bad text layer raise questions, those of the page beside it errors', async () => {
  expect(await severitiesIn([{ texts }])).toEqual(['error']);
  const hidden: Page = { raw: picture, texts: texts.map((it) => Object.assign({}, it, { invisible: true })) };
  expect(await severitiesIn([hidden])).toEqual(['review']);
  const recognised: Page = { texts: [...texts, ...debris.map((text, i) => ({ text, x: 60, y: 150 + 20 * i }))] };
  expect(await severitiesIn([recognised])).toEqual(['review']);
  const other = texts.map((it) =>
    Object.assign({}, it, {
      text: it.text.replace('参加造林的三个乡镇', '接受培训的三个村').replace('一、造林', '二、培训'),
    }),
  );
  const layer: Page = { raw: picture, texts: hidden.texts?.map((it) => Object.assign({}, it, { face: 'bold' })) ?? [] };
  const between: Page = { texts: texts.slice(0, 1) };
  expect((await severitiesIn([{ texts: other }, layer])).sort()).toEqual(['error', 'review']);
  expect(await severitiesIn([{ ...layer, texts: layer.texts?.slice(0, 1) ?? [] }, between, layer])).toEqual(['review']);
});

const template = [
  'XX局2024年度部门决算',
  '一、收支总体情况',
  '2024年度收入总计XX万元，支出总计××万元，增长X.XX%。',
  '二、机关运行经费情况',
  '机关运行经费支出XXX.XX万元，比上年增加____万元，占※※%。',
];

test.each([
  ['PDF', 'a.pdf', tinyPdf([{ texts: template.map((text, i) => ({ text, x: i === 0 ? 200 : 84, y: 60 + 40 * i })) }])],
  ['DOCX', 'a.docx', makeDocx({ body: template.map((text) => p(text)).join('') })],
  ['text', 'a.txt', new TextEncoder().encode(template.join('\n'))],
])('a template with placeholders yields headings and no amounts: %s', async (_, name, bytes) => {
  const { headings, figures, findings } = await analyze(bytes, name);
  expect(headings.map(({ number, title }) => number + title)).toEqual(['一、收支总体情况', '二、机关运行经费情况']);
  expect(figures.filter((it) => it.kind !== 'date')).toEqual([]);
  expect(findings.filter((it) => it.severity === 'error')).toEqual([]);
});
