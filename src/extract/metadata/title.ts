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
/** A line of so few characters says what kind of report it is, and the line above it of what: 绩效评价报告. */
const genreOnly = 10;

function eligible(line: Line, rules: KindRules): boolean {
  const text = line.dense;
  if (text.length < 4 || text.length > longest || !/\p{Script=Han}/u.test(text) || /。$|；$|，$/u.test(text))
    return false;
  return (
    !rules.not_title.test(text) &&
    !rules.issue.test(text) &&
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
  if (rules.title_half.test(above.dense) && !rules.title_end.test(above.dense)) return plain || sameLook(above, below);
  if (rules.title_tail.test(below.dense))
    return rules.organisation_end.test(above.dense) || (!plain && sameLook(above, below));
  if (plain) {
    const begun = /关于|\d{4}年/u.test(above.dense) || (below.dense.length <= genreOnly && !isWhole(above, rules));
    return begun && !rules.title_end.test(above.dense) && rules.title_end.test(below.dense);
  }
  if (!sameLook(above, below)) return false;
  // an agency's name above a whole title is its own line
  return (
    !rules.title_end.test(above.dense) && (above.look.centred || above.look.fontSize !== null) && !isWhole(above, rules)
  );
}
const isWhole = (line: Line, rules: KindRules): boolean =>
  rules.organisation_end.test(line.dense) && !rules.title_tail.test(line.dense);

/** Without what is printed behind the title on its line and is no part of it: `电子发票 发票号码：…`, `统计公报[1]`. */
function titleOnly(line: Line, rules: KindRules): Line {
  const cut = (text: string): string => {
    const at = text.search(rules.next_key);
    return (at > shortest ? text.slice(0, at).trim() : text).replace(rules.title_mark, '').trim();
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
    // above its issue, a line is the masthead of a series
    if (!eligible(line, rules) || rules.issue.test(front[at + 1]?.dense ?? '')) return;
    const points = score(line, largest, line.look.styleName !== null && isTitleStyle(line.look.styleName), rules);
    if (points > (best?.score ?? -1)) best = { at, score: points };
  });
  return best;
}

/** A note in brackets between an agency's name and the title: its address. */
const isNote = (line: Line | undefined): boolean => line !== undefined && /^[（(].*[）)]$/u.test(line.dense);

/** The lines above and below that belong to the same title. */
function joined(front: readonly Line[], best: Line, at: number, rules: KindRules): string {
  const lines = [best];
  const words = (): string => lines.map((line) => (line.number ? tidy(line.text) : line.words)).join('');
  for (let next = at - 1; lines.length < mostLines; next--) {
    const [above, below] = [front[next], lines[0]];
    if (isNote(above) && next === at - lines.length) continue;
    if (!above || !below || !continues(above, below, rules)) break;
    lines.unshift(above);
  }
  for (let next = at + 1; lines.length < mostLines && !rules.title_end.test(dense(words())); next++) {
    const [above, below] = [lines.at(-1), front[next]];
    if (!above || !below || !eligible(below, rules) || !sameLook(above, below)) break;
    lines.push(below);
  }
  return closeless(words()).replace(spacedYear, (digits) => digits.replaceAll(' ', ''));
}
/** The digits of a year set wide: `2 0 2 3年`. */
const spacedYear = /(?<!\d)\d(?: \d){3}(?!\d)/u;

/** Points from which a line is a title; a first line needs fewer. */
const enough = 4;
const enoughForFirst = 2;

/** The main title as printed, joined where it is broken over lines; null where the document has none. */
export function titleOf(sources: Sources, rules: KindRules, isTitleStyle: (name: string) => boolean): string | null {
  const front = sources.front.map((line) => titleOnly(line, rules));
  const best = bestLine(front, rules, isTitleStyle);
  if (!best || best.score < (best.at === 0 ? enoughForFirst : enough)) return headerTitle(sources, rules);
  const line = front[best.at];
  return line ? joined(front, line, best.at, rules) : null;
}

/** A page header often repeats the title; it stands in where the pages at hand have none. */
function headerTitle(sources: Sources, rules: KindRules): string | null {
  return (
    sources.headers.find((text) => text.length >= 6 && text.length <= longest && rules.title_end.test(text)) ?? null
  );
}
