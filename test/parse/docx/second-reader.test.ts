import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { parse } from '../../../src/parse/parse.js';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
const files = globSync('*/input.docx', { cwd: fixtures }).sort();

const solid = (text: string): string => text.replace(/\s+/g, '');

// mammoth leaves out numbers that Word generates, headers and footers: ours holds more, never less
test.each(files)('%s: every line that mammoth reads is read', async (file) => {
  const bytes = readFileSync(fixtures + file);
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  const lines = value.split('\n').filter((line) => solid(line) !== '');
  const parsed = await parse(bytes, file);
  const ours = solid('document' in parsed ? parsed.document.blocks.map((it) => it.text).join('\n') : '');
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !ours.includes(solid(line)))).toEqual([]);
});
