import type { Quantity, QuantityKind } from '../../model/quantity.js';

/** Quantities that measure something; the others (dates, ordinals, marks) are words to the clause they stand in. */
const measured = new Set<QuantityKind>([
  'money',
  'count',
  'percent',
  'score',
  'dimension',
  'fraction',
  'ratio',
  'multiple',
  'number',
]);
export const isMeasured = (quantity: Quantity): boolean => measured.has(quantity.kind);

/** A measured quantity with the words that a reader takes together with it. */
export interface Clause {
  readonly quantity: Quantity;
  /** From the measured quantity before it, or the start of the text, up to this one; of more than `farthest` characters the last. */
  readonly lead: string;
  /** What of `lead` stands in its own clause: no spaces, no dates, no long brackets. */
  readonly before: string;
  /** The words of the clause before that one, where no figure stands in it; a bracket that opens before the figure ends it. */
  readonly prior: string;
  /** Up to the next quantity or the end of the clause, without spaces. */
  readonly after: string;
  readonly sentence: number;
  readonly clause: number;
  readonly depth: number;
  /** The last year that its own words name. */
  readonly year: number | null;
  /** Where `before` begins in the text. */
  readonly start: number;
}

const sentenceEnd = /[。！？!?]/;
const clauseEnd = /[。！？!?，,；;：:、\n|\t]/;
const opens = /[（(〔[【]/;
const closes = /[）)〕\]】]/;
const space = /[\s\u00a0\u3000]/;

/** 在2023年, 截至6月底: what brings a date in goes with it. */
const beforeDate = /(?:在|截至|截止到?)\s*$/;

/**
 * What stands farther from a figure says nothing of it. Words are matched with patterns that read some of them again from every
 * character, so a clause of a megabyte would take the square of its length.
 */
const farthest = 1000;

/** Dates and other unmeasured quantities become spaces, list marks become ；, so that offsets stay. */
function mask(text: string, quantities: readonly Quantity[]): string {
  let masked = '';
  let at = 0;
  for (const { kind, start, end } of quantities) {
    if (kind !== 'date' && kind !== 'duration' && kind !== 'enum' && kind !== 'time') continue;
    if (start < at || (kind === 'duration' && /[级制]/.test(text[end] ?? ''))) continue;
    const before = text.slice(at, start);
    const from = kind === 'date' ? before.replace(beforeDate, '').length + at : start;
    masked += text.slice(at, from) + (kind === 'enum' ? '；' : ' ').repeat(end - from);
    at = end;
  }
  return masked + text.slice(at);
}

/** Reads backwards from `end`: brackets that are closed again are passed over, unless short (（境）). */
function ownWords(text: string, from: number, end: number): { readonly words: string; readonly start: number } {
  let words = '';
  let at = end;
  while (at > from) {
    const char = text[at - 1] ?? '';
    if (closes.test(char)) {
      let open = at - 2;
      while (open >= from && !opens.test(text[open] ?? '')) open--;
      if (open < from) break;
      if (at - open <= 5 && /\p{L}/u.test(text.slice(open, at))) words = text.slice(open, at) + words;
      at = open;
      continue;
    }
    if (opens.test(char) || clauseEnd.test(char)) break;
    if (!space.test(char)) words = char + words;
    at--;
  }
  return { words, start: at };
}

/** A short bracket without figures is part of a word: 村（社区）. */
const shortBracket = /^[（(]\p{L}{1,3}[）)]/u;

function ownWordsAfter(text: string, start: number, to: number): string {
  let words = '';
  for (let at = start; at < to; at++) {
    const char = text[at] ?? '';
    const bracket = words !== '' && opens.test(char) ? shortBracket.exec(text.slice(at, Math.min(to, at + 6))) : null;
    if (bracket) {
      words += bracket[0];
      at += bracket[0].length - 1;
      continue;
    }
    if (clauseEnd.test(char) || opens.test(char) || closes.test(char)) break;
    if (!space.test(char)) words += char;
  }
  return words;
}

/** The year of the last date within a stretch of text. */
function yearIn(dates: readonly Quantity[], start: number, end: number): number | null {
  const year = /^(\d{4})/.exec(dates.findLast((it) => it.start >= start && it.end <= end)?.value ?? '')?.[1];
  return year === undefined ? null : Number(year);
}

/** Cuts a paragraph into one clause a measured quantity. One pass; the words between two quantities are read a bounded number of times. */
export function clausesOf(text: string, quantities: readonly Quantity[], simplify: (text: string) => string): Clause[] {
  const masked = simplify(mask(text, quantities));
  const all = quantities.filter(isMeasured);
  const dates = quantities.filter((it) => it.kind === 'date');
  const clauses: Clause[] = [];
  let [at, sentence, clause, depth] = [0, 0, 0, 0];
  let previousEnd = 0;
  all.forEach((quantity, i) => {
    for (; at < quantity.start; at++) {
      const char = masked[at] ?? '';
      if (opens.test(char)) depth++;
      else if (closes.test(char)) depth = Math.max(0, depth - 1);
      else if (sentenceEnd.test(char)) [sentence, depth] = [sentence + 1, 0];
      if (clauseEnd.test(char)) clause++;
    }
    at = Math.max(at, quantity.end);
    const from = Math.max(previousEnd, quantity.start - farthest);
    const { words, start } = ownWords(masked, from, quantity.start);
    const to = Math.min(all[i + 1]?.start ?? masked.length, quantity.end + farthest);
    clauses.push({
      quantity,
      lead: masked.slice(from, quantity.start),
      before: words,
      prior: start > from && !sentenceEnd.test(masked[start - 1] ?? '') ? ownWords(masked, from, start - 1).words : '',
      after: ownWordsAfter(masked, quantity.end, to),
      sentence,
      clause,
      depth,
      year: yearIn(dates, start, quantity.start),
      start,
    });
    previousEnd = quantity.end;
  });
  return clauses;
}
