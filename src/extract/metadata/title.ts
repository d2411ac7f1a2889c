import type { KindRules } from '../../rulebook/kinds.js';
import { sameLook } from '../headings/front.js';
import { closeless } from '../headings/shape.js';
import type { Line } from '../headings/lines.js';
import { isDate } from './date.js';
import type { Sources } from './sources.js';

/** Lines of one title at most. */
const mostLines = 4;
const longest = 80;

function eligible(line: Line, rules: KindRules): boolean {
  const text = line.dense;
  if (text.length < 4 || text.length > longest || !/\p{Script=Han}/u.test(text) || /。$|；$|，$/u.test(text))
    return false;
  return (
    !rules.not_title.test(text) &&
    !/^[^:：]{2,16}[:：]/u.test(text) &&
    !isDate(text) &&
    !/^[（(].*[）)]$/u.test(text) &&
    !/^\d{4}年(\d{1,2}月|度)?$/.test(text)
  );
}

function score(line: Line, largest: number, titleStyle: boolean, rules: KindRules): number {
  const { look } = line;
  let sum = 0;
  if (rules.title_end.test(closeless(line.dense))) sum += 4;
  if (look.fontSize !== null && look.fontSize >= largest - 0.5) sum += 3;
  if (look.centred) sum += 1;
  if (look.bold) sum += 1;
  if (titleStyle) sum += 5;
  return sum;
}

/** True when `above` is the first half of the title that goes on with `below`. */
function continues(above: Line, below: Line, rules: KindRules): boolean {
  if (!eligible(above, rules) || above.dense.length > longest) return false;
  const plain = above.look.fontSize === null && !above.look.centred;
  if (rules.title_tail.test(below.dense))
    return rules.organisation_end.test(above.dense) || (!plain && sameLook(above, below));
  if (plain || !sameLook(above, below)) return false;
  // an agency's name above a whole title is its own line
  return (
    !rules.title_end.test(above.dense) && (above.look.centred || above.look.fontSize !== null) && !isWhole(above, rules)
  );
}
const isWhole = (line: Line, rules: KindRules): boolean => rules.organisation_end.test(line.dense);

/** The main title as printed, joined where it is broken over lines; null where the document has none. */
export function titleOf(sources: Sources, rules: KindRules, isTitleStyle: (name: string) => boolean): string | null {
  const { front } = sources;
  const largest = front.reduce((most, line) => Math.max(most, line.look.fontSize ?? 0), 0);
  const ranked = front.flatMap((line, at) => {
    const styled = line.look.styleName !== null && isTitleStyle(line.look.styleName);
    return eligible(line, rules) ? [{ at, score: score(line, largest, styled, rules) }] : [];
  });
  const best = ranked.reduce<{ at: number; score: number } | null>(
    (top, it) => (top && top.score >= it.score ? top : it),
    null,
  );
  if (!best || (best.score < 4 && !(best.at === 0 && best.score >= 2))) return headerTitle(sources, rules);
  const line = front[best.at];
  if (!line) return null;
  let text = closeless(line.words === '' ? line.dense : (front[best.at]?.words ?? ''));
  if (line.number) text = line.dense;
  for (let at = best.at - 1; at >= 0 && best.at - at < mostLines; at--) {
    const [above, below] = [front[at], front[at + 1]];
    if (!above || !below || !continues(above, below, rules)) break;
    text = above.words + text;
  }
  for (let at = best.at + 1; at < front.length && at - best.at < mostLines && !rules.title_end.test(text); at++) {
    const [above, below] = [front[at - 1], front[at]];
    if (!above || !below || !eligible(below, rules) || !sameLook(above, below)) break;
    text += below.words;
  }
  return text;
}

/** A page header often repeats the title; it stands in where the pages at hand have none. */
function headerTitle(sources: Sources, rules: KindRules): string | null {
  return (
    sources.headers.find((text) => text.length >= 6 && text.length <= longest && rules.title_end.test(text)) ?? null
  );
}
