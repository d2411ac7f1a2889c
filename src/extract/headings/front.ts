import type { HeadingRules } from '../../rulebook/headings.js';
import { isStyled } from './body.js';
import type { Item, Line } from './lines.js';
import { shapeOf } from './shape.js';
import { isTitle } from './unnumbered.js';

/** A cover holds few lines; what has more is a document without one. */
const longest = 24;
const sentenceLength = 40;

const isSentence = (line: Line): boolean =>
  line.dense.length > 60 ||
  (line.dense.length > sentenceLength && /[。；，]/u.test(line.dense)) ||
  /。./u.test(line.dense);

/** True for a numbered line with which the body of a document may begin. */
const opensBody = (line: Line, rules: HeadingRules): boolean =>
  line.number !== null && !line.number.text.endsWith(')') && shapeOf(line, rules).form !== 'sentence';

/**
 * The lines before the body: title, agency, date. They end at the first number, sentence, table or contents; and before a styled
 * heading once a title may have stood before it.
 */
export function frontOf(items: readonly Item[], rules: HeadingRules): readonly Line[] {
  const front: Line[] = [];
  const levels = new Map<number, number>();
  for (const item of items) {
    const level = item.kind === 'line' ? item.line.look.outlineLevel : null;
    if (level !== null) levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'line') {
      if (item.kind === 'contents' && front.length === 0) continue;
      break;
    }
    const { line } = item;
    if (isSentence(line) || opensBody(line, rules) || front.length >= longest) break;
    if (isStyled(line.look, rules) && !isTitleStyled(line, rules) && !isTitleLine(line, front.at(-1), levels)) break;
    const above = front.at(-1);
    if (above && headsBody(line, above, items[at + 1], rules)) break;
    front.push(line);
  }
  return front;
}

/** The first heading of a report without a cover: set off from what follows, not centred like the title, and worded like a section. */
const headsBody = (line: Line, above: Line, below: Item | undefined, rules: HeadingRules): boolean =>
  line.look.bold &&
  !line.look.centred &&
  below?.kind === 'line' &&
  !below.line.look.bold &&
  isSentence(below.line) &&
  (rules.ending.test(line.dense) || (above.look.centred && isTitle(line, rules)));

const isTitleStyled = ({ look }: Line, rules: HeadingRules): boolean =>
  look.styleName !== null && rules.title_style.test(look.styleName.toLowerCase().trim());

/** A title may be set in a heading style too: the first line, or the second half of it, when no other line has its level. */
function isTitleLine(line: Line, above: Line | undefined, levels: ReadonlyMap<number, number>): boolean {
  const sharing = levels.get(line.look.outlineLevel ?? -1) ?? 0;
  return above ? sharing <= 2 && isSet(above) && sameLook(above, line) : sharing <= 2;
}
const isSet = (line: Line): boolean => line.look.outlineLevel !== null;

/** True when two lines are set alike, so that they may be one title broken in two. */
export function sameLook(a: Line, b: Line): boolean {
  const [one, other] = [a.look.fontSize, b.look.fontSize];
  return (
    a.look.centred === b.look.centred &&
    a.look.bold === b.look.bold &&
    (one === null || other === null || Math.abs(one - other) < 1)
  );
}
