import { fold, tokensOf, type Folded } from './fold.js';

/** Words of a search in folded form, each to be found in the same block. */
export interface Query {
  readonly terms: readonly string[];
  /** For FTS5's MATCH; null where no word holds a letter or digit, and every block must be looked at. */
  readonly match: string | null;
}

/** An index needs no more than these to leave few blocks; the rest is compared in the blocks themselves. */
const most = { phrases: 8, tokens: 32 };

/** White space separates words; nothing else is syntax, so that any string is a safe search. Null for a search of nothing. */
export function queryOf(words: string): Query | null {
  const terms = [...new Set(words.split(/\s+/u).map((word) => fold(word).text))].filter((it) => it !== '');
  if (terms.length === 0) return null;
  const phrases = terms
    .map(tokensOf)
    .filter((it) => it.length > 0)
    .sort((a, b) => b.length - a.length)
    .slice(0, most.phrases)
    .map((tokens) => `"${tokens.slice(0, most.tokens).join(' ')}"`);
  return { terms, match: phrases.length === 0 ? null : phrases.join(' AND ') };
}

/** Where a text was printed: UTF-16 offsets, end-exclusive. */
export type Span = readonly [start: number, end: number];

/** As many places are told; a word may fill a block. */
const mostSpans = 100;

function spansOf(term: string, folded: Folded, text: string): Span[] {
  const spans: Span[] = [];
  for (let at = folded.text.indexOf(term); at >= 0 && spans.length < mostSpans;) {
    const [first = 0, last = 0] = [folded.from[at], folded.from[at + term.length - 1]];
    spans.push([first, last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)]);
    at = folded.text.indexOf(term, at + term.length);
  }
  return spans;
}

/** Where the words stand in a text, in order, none over another; null unless all of them do. */
export function placesIn(text: string, { terms }: Query): readonly Span[] | null {
  const folded = fold(text);
  const all: Span[] = [];
  for (const term of terms) {
    const spans = spansOf(term, folded, text);
    if (spans.length === 0) return null;
    all.push(...spans);
  }
  const apart: Span[] = [];
  for (const [start, end] of all.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (start < (apart.at(-1)?.[1] ?? 0)) continue;
    apart.push([start, end]);
  }
  return apart;
}
