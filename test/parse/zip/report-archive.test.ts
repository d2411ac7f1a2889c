import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { directoryNames } from '../../../src/parse/zip/directory.js';
import { memberNames } from '../../../src/parse/zip/member-name.js';
import { openReportArchive } from '../../../src/parse/zip/report-archive.js';
import { makeDocx, p } from '../docx/make-docx.js';
import { rawZip } from './raw-zip.js';

const x = strToU8('x');
const namesOf = (bytes: Uint8Array): readonly string[] | undefined =>
  openReportArchive(bytes)?.members.map(({ name }) => name);

describe('openReportArchive', () => {
  it('gives the files in order of their names, folders left out', () => {
    expect(namesOf(zipSync({ 'b.docx': x, 'dir/': new Uint8Array(), 'dir/a.txt': x, 'a.pdf': x }))).toEqual([
      'a.pdf',
      'b.docx',
      'dir/a.txt',
    ]);
  });

  it.each([
    ['text', strToU8('PK is no archive')],
    ['a DOCX', makeDocx({ body: p('正文') })],
    ['a DOCX without relationships', zipSync({ 'word/document.xml': x })],
    ['an OFD', zipSync({ 'OFD.xml': x, 'Doc_0/Document.xml': x })],
    ['an empty archive', zipSync({})],
  ])('%s is no archive of reports', (_, bytes) => {
    expect(openReportArchive(bytes)).toBeNull();
  });

  it('reads names in GBK, as Windows in China packs them, and UTF-8 that nobody flagged', () => {
    const names = ['2023年度決算/绩效自评报告.docx', '誠信.pdf'];
    const gbk = rawZip(names.map((name) => ({ name: iconv.encode(name, 'gbk'), data: x })));
    expect(namesOf(gbk)).toEqual(names);
    const utf8 = rawZip(names.map((name) => ({ name: strToU8(name), data: x })));
    expect(namesOf(utf8)).toEqual(names);
  });

  it('unpacks what was packed, and nothing else', () => {
    const [whole, torn] =
      openReportArchive(
        rawZip([
          { name: strToU8('a.txt'), data: strToU8('甲') },
          { name: strToU8('b.txt'), data: strToU8('乙'), crc: 7 },
        ]),
      )?.members ?? [];
    expect(new TextDecoder().decode(whole?.unpack())).toBe('甲');
    expect(() => torn?.unpack()).toThrow('FILE_DAMAGED');
  });
});

describe('names of files in an archive are labels', () => {
  it.each([
    ['../../etc/passwd.docx', 'etc/passwd.docx'],
    ['/etc/a.docx', 'etc/a.docx'],
    ['C:/Windows/a.docx', 'Windows/a.docx'],
    ['a//./b.docx', 'a/b.docx'],
    ['a\u0000.docx', 'a\uFFFD.docx'],
    ['a\u202Excod.exe', 'a\uFFFDxcod.exe'],
    ['..', '?'],
    [`${'长'.repeat(4096)}.docx`, `${'长'.repeat(200)}….docx`],
    ['长'.repeat(4096), `${'长'.repeat(200)}…`],
  ])('%j', (name, label) => {
    expect(memberNames([name])).toEqual([label]);
  });

  it('each once, however often it occurs', () => {
    expect(memberNames(['a.docx', '../a.docx', 'a#2.docx', 'a.docx'])).toEqual([
      'a.docx',
      'a#2.docx',
      'a#2#2.docx',
      'a#3.docx',
    ]);
    expect(memberNames(['x/.txt', 'x/.txt', 'x.y/b', 'x.y/b'])).toEqual(['x/.txt', 'x/#2.txt', 'x.y/b', 'x.y/b#2']);
    expect(new Set(memberNames(Array.from({ length: 10_000 }, () => 'a.docx'))).size).toBe(10_000);
  });
});

describe('directoryNames', () => {
  const inner = makeDocx({ body: p('正文') });
  const whole = zipSync({ 'a.docx': [inner, { level: 0 }], 'b.txt': x });

  it('needs only the end of the archive', () => {
    expect(directoryNames(whole.subarray(whole.length - 200))).toEqual(['a.docx', 'b.txt']);
  });

  it.each([
    ['the directory begins before', whole.subarray(whole.length - 40)],
    ['the end is lost, and that of a document in it is not', whole.subarray(0, whole.length - 30)],
    ['there is none', x],
  ])('is null where %s', (_why, bytes) => {
    expect(directoryNames(bytes)).toBeNull();
  });
});
