import type { HeadingRules } from '../../rulebook/headings.js';
import { dense } from '../../model/dense.js';
import { isStyled } from './body.js';
import type { Item, Line } from './lines.js';

/** A style says heading no more where one in so many of its lines is a sentence, and more than a slip. */
const oneIn = 3;
const fewest = 2;
const longestTitle = 80;
const longestClause = 40;

/** True for words that head nothing, whatever their style: several sentences, one of several clauses, one that states figures. */
function isRunning({ words, dense: all }: Line, rules: HeadingRules): boolean {
  const text = dense(words).replace(/^\d{1,2}(?=\p{Script=Han})/u, '');
  const closed = /[。；！？]$/u.test(text);
  const clauses = /[，,]/u.test(text);
  const figures = rules.figure.test(text) || rules.amount.test(text);
  return (
    all.length > longestTitle ||
    /[。；！？]./u.test(text) ||
    (figures && (closed || clauses)) ||
    (clauses && text.length > longestClause) ||
    (clauses && rules.ordinals.test(text))
  );
}

const keyOf = ({ look }: Line): string => `${look.outlineLevel} ${look.styleName}`;

/** Without a number of its own, a sentence in the style of a heading is a sentence. */
const isSentence = (line: Line, rules: HeadingRules): boolean =>
  line.number === null && (isRunning(line, rules) || /[，,].*。$/u.test(line.dense));

/** The styles of headings that are set on running text too, by their keys. Numbered lines have no vote: their number tells of itself. */
function spentStyles(items: readonly Item[], rules: HeadingRules): ReadonlySet<string> {
  const counts = new Map<string, { all: number; running: number }>();
  for (const item of items) {
    if (item.kind !== 'line' || item.line.number || !isStyled(item.line.look, rules)) continue;
    const { all, running } = counts.get(keyOf(item.line)) ?? { all: 0, running: 0 };
    counts.set(keyOf(item.line), { all: all + 1, running: running + Number(isSentence(item.line, rules)) });
  }
  const spent = [...counts].filter(([, { all, running }]) => running >= fewest && running * oneIn >= all);
  return new Set(spent.map(([key]) => key));
}

const shortTitle = 24;

/** Where running text has the style too, a line keeps it that is short, without punctuation and stands before such text; the first is the document's title. */
function isTitle(line: Line, below: Item | undefined, rules: HeadingRules): boolean {
  if (line.dense.length > shortTitle || /[。；：，！？]/u.test(line.dense)) return false;
  return below?.kind === 'line' && (below.line.number !== null || isRunning(below.line, rules) || isLong(below.line));
}
const isLong = (line: Line): boolean => line.dense.length > longestClause;

/** The lines with the style of a heading only where it means one: not where running text is set in it, nor on a sentence. */
export function withTrustedStyles(items: readonly Item[], rules: HeadingRules): readonly Item[] {
  const spent = spentStyles(items, rules);
  return items.map((item, at): Item => {
    if (item.kind !== 'line' || !isStyled(item.line.look, rules)) return item;
    const { line } = item;
    if (spent.has(keyOf(line)) ? at > 0 && isTitle(line, items[at + 1], rules) : !isSentence(line, rules)) return item;
    return { kind: 'line', line: { ...line, look: { ...line.look, outlineLevel: null, styleName: null } } };
  });
}
