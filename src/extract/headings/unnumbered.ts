import type { HeadingRules } from '../../rulebook/headings.js';
import { isLarger, isStyled, type BodyLook } from './body.js';
import type { Item, Line } from './lines.js';
import { closeless } from './shape.js';

const longest = 40;
/** A slogan of two clauses is a title where it is set as one: 深化改革，增强活力. */
const longestClauses = 24;
const shortestTitle = 6;

/** Lines down to which a caption's table may begin. */
const mostBetween = 5;

/** True when the next thing is a table, but for lines like `单位：万元`, `编制部门：…` and `（2023年度）` between. */
export function precedesTable(items: readonly Item[], at: number, rules: HeadingRules): boolean {
  for (let next = at + 1; next < Math.min(items.length, at + mostBetween); next++) {
    const item = items[next];
    if (item?.kind === 'table') return true;
    if (item?.kind !== 'line' || !rules.caption_rest.test(item.line.dense)) return false;
  }
  return false;
}

export const isNever = (text: string, rules: HeadingRules): boolean =>
  rules.never.some((pattern) => pattern.test(text));

/** True for words that can be a title at all: short, no sentence, no key and value, no caption, date or signature. */
export function isTitle(line: Line, rules: HeadingRules): boolean {
  const text = line.dense;
  if (text.length < 2 || text.length > longest || !/\p{Script=Han}/u.test(text)) return false;
  const clauses = line.look.bold && text.length <= longestClauses ? /，.*，/u : /[，,]./u;
  if (/[。！？；]./u.test(closeless(text)) || clauses.test(closeless(text)) || /[：:；，,、]$/u.test(text))
    return false;
  return !isNever(text, rules) && !rules.field.test(text) && !rules.ordinals.test(text) && !rules.amount.test(text);
}

const breaks = /[。；！？]/u;

/** Headings without a number: told by style, or by being set off from the body and followed by it. */
export function unnumberedHeadings(
  items: readonly Item[],
  front: ReadonlySet<Line>,
  body: BodyLook,
  rules: HeadingRules,
): ReadonlySet<number> {
  const found = new Set<number>();
  const printed = new Set([...front].map((line) => line.dense));
  const cover = [...printed].join('');
  items.forEach((item, at) => {
    if (item.kind !== 'line' || item.line.number || item.line.generated || front.has(item.line) || item.line.broken)
      return;
    const { line } = item;
    // the title again, behind the cover and the contents
    if (printed.has(line.dense) || (line.dense.length >= shortestTitle && cover.includes(line.dense))) return;
    if (isStyled(line.look, rules)) {
      const caption = rules.caption.test(line.dense) && precedesTable(items, at, rules);
      if (
        line.dense.length <= 2 * longest &&
        !breaks.test(closeless(line.dense)) &&
        !isNever(line.dense, rules) &&
        !caption
      )
        found.add(at);
      return;
    }
    if (line.dense.length < 4 && !rules.short_title.test(line.dense)) return;
    if (isTail(items[at - 1], line)) return;
    const bold = line.look.bold && body.boldSpeaks;
    if (!isTitle(line, rules) || isSentence(line, rules) || precedesTable(items, at, rules)) return;
    if ((bold || isLarger(line.look, body)) && leadsToBody(items, at)) found.add(at);
  });
  return found;
}

/** Closed like a sentence, and not worded like a section's title. */
const isSentence = (line: Line, rules: HeadingRules): boolean =>
  line.dense.endsWith('。') && (line.dense.length > longestClosed || !rules.ending.test(closeless(line.dense)));
const longestClosed = 20;

/** The end of a sentence that was broken into two paragraphs. */
function isTail(above: Item | undefined, line: Line): boolean {
  if (above?.kind !== 'line' || above.line.number || above.line.look.centred) return false;
  return (
    above.line.dense.length > 20 && !/[。：:；！？]$/u.test(above.line.dense) && above.line.look.bold === line.look.bold
  );
}

/** A heading has something to head: not the end, and not another line of a cover or a form. */
function leadsToBody(items: readonly Item[], at: number): boolean {
  for (let next = at + 1; next < Math.min(items.length, at + 4); next++) {
    const item = items[next];
    if (item?.kind === 'table' || item?.kind === 'contents') return item.kind === 'table';
    if (item?.kind !== 'line') return false;
    if (
      item.line.number ||
      item.line.dense.length > longest ||
      breaks.test(item.line.dense) ||
      item.line.dense.endsWith('：')
    )
      return true;
    if (next > at + 2) return false;
  }
  return false;
}

const longestPlain = 20;
const sentence = 40;

/** In text without any look: a line on its own that ends like a section's title and has a sentence below it. */
export function plainHeadings(
  items: readonly Item[],
  front: ReadonlySet<Line>,
  rules: HeadingRules,
): readonly number[] {
  const plain = items.every((item) => item.kind !== 'line' || isPlain(item.line));
  if (!plain) return [];
  return items.flatMap((item, at): number[] => {
    if (item.kind !== 'line' || item.line.number || item.line.generated || item.line.broken || front.has(item.line))
      return [];
    const { line } = item;
    const titled = line.dense.length < 4 ? rules.short_title.test(line.dense) : rules.ending.test(line.dense);
    if (line.dense.length > longestPlain || !titled) return [];
    const below = items[at + 1];
    const leads = below?.kind === 'line' && (below.line.dense.length > sentence || /。./u.test(below.line.dense));
    return leads && isTitle(line, rules) ? [at] : [];
  });
}

const isPlain = ({ look }: Line): boolean =>
  look.fontSize === null && !look.bold && !look.centred && look.outlineLevel === null && look.styleName === null;
