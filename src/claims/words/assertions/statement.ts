import { regionOf, type Paragraph } from '../../../model/document.js';
import type { Exhibit, OrderRelation, Relation } from '../../../model/relation.js';
import type { Figure, Severity } from '../../../model/report.js';
import type { Assertions } from '../../../rulebook/assertions.js';
import type { Level, Role } from './levels.js';
import { isFigure, isWord, type Item, type Line, type Word } from './line.js';

/** A paragraph ready to be asked what it asserts. */
export interface Asked extends Line {
  readonly levels: readonly Level[];
  /** All figures, those that are no single number and those in words included. */
  readonly figures: readonly Figure[];
  readonly rules: Assertions;
  readonly block: Paragraph;
  readonly heading: string | null;
}

/** A stretch of a paragraph as something to quote. */
export function quoted({ block, heading }: Asked, start: number, end: number): Exhibit {
  const { page, box } = regionOf(block.stretches, start, end);
  const text = block.text.slice(start, end);
  const at = { block: block.id, start, end, page: page ?? block.page, box: box && ([...box] as Exhibit['box']) };
  return { id: null, text, label: text, table: null, heading, ...at };
}

/** A rule names its value: 不低于95% is held as 95%. */
const exact = (figure: Figure): Figure => (figure.approx === null ? figure : { ...figure, approx: null });

export function orderOf(
  check: string,
  left: Level,
  right: Level,
  claim: OrderRelation['claim'],
  words: string,
  most: Severity,
): Relation {
  return {
    kind: 'order',
    check,
    doubt: null,
    left: exact(left.figure),
    right: isSet(right) ? asRule(right).figure : exact(right.figure),
    claim,
    words,
    most,
  };
}

/** A figure that cannot stand beside what is said. */
export const againstWords = (
  check: string,
  words: Exhibit,
  against: readonly Exhibit[],
  holds: boolean,
  most: Severity,
): Relation => ({
  kind: 'words',
  check,
  doubt: null,
  words,
  holds,
  wanted: '',
  against,
  most,
});

const set: ReadonlySet<Role> = new Set(['bar', 'cap', 'floor']);
const isSet = ({ role, bound }: Level): boolean => set.has(role) || bound !== null;

/** A figure that a text sets as a bar is exact: 93.6% does not reach 94%. */
export const asRule = (it: Level): Level => ({ ...it, figure: { ...it.figure, approx: 'gte' } });

export const atMostOf = (check: string, lesser: Level, greater: Level, most: Severity): Relation => ({
  kind: 'at-most',
  check,
  doubt: null,
  lesser: lesser.figure,
  greater: greater.figure,
  most,
});

/** Where the clause of an item begins and ends among the items of its line, marks left out. */
export function clauseOf({ items }: Line, it: Item): { readonly from: number; readonly to: number } {
  let [from, to] = [it.at, it.at];
  const isIn = (other: Item | undefined): boolean =>
    other !== undefined && other.clause === it.clause && !(other.is === 'mark' && other.mark !== 'item');
  while (isIn(items[from - 1])) from--;
  while (isIn(items[to + 1])) to++;
  return { from, to };
}

/** The figure right behind an item, with nothing but fillers between. */
export function figureBehind({ text, items }: Line, it: Item): number | null {
  let end = it.end;
  for (let i = it.at + 1; i <= it.at + 4; i++) {
    const next = items[i];
    if (!next || text.slice(end, next.start).trim() !== '') return null;
    if (isFigure(next)) return i;
    if (!isWord(next, 'filler')) return null;
    end = next.end;
  }
  return null;
}

/** Words before another that are asked whether it is only meant to be. */
const mostBack = 80;

/** Whether a statement is made of what is, not of what is to be, may be, or is the reason of something else. */
export function isAsserted(line: Line, word: Word): boolean {
  const { from } = clauseOf(line, word);
  // 由每吨412千瓦时降到421千瓦时 is no rule for each
  const isEnd = isWord(word, 'upTo', 'downTo');
  for (let i = word.at - 1; i >= 0 && i >= word.at - mostBack; i--) {
    const it = line.items[i];
    if (!it || it.sentence !== word.sentence) break;
    if (isWord(it, 'reason')) return false;
    if (i >= from && isWord(it, 'future', 'because') && !(isEnd && isWord(it, 'perUnit'))) return false;
  }
  const before = line.items[word.at - 1];
  return !(isWord(before, 'negation') && before.end === word.start);
}

const bigrams = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
};

/** How many pairs of neighbouring characters two names share. */
export function shared(a: string, b: string): number {
  const other = bigrams(b);
  return [...bigrams(a)].filter((it) => other.has(it)).length;
}

/** The text right before a figure, from the figure or the mark before it. */
export function leadOf({ text, items }: Line, it: Item): string {
  let at = it.at - 1;
  while (items[at]?.is === 'word') at--;
  return text.slice(items[at]?.end ?? 0, it.start);
}
