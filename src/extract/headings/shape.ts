import type { HeadingRules } from '../../rulebook/headings.js';
import { dense } from '../../model/dense.js';
import { type Line } from './lines.js';

/**
 * What a line looks like by its words alone:
 * `line` — words without a sentence's end; `closed` — one short sentence; `run-in` — a title-like sentence and more behind it;
 * `term` — words, a colon, and what they mean; `long` — one sentence too long for a title but without figures; `sentence` — none of these.
 */
export type Form = 'line' | 'closed' | 'run-in' | 'term' | 'long' | 'sentence';
export interface Shape {
  readonly form: Form;
  readonly title: string;
}

/** What a row of a table leaves when its rulings were not seen. */
const tableRow = /\d{1,3}(?:[,，]\d{3})+|\d\.\d{2}$/u;
const endMarks = /[。！？!?；;]/u;

/** Without a closing 。or ：. */
export const closeless = (text: string): string => text.replace(/[。.．：:；;\s]+$/u, '');

function balanced(text: string): boolean {
  const count = (mark: RegExp): number => text.match(mark)?.length ?? 0;
  return count(/[（(]/gu) === count(/[）)]/gu) && count(/“/gu) === count(/”/gu) && count(/《/gu) === count(/》/gu);
}

/** Where a sentence ends outside brackets and quotation marks; -1 when nowhere. */
function endOf(text: string, marks: RegExp): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (/[（(《“]/u.test(char)) depth++;
    else if (/[）)》”]/u.test(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.test(char)) return at;
  }
  return -1;
}

function titleLike(title: string, limit: number, rules: HeadingRules): boolean {
  const text = dense(title);
  if (text.length < 2 || !/\p{Script=Han}|[A-Za-z]{2}/u.test(text) || rules.ordinals.test(text)) return false;
  const most = rules.account.test(text) ? rules.length.account : limit;
  return (
    text.length <= most && !endMarks.test(text) && !rules.amount.test(text) && !tableRow.test(text) && balanced(text)
  );
}

/** A first sentence that is a title: short, without figures, at most two commas. */
const runsIn = (title: string, limit: number, rules: HeadingRules): boolean =>
  titleLike(title, limit, rules) && !rules.figure.test(dense(title)) && (title.match(/[，,]/gu)?.length ?? 0) <= 2;

function wholeLine(words: string, rules: HeadingRules): Shape {
  const title = closeless(words);
  if (/[；;，,、]$|[-—]{2,}$/u.test(words) || rules.lead_in.test(dense(title))) return { form: 'sentence', title };
  const closed = /[。：:]$/u.test(words);
  const form = closed ? 'closed' : 'line';
  if (titleLike(title, rules.length.line, rules)) return { form, title };
  return { form: titleLike(title, rules.length.vouched, rules) ? 'long' : 'sentence', title };
}

/** The shape of what stands behind a number. */
export function shapeOf(line: Line, rules: HeadingRules): Shape {
  const { words } = line;
  const end = endOf(words, endMarks);
  const colon = endOf(words, /[：:]/u);
  const inner = (at: number): boolean => at > 0 && dense(words.slice(at + 1)) !== '';
  if (inner(colon) && (end < 0 || colon < end)) {
    const title = words.slice(0, colon).trim();
    const rest = dense(words.slice(colon + 1));
    const term = rest.length >= rules.length.term_rest && runsIn(title, rules.length.term, rules);
    return { form: term ? 'term' : 'sentence', title };
  }
  if (!inner(end)) return wholeLine(words, rules);
  const title = words.slice(0, end).trim();
  const stop = words[end] === '。';
  return { form: stop && runsIn(title, rules.length.run_in, rules) ? 'run-in' : 'sentence', title };
}
