import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, placeIn, quote } from '../../src/model/document.js';
import { parse } from '../../src/parse/parse.js';
import { docxFiles, makeDocx, numPr, p, abstractNum, num } from './docx/make-docx.js';
import { documentOf, ending, shownBlocks } from './read.js';

const numbering = abstractNum(1, [{ format: 'chineseCounting', text: '%1、' }]) + num(1, 1);
const table = `<w:tbl><w:tr><w:tc>${p('合计')}</w:tc><w:tc>${p('12.30')}</w:tc></w:tr></w:tbl>`;
const parts = { body: p('概况', numPr(1)) + p('收入12.30万元。') + table, numbering };
const whole = makeDocx(parts);
const nested = (depth: number): string => '<w:smartTag>'.repeat(depth) + '</w:smartTag>'.repeat(depth);

const cases: readonly (readonly [why: string, bytes: Uint8Array, name: string, expected: string])[] = [
  ['nothing wrong', whole, 'a.docx', 'ok'],
  ['an empty file', new Uint8Array(), 'a.docx', 'failed FILE_EMPTY'],
  ['a text named as a document', strToU8('正文'), 'a.docx', 'ok TYPE_MISNAMED'],
  ['a document named as a text', whole, 'a.txt', 'ok TYPE_MISNAMED'],
  ['another type', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'a.docx', 'unsupported TYPE_UNSUPPORTED'],
  [
    'a DOCTYPE in the body',
    makeDocx({ body: '', files: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
    'a.docx',
    'failed XML_DOCTYPE',
  ],
  [
    'a DOCTYPE in a part that is not read',
    makeDocx({ body: p('x'), files: { 'docProps/app.xml': '<?xml version="1.0"?><!-- > --><!DOCTYPE a><a/>' } }),
    'a.docx',
    'failed XML_DOCTYPE',
  ],
  ['the word DOCTYPE in the text', makeDocx({ body: p('&lt;!DOCTYPE html&gt;') }), 'a.docx', 'ok'],
  ['nesting without end', makeDocx({ body: nested(200_000) }), 'a.docx', 'limit_exceeded LIMIT_EXCEEDED'],
  ['deep nesting inside the limit', makeDocx({ body: nested(900) + p('x') }), 'a.docx', 'ok'],
  ['a bomb for a body', makeDocx({ body: ' '.repeat(8 * 1024 * 1024) }), 'a.docx', 'limit_exceeded LIMIT_EXCEEDED'],
  ['another root', makeDocx({ body: '', files: { 'word/document.xml': '<html/>' } }), 'a.docx', 'failed FILE_DAMAGED'],
  ['an empty body part', makeDocx({ body: '', files: { 'word/document.xml': '' } }), 'a.docx', 'failed FILE_DAMAGED'],
  [
    'a body cut in the middle',
    makeDocx({ body: '', files: { 'word/document.xml': '<w:document><w:body><w:p><w:r><w:t>收入' } }),
    'a.docx',
    'ok_partial FILE_PART_LOST',
  ],
  [
    'damaged styles',
    makeDocx({ body: p('x'), files: { 'word/styles.xml': '<w:styles><w:style' } }),
    'a.docx',
    'ok_partial FILE_PART_LOST',
  ],
  ['a lost directory', whole.slice(0, whole.length - 200), 'a.docx', 'ok_partial FILE_PART_LOST'],
];

describe('parse', () => {
  it.each(cases)('%s', async (_, bytes, name, expected) => {
    expect(await ending(bytes, name)).toBe(expected);
  });

  it('keeps the words of a body that was cut', async () => {
    const cut = '<w:document><w:body><w:p><w:r><w:t>收入</w:t></w:r></w:p><w:p><w:r><w:t>支';
    expect(await shownBlocks({ body: '', files: { 'word/document.xml': cut } })).toEqual(['收入', '支']);
  });

  it('names blocks in reading order and quotes them by place', async () => {
    const { blocks } = await documentOf(whole);
    expect(blocks.map((block) => block.id)).toEqual(['b0', 'b1', 'b2']);
    const [heading, sentence, grid] = blocks;
    if (!heading || !sentence || !grid) throw new Error('three blocks');
    expect(heading).toMatchObject({ kind: 'paragraph', label: '一、', text: '一、概况' });
    expect(quote(sentence, placeIn(sentence, 2, 9))).toBe('12.30万元');
    const cell = cellAt(grid, 0, 1);
    expect(cell && quote(grid, placeIn(grid, 0, 5, cell))).toBe('12.30');
  });

  it('gives the same document for the same bytes', async () => {
    expect(await parse(whole, 'a.docx')).toEqual(await parse(Buffer.from(whole), 'a.docx'));
  });
});

describe('damaged bytes', () => {
  const stored = zipSync(docxFiles(parts), { level: 0 });
  const settled = ['ok', 'ok_partial', 'failed', 'unsupported', 'limit_exceeded', 'encrypted'];

  it('end in a state, wherever the file is cut', async () => {
    for (let part = 1; part < 64; part++) {
      const parsed = await parse(whole.slice(0, Math.floor((whole.length * part) / 64)), 'a.docx');
      expect(settled).toContain(parsed.state);
      expect(parsed.state).not.toBe('ok');
      expect('document' in parsed ? parsed.document.problems : parsed.problems).not.toEqual([]);
    }
  });

  it.each([
    ['packed', whole],
    ['stored', stored],
  ])('end in a state without a defect of ours, whichever bytes are changed: %s', async (_, bytes) => {
    const change = fc.record({ at: fc.nat({ max: bytes.length - 1 }), to: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const copy = bytes.slice();
        for (const { at, to } of changes) copy[at] = to;
        const said = await ending(copy, 'a.docx');
        expect(said).not.toContain('INTERNAL');
        expect(settled).toContain(said.split(' ')[0]);
      }),
      { numRuns: 150 },
    );
  });

  it('end in a state when they mean nothing at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        for (const start of [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]]) {
          expect(await ending(new Uint8Array([...start, ...bytes]), 'x')).not.toContain('INTERNAL');
        }
      }),
    );
  });
});
