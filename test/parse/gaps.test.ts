import { expect, it } from 'vitest';
import { parse } from '../../src/parse/parse.js';
import { longestGap } from '../../src/parse/gaps.js';
import { makeDocx } from './docx/make-docx.js';

const gap = ' '.repeat(longestGap);

async function textsOf(bytes: Uint8Array, name: string): Promise<string[]> {
  const parsed = await parse(bytes, name);
  return 'document' in parsed ? parsed.document.blocks.map(({ text }) => text) : [];
}

it('keeps gaps as long as any that is printed, and of longer ones so much', async () => {
  const text = (spaces: string): Uint8Array => new TextEncoder().encode(`支出${spaces}5万元\n\n收入 6万元\n`);
  expect(await textsOf(text(gap), 'a.txt')).toEqual([`支出${gap}5万元`, '收入 6万元']);
  expect(await textsOf(text(gap.repeat(500)), 'a.txt')).toEqual([`支出${gap}5万元`, '收入 6万元']);
});

it('does the same to the runs, tabs and line breaks of a DOCX', async () => {
  const run = (content: string): string => `<w:r>${content}</w:r>`;
  const between = (xml: string, times: number): Uint8Array =>
    makeDocx({ body: `<w:p>${run('<w:t>支出</w:t>')}${run(xml).repeat(times)}${run('<w:t>5万元</w:t>')}</w:p>` });
  const space = '<w:t xml:space="preserve"> </w:t>';
  expect(await textsOf(between(space, 1000), 'a.docx')).toEqual([`支出${gap}5万元`]);
  expect(await textsOf(between('<w:tab/>', 1000), 'a.docx')).toEqual([`支出${'\t'.repeat(longestGap)}5万元`]);
  expect(await textsOf(between('<w:br/>', 1000), 'a.docx')).toEqual([`支出${'\n'.repeat(longestGap)}5万元`]);
});
