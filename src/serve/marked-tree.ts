import type { ShownElement, ShownNode } from '../model/desk.js';
import { groupedBy } from '../model/grouped.js';
import type { Figure, Report } from '../model/report.js';

/** A stretch of the report's text that stands in one element of the shown document. */
interface Unit {
  readonly block: string;
  /** As `row:col`; null outside tables. */
  readonly cell: string | null;
  readonly text: string;
}

/** How far ahead the text of an element is looked for: what is shown and what was read differ by notes and page furniture. */
const ahead = 120;

const bare = (text: string): string => text.replace(/\s+/g, '');
const textOf = (node: ShownNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));

function unitsOf({ blocks, tables }: Report): Unit[] {
  const tableOf = new Map(tables.map((it) => [it.block, it]));
  return blocks.flatMap(({ id, text }): Unit[] => {
    const table = tableOf.get(id);
    if (!table) return [{ block: id, cell: null, text }];
    return table.cells.map((it) => ({ block: id, cell: `${it.row}:${it.col}`, text: it.text }));
  });
}

const holdsText: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'pre', 'td', 'th']);
const holdsTable = (node: ShownNode): boolean =>
  typeof node !== 'string' && (node.tag === 'table' || node.children.some(holdsTable));

/** Finds, in reading order, what of a report each element shows. */
class Follower {
  readonly #units: readonly Unit[];
  #next = 0;

  constructor(units: readonly Unit[]) {
    this.#units = units.filter(({ text }) => bare(text) !== '');
  }

  /** The unit, and how many characters of it come before the element's own: Word makes numbers that the element does not hold. */
  at(text: string): { readonly unit: Unit; readonly before: number } | null {
    const wanted = bare(text);
    if (wanted === '') return null;
    for (let at = this.#next; at < Math.min(this.#units.length, this.#next + ahead); at++) {
      const unit = this.#units[at];
      const read = unit ? bare(unit.text) : '';
      if (!unit || !read.endsWith(wanted)) continue;
      const before = read.length - wanted.length;
      if (before > 0 && !/^[\d一-龥()（）.．、]{1,9}$/.test(read.slice(0, before))) continue;
      this.#next = at + 1;
      return { unit, before };
    }
    return null;
  }
}

/** A figure by the characters of an element, white space left out. */
interface Stretch {
  readonly figure: string;
  readonly start: number;
  readonly end: number;
}

function stretchesOf(figures: readonly Figure[], { text }: Unit, before: number): Stretch[] {
  const found = figures.map(({ id, start, end }) => ({
    figure: id,
    start: bare(text.slice(0, start)).length - before,
    end: bare(text.slice(0, end)).length - before,
  }));
  return found.filter(({ start, end }) => start >= 0 && end > start).sort((a, b) => a.start - b.start);
}

/** Cuts the text nodes of an element at the figures; `at` counts the characters before. */
function cut(node: ShownNode, stretches: readonly Stretch[], at: number): readonly [nodes: ShownNode[], at: number] {
  if (typeof node !== 'string') {
    const children: ShownNode[] = [];
    let place = at;
    for (const child of node.children) {
      const [made, next] = cut(child, stretches, place);
      children.push(...made);
      place = next;
    }
    return [[{ ...node, children }], place];
  }
  const pieces: { text: string; figure: string | null }[] = [];
  let place = at;
  for (const char of node.split('')) {
    const blank = /\s/.test(char);
    const last = pieces.at(-1);
    const figure = blank
      ? (last?.figure ?? null)
      : (stretches.find(({ start, end }) => start <= place && place < end)?.figure ?? null);
    if (last && last.figure === figure) last.text += char;
    else pieces.push({ text: char, figure });
    if (!blank) place++;
  }
  return [
    pieces.map(({ text, figure }): ShownNode => (figure === null ? text : { tag: 'mark', figure, children: [text] })),
    place,
  ];
}

/** Puts marks over the figures of a report into the document as it is shown. Where the two part, nothing is marked. */
export function markedTree(nodes: readonly ShownNode[], report: Report): readonly ShownNode[] {
  const follower = new Follower(unitsOf(report));
  const figures = groupedBy(
    report.figures,
    ({ block, table }) => `${block} ${table ? `${table.row}:${table.col}` : null}`,
  );
  const marked = (node: ShownNode): ShownNode => {
    if (typeof node === 'string') return node;
    if (!holdsText.has(node.tag) || holdsTable(node)) return within(node);
    const found = follower.at(textOf(node));
    if (!found) return node.tag === 'li' ? within(node) : node;
    const { unit, before } = found;
    const own = figures.get(`${unit.block} ${unit.cell}`) ?? [];
    const [made] = cut(node, stretchesOf(own, unit, before), 0);
    return made[0] ?? node;
  };
  const within = (element: ShownElement): ShownElement => ({ ...element, children: element.children.map(marked) });
  return nodes.map(marked);
}
