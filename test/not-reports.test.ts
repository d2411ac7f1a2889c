import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { analyze } from '../src/pipeline/analyze.js';

test.each([
  ['picture.png', 'unsupported', 'TYPE_UNSUPPORTED'],
  ['workbook.xlsx', 'ok_partial', 'FILE_WORDLESS', 'NO_FIGURES'],
  ['empty.docx', 'failed', 'FILE_EMPTY'],
  ['no-figures.txt', 'ok', 'NO_FIGURES'],
])('%s is %s, said plainly', async (name, state, ...codes) => {
  const path = fileURLToPath(new URL(`./not-reports/${name}`, import.meta.url));
  const report = await analyze(new Uint8Array(readFileSync(path)), name);
  expect([report.state, report.problems.map((it) => it.code)]).toEqual([state, codes]);
  expect([report.figures, report.findings]).toEqual([[], []]);
});
