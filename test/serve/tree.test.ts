import { describe, expect, test } from 'vitest';
import type { ShownNode } from '../../src/model/desk.js';
import { markedTree } from '../../src/serve/marked-tree.js';
import { shownTree } from '../../src/serve/shown-tree.js';
import { analyze } from '../../src/pipeline/analyze.js';

const marks = (nodes: readonly ShownNode[]): string[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    return node.tag === 'mark' ? [node.children.join('')] : marks(node.children);
  });

describe('HTML as a tree', () => {
  test('keeps structure and words, and nothing else', () => {
    expect(shownTree('<h1>一</h1><p>a<b>b</b> <a href="javascript:x()">c</a></p>')).toEqual([
      { tag: 'h1', children: ['一'] },
      { tag: 'p', children: ['a', 'b', ' ', 'c'] },
    ]);
    expect(shownTree('<table><tr><td colspan="2" onclick="x()">1</td></tr></table>')).toEqual([
      { tag: 'table', children: [{ tag: 'tr', children: [{ tag: 'td', span: [2, 1], children: ['1'] }] }] },
    ]);
  });

  test.each([
    '<script>x()</script>',
    '<svg><script>x()</script><p>y</p></svg>',
    '<style>p{}</style>',
    '<iframe srcdoc="<p>x</p>"></iframe>',
    '<math><mtext><p>x</p></mtext></math>',
    '<img src=x onerror=x()>',
  ])('shows nothing of %s', (html) => expect(shownTree(html)).toEqual([]));

  test('ten thousand elements within each other are shown in a few', () => {
    const tree = shownTree(`${'<ul><li>'.repeat(10_000)}x`);
    expect(JSON.stringify(tree)).toContain('x');
  });
});

describe('marks', () => {
  const lines = [
    '云溪区林业局2024年度部门决算说明',
    '一、收入情况',
    '收入合计120.50万元，支出合计110.50万元。',
    '支出为110.50万元。',
  ];
  const report = () => analyze(new TextEncoder().encode(lines.join('\n')), 'a.txt');

  test('stand over the same figures in the shown document, through bold and line breaks', async () => {
    const html = `<h1>${lines[0]}</h1><p>收入情况</p><p>收入合计<strong>120.</strong>50万元，<br>支出合计110.50万元。</p><p>支出为110.50万元。</p>`;
    const shown = markedTree(shownTree(html), await report());
    expect(marks(shown)).toEqual(['120.', '50万元', '110.50万元', '110.50万元']);
  });

  test('are left out where the shown document says something else', async () => {
    const shown = markedTree(
      shownTree('<p>收入合计999.50万元，支出合计110.50万元。</p><p>支出为110.50万元。</p>'),
      await report(),
    );
    expect(marks(shown)).toEqual(['110.50万元']);
  });
});
