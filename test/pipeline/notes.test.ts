import { expect, test } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { makeDocx, p, run } from '../parse/docx/make-docx.js';

test('a footnote is no heading, and its figures stand under the heading of its reference', async () => {
  const reference = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const report = await analyze(
    makeDocx({
      body:
        p('榆林镇2023年度部门决算') +
        p('一、收入情况') +
        `<w:p>${run('本年收入86.20万元')}${reference}${run('。')}</w:p>` +
        p('二、支出情况') +
        p('本年支出85.10万元。'),
      footnotes: `<w:footnote w:id="1">${p('三、其中上级补助12.40万元')}</w:footnote>`,
    }),
    '榆林镇.docx',
  );
  expect(report.headings.map(({ title }) => title)).toEqual(['收入情况', '支出情况']);
  const under = (text: string): string | undefined => {
    const figure = report.figures.find((it) => it.text === text);
    return report.headings.find(({ id }) => id === figure?.heading)?.title;
  };
  expect(['86.20万元', '85.10万元', '12.40万元'].map(under)).toEqual(['收入情况', '支出情况', '收入情况']);
  const referring = report.blocks.find(({ text }) => text.startsWith('本年收入'));
  expect(report.blocks.at(-1)).toMatchObject({
    kind: 'paragraph',
    anchor: { block: referring?.id, cell: null, at: 11 },
  });
  expect(report.blocks.filter(({ anchor }) => anchor)).toHaveLength(1);
});
