import { describe, expect, test } from 'vitest';
import { docxAsHtml } from '../../../src/parse/docx/as-html.js';
import { ParseFailure } from '../../../src/parse/failure.js';
import { makeDocx } from './make-docx.js';

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const links =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  ['javascript:alert(1)', 'https://example.org/a', 'file:///etc/passwd']
    .map(
      (target, i) =>
        `<Relationship Id="l${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${target}" TargetMode="External"/>`,
    )
    .join('') +
  '</Relationships>';
const linked = ['甲', '乙', '丙']
  .map((word, i) => `<w:p><w:hyperlink r:id="l${i}"><w:r><w:t>${word}</w:t></w:r></w:hyperlink></w:p>`)
  .join('');

describe('a DOCX as a page', () => {
  test('shows words and tables', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('单位')}</w:tc><w:tc>${paragraph('3万元')}</w:tc></w:tr></w:tbl>`;
    const html = await docxAsHtml(makeDocx({ body: paragraph('甲 &lt; 乙') + table }), 'a<b>.docx');
    expect(html).toContain('<p>甲 &lt; 乙</p>');
    expect(html).toContain('<td><p>单位</p></td><td><p>3万元</p></td>');
    expect(html).toContain('<title>a&lt;b&gt;.docx</title>');
  });

  test('keeps of its links those that only lead somewhere', async () => {
    const html = await docxAsHtml(
      makeDocx({ body: linked, files: { 'word/_rels/document.xml.rels': links } }),
      'a.docx',
    );
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://example.org/a"']);
    for (const word of ['甲', '乙', '丙']) expect(html).toContain(word);
  });

  test('shows nothing that is no DOCX', async () => {
    await expect(docxAsHtml(new TextEncoder().encode('2024年支出3万元。'), 'a.txt')).rejects.toThrow(ParseFailure);
  });
});
