import { expect, test } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { abstractNum, makeDocx, num, numPr, p } from '../parse/docx/make-docx.js';

/** Number formats of lists with what stands between number and words: none of them may run into what it numbers. */
const forms: readonly (readonly [format: string, text: string, extra: string])[] = [
  ['chineseCountingThousand', '第%1条', ''],
  ['chineseCounting', '（%1）', ''],
  ['chineseCounting', '%1是', '<w:suff w:val="nothing"/>'],
  ['decimal', '%1', ''],
  ['decimal', '%1.', '<w:suff w:val="nothing"/>'],
  ['decimal', '2023.%1', '<w:suff w:val="nothing"/>'],
  ['decimal', '问题%1', ''],
  ['upperLetter', '%1', '<w:suff w:val="space"/>'],
];
const sentences = [
  '例行检查经费30万元，专项检查经费90万元。',
  '5个项目完成验收，占总数的50%。',
  '2023年收入300万元，同比增长5%。',
  '0.5万元以下的罚款3笔。',
];

const read = async (numbering: string, properties: string) =>
  analyze(makeDocx({ numbering, body: sentences.map((it) => p(it, properties)).join('') }), 'a.docx');

test.each(forms)('items numbered as %s %s say what they say without their number', async (format, text, extra) => {
  const numbering = abstractNum(1, [{ format, text, extra }]) + num(1, 1);
  const [report, bare] = [await read(numbering, numPr(1)), await read(numbering, '')];
  const said = ({ figures }: typeof report) => figures.map((it) => [it.text, it.value, it.unit, it.label]);
  expect(said(report)).toEqual(said(bare));
  const printed = new Map(report.blocks.map((it) => [it.id, it.text]));
  expect(report.figures.map((it) => printed.get(it.block)?.slice(it.start, it.end))).toEqual(
    report.figures.map((it) => it.text),
  );
  expect(report.blocks.every((it, i) => it.text.endsWith(sentences[i] ?? '') && it.text !== sentences[i])).toBe(true);
});
