import iconv from 'iconv-lite';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { documentOf, ending } from '../read.js';

const shown = async (bytes: Uint8Array, name = 'a.html'): Promise<string[]> =>
  (await documentOf(bytes, name)).blocks.map(({ kind, text }) => (kind === 'table' ? `[${text}]` : text));
const page = (body: string): Uint8Array => strToU8(`<!DOCTYPE html><html><body>${body}</body></html>`);

test.each([
  ['headings, lines, lists', '<h1>标题</h1><p>甲<br>乙</p><ul><li>丙<li>丁</ul>', ['标题', '甲', '乙', '丙', '丁']],
  [
    'what nobody reads',
    '<nav>导航</nav><script>1</script><p style="display:none">藏</p><p>见</p><p hidden>藏</p>',
    ['见'],
  ],
  ['a table without closing tags', '<table><tr><td>项目<td>金额<tr><td>甲<td>1</table>', ['[项目\t金额\n甲\t1]']],
  [
    'spans',
    '<table><tr><td rowspan=2>项目<td colspan=2>金额<tr><td>上年<td>本年</table>',
    ['[项目\t金额\n上年\t本年]'],
  ],
  ['a frame of one column', '<table><tr><td><p>甲</p><p>乙</p></table>', ['甲', '乙']],
  ['a table in a cell', '<table><tr><td>甲<td><table><tr><td>1<td>2</table></table>', ['[甲\t1 2]']],
  ['digits off the line, words taken back', '<p>10<sup>2</sup>，H<sub>2</sub>O，<del>9</del>12</p>', ['10²，H₂O，12']],
])('%s', async (_, body, expected) => {
  expect(await shown(page(body))).toEqual(expected);
});

test('a part of a page, and a page in the charset that it declares', async () => {
  expect(await shown(strToU8('<p class="x">决算</p><p>说明</p>'))).toEqual(['决算', '说明']);
  const text = '<html><head><meta charset="gb2312"></head><body><p>部门决算公开</p></body></html>';
  expect(await shown(iconv.encode(text, 'gb18030'))).toEqual(['部门决算公开']);
});

test('a web archive', async () => {
  const html = Buffer.from('<html><body><p>部门决算</p></body></html>').toString('base64');
  const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${html}\r\n--b--\r\n`;
  expect(await shown(strToU8(mht), 'a.mht')).toEqual(['部门决算']);
});

test('bad input ends in a state', async () => {
  expect(await ending(page('<div>'.repeat(2000)), 'a.html')).toBe('limit_exceeded LIMIT_EXCEEDED');
  expect(await ending(page(''), 'a.html')).toBe('ok');
});
