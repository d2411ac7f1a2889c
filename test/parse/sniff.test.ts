import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { misnamed, sniff } from '../../src/parse/sniff.js';
import { ParseFailure } from '../../src/parse/failure.js';
import { makeDocx, p } from './docx/make-docx.js';
import { compoundFile } from './compound-file.js';

/** The format that was found, or how the file ends and what it was called. */
async function found(bytes: Uint8Array): Promise<string> {
  try {
    return (await sniff(bytes)).format;
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error;
    return [error.state, ...Object.values(error.params)].join(' ');
  }
}

const zipOf = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name): [string, Uint8Array] => [name, strToU8('<x/>')])));
const png = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  13,
  10,
  26,
  10,
  0,
  0,
  0,
  13,
  0x49,
  0x48,
  0x44,
  0x52,
  ...Array(17).fill(0),
]);
const openDocument = (kind: string, manifest = ''): Uint8Array =>
  zipSync({
    mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest>${manifest}</manifest:manifest>`),
  });
/** Its first record, of 4 bytes, and behind it that of a password. */
function lockedBook(): Uint8Array {
  const bytes = compoundFile('Workbook');
  bytes.set([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2f, 0, 6, 0], 512 * 3);
  return bytes;
}
const nul = (text: string): Uint8Array => strToU8(text.replaceAll('.', '\u0000'));

const cases: readonly (readonly [why: string, bytes: Uint8Array, expected: string])[] = [
  ['a Word package', makeDocx({ body: p('正文') }), 'docx'],
  ['a Word package without relationships', zipOf('word/document.xml'), 'docx'],
  ['a PDF', strToU8('%PDF-1.7\n'), 'pdf'],
  ['a PDF after a little rubbish', strToU8(`${'x'.repeat(500)}\n%PDF-1.4`), 'pdf'],
  ['UTF-8', strToU8('部门决算'), 'text'],
  ['GB18030', iconv.encode('部门决算公开说明', 'gb18030'), 'text'],
  ['UTF-16', iconv.encode('部门决算', 'utf16le', { addBOM: true }), 'text'],
  ['one byte', strToU8('1'), 'text'],
  ['OFD', zipOf('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
  ['XLSX', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
  ['PPTX', zipOf('ppt/presentation.xml'), 'unsupported PowerPoint (PPTX)'],
  ['ODT', openDocument('text'), 'odt'],
  ['ODS', openDocument('spreadsheet'), 'ods'],
  ['ODP', openDocument('presentation'), 'unsupported OpenDocument (ODP)'],
  ['an ODT with a password', openDocument('text', '<manifest:encryption-data/>'), 'encrypted'],
  ['any other ZIP', zipOf('a.txt'), 'unsupported ZIP'],
  ['a ZIP that holds nothing', strToU8('PK\u0003\u0004'), 'failed ZIP'],
  ['old Word', compoundFile('WordDocument'), 'doc'],
  ['old Excel', compoundFile('Workbook'), 'xls'],
  ['old Excel with a password', lockedBook(), 'encrypted'],
  ['old PowerPoint', compoundFile('PowerPoint Document'), 'unsupported PowerPoint 97-2003 (PPT)'],
  ['another compound file', compoundFile('Contents'), 'unsupported OLE2'],
  ['a DOCX with a password', compoundFile('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
  ['old Word with a password', compoundFile('WordDocument', 'encrypted'), 'encrypted'],
  ['a compound file cut short', compoundFile('WordDocument').slice(0, 520), 'unsupported OLE2'],
  ['Word of 1991', Uint8Array.from([0xdb, 0xa5, 0x2d, 0, 1, 2]), 'unsupported Word 2.0 (DOC)'],
  ['an image', png, 'unsupported PNG'],
  ['RTF', strToU8('{\\rtf1\\ansi'), 'rtf'],
  ['HTML', strToU8('\uFEFF\n<!DOCTYPE html><html>'), 'html'],
  ['HTML behind a comment', strToU8('<!-- x --><html lang="zh">'), 'html'],
  ['XML', strToU8('<?xml version="1.0"?><pkg:package/>'), 'unsupported XML'],
  ['a web archive', strToU8('MIME-Version: 1.0\r\n'), 'text'],
  ['bytes of no kind', nul('a.b.\u0001c..d\u0002.....'), 'unsupported binary'],
];

describe('sniff', () => {
  it.each(cases)('%s', async (_, bytes, expected) => {
    expect((await found(bytes)).trim()).toBe(expected);
  });
});

describe('misnamed', () => {
  it.each([
    ['a.docx', 'docx', false],
    ['a.DOCX', 'docx', false],
    ['a.wps', 'docx', false],
    ['无扩展名', 'docx', false],
    ['v1.2/file', 'docx', false],
    ['a.doc', 'docx', true],
    ['a.pdf', 'docx', true],
    ['a.docx', 'pdf', true],
    ['a.pdf', 'pdf', false],
    ['a.txt', 'text', false],
    ['a.md', 'text', false],
    ['a.docx', 'text', true],
    ['a.xlsx', 'xlsx', false],
    ['a.xls', 'xlsx', true],
  ] as const)('%s read as %s: %s', (name, format, expected) => {
    expect(misnamed(name, format)).toBe(expected);
  });
});
