import { Parser } from 'htmlparser2';
import type { ShownElement, ShownNode } from '../model/desk.js';

/** Elements that are shown; of any other only what stands in it. Attributes are left out, but for the spans of cells. */
const shown: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 table thead tbody tr td th ul ol li strong em sup sub u s br blockquote pre'.split(' '),
);
/** Elements of which nothing is shown. */
const silent: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed svg math title head textarea select'.split(' '),
);
const mostSpan = 1000;
/** Elements deeper than this are shown in the one above: browsers and our own steps go through them by recursion. */
const deepest = 200;

interface Growing extends ShownElement {
  readonly children: ShownNode[];
}

const spanOf = (value: string | undefined): number =>
  Math.min(mostSpan, Math.max(1, Number.parseInt(value ?? '1', 10) || 1));

/** HTML as a tree of few kinds of elements, which a page makes of its own nodes: nothing of it can run, load or lead anywhere. */
export function shownTree(html: string): readonly ShownNode[] {
  const root: Growing = { tag: 'div', children: [] };
  const open: Growing[] = [root];
  let quiet = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (silent.has(tag)) quiet++;
      if (quiet > 0 || !shown.has(tag) || open.length > deepest) return;
      const [cols, rows] = [spanOf(attributes['colspan']), spanOf(attributes['rowspan'])];
      const element: Growing = { tag, ...(cols * rows > 1 ? { span: [cols, rows] as const } : {}), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(text) {
      if (quiet === 0) open.at(-1)?.children.push(text);
    },
    onclosetag(tag) {
      if (silent.has(tag)) quiet--;
      else if (quiet === 0 && open.length > 1 && open.at(-1)?.tag === tag) open.pop();
    },
  });
  parser.end(html);
  return root.children;
}
