import type { KindRules } from '../../rulebook/kinds.js';
import { sameLook } from '../headings/front.js';
import { closeless } from '../headings/shape.js';
import { dense } from '../../model/dense.js';
import { tidy, type Line } from '../headings/lines.js';
import { isDate } from './date.js';
import type { Sources } from './sources.js';

/** Part of the cover's largest size that a title still has. */
const nearlyLargest = 0.7;
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
  else if (look.fontSize !== null && look.fontSize >= largest * nearlyLargest) sum += 2;
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
  if (plain)
    return /关于|\d{4}年/u.test(above.dense) && !rules.title_end.test(above.dense) && rules.title_end.test(below.dense);
  if (!sameLook(above, below)) return false;
  // an agency's name above a whole title is its own line
  return (
    !rules.title_end.test(above.dense) && (above.look.centred || above.look.fontSize !== null) && !isWhole(above, rules)
  );
}
const isWhole = (line: Line, rules: KindRules): boolean => rules.organisation_end.test(line.dense);

/** Without a field printed behind the title on its line: `电子发票 发票号码：…`. */
function withoutFields(line: Line, rules: KindRules): Line {
  const cut = (text: string): string => {
    const at = text.search(rules.next_key);
    return at > shortest ? text.slice(0, at).trim() : text;
  };
  return { ...line, words: cut(line.words), dense: cut(line.dense) };
}
const shortest = 4;

interface Ranked {
  readonly at: number;
  readonly score: number;
}

/** The front line most like a title; of equals the first. */
function bestLine(front: readonly Line[], rules: KindRules, isTitleStyle: (name: string) => boolean): Ranked | null {
  const largest = front.reduce((most, line) => Math.max(most, line.look.fontSize ?? 0), 0);
  let best: Ranked | null = null;
  front.forEach((line, at) => {
    if (!eligible(line, rules)) return;
    const points = score(line, largest, line.look.styleName !== null && isTitleStyle(line.look.styleName), rules);
    if (points > (best?.score ?? -1)) best = { at, score: points };
  });
  return best;
}

/** The lines above and below that belong to the same title. */
function joined(front: readonly Line[], best: number, rules: KindRules): string {
  let [from, to] = [best, best];
  const words = (): string =>
    front
      .slice(from, to + 1)
      .map((line) => (line.number ? tidy(line.text) : line.words))
      .join('');
  for (let above = front[from - 1]; above && best - from < mostLines - 1; above = front[from - 1]) {
    const below = front[from];
    if (!below || !continues(above, below, rules)) break;
    from--;
  }
  while (to - best < mostLines - 1 && !rules.title_end.test(dense(words()))) {
    const [above, below] = [front[to], front[to + 1]];
    if (!above || !below || !eligible(below, rules) || !sameLook(above, below)) break;
    to++;
  }
  return closeless(words());
}

/** Points from which a line is a title; a first line needs fewer. */
const enough = 4;
const enoughForFirst = 2;

/** The main title as printed, joined where it is broken over lines; null where the document has none. */
export function titleOf(sources: Sources, rules: KindRules, isTitleStyle: (name: string) => boolean): string | null {
  const front = sources.front.map((line) => withoutFields(line, rules));
  const best = bestLine(front, rules, isTitleStyle);
  if (!best || best.score < (best.at === 0 ? enoughForFirst : enough)) return headerTitle(sources, rules);
  return joined(front, best.at, rules);
}

/** A page header often repeats the title; it stands in where the pages at hand have none. */
function headerTitle(sources: Sources, rules: KindRules): string | null {
  return (
    sources.headers.find((text) => text.length >= 6 && text.length <= longest && rules.title_end.test(text)) ?? null
  );
}
