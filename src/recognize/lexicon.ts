import { decimal, type Decimal } from '../model/decimal.js';
import { loadTraps } from '../rulebook/traps.js';
import { loadUnits, type Units } from '../rulebook/units.js';
import { gap, type Chars } from './chars.js';
import { isDigit, isLatin } from './numerals.js';
import { endingsOf, trieOf, Endings, Trie } from './trie.js';

type UnitKind = 'money' | 'percent' | 'score' | 'multiple' | 'dimension' | 'duration' | 'count' | 'rank';

export interface Unit {
  readonly kind: UnitKind;
  /** The base unit. */
  readonly unit: string;
  /** Worth of the word in the base unit. */
  readonly factor: Decimal;
  /** A Chinese numeral before it is a name rather than a count. */
  readonly arabicOnly: boolean;
}

type Direction = 'increase' | 'decrease';
type Approx = 'about' | 'nearly' | 'gt' | 'gte' | 'lt' | 'lte';

export interface Lexicon {
  readonly units: Trie<Unit>;
  readonly never: Trie<true>;
  readonly afterGap: Trie<true>;
  /** Currency words and signs before a number, with the currency. */
  readonly currencyBefore: Trie<string>;
  readonly currencyAfter: Trie<string>;
  readonly per: Trie<true>;
  readonly traps: Trie<true>;
  readonly standards: Trie<true>;
  readonly docnoStops: Endings<true>;
  readonly before: {
    readonly money: Endings<boolean>;
    readonly code: Endings<true>;
    readonly ratio: Endings<true>;
    readonly caption: Endings<true>;
    readonly points: Endings<true>;
    readonly rate: Endings<true>;
    readonly direction: Endings<Direction>;
    readonly filler: Endings<true>;
    readonly notMinus: Endings<true>;
    /** null for a word that only ends like one of these. */
    readonly approx: Endings<Approx | null>;
    readonly changeTo: Endings<true>;
    readonly changeFrom: Endings<true>;
  };
  readonly after: {
    readonly money: Trie<true>;
    readonly code: Trie<true>;
    readonly approx: Trie<Approx | null>;
  };
  readonly sheets: Trie<true>;
}

const one = decimal(1);

function unitTrie(rules: Units): Trie<Unit> {
  const trie = new Trie<Unit>();
  for (const { unit, words } of rules.money)
    for (const [word, factor] of Object.entries(words))
      trie.add(word, { kind: 'money', unit, factor: decimal(factor), arabicOnly: false });
  for (const kind of ['percent', 'score', 'multiple', 'dimension', 'duration'] as const)
    for (const [unit, words] of Object.entries(rules.measures[kind]))
      for (const word of words) trie.add(word, { kind, unit, factor: one, arabicOnly: false });
  const counts = [
    { words: rules.counts.words, kind: 'count', arabicOnly: false },
    { words: rules.counts.arabic, kind: 'count', arabicOnly: true },
    { words: rules.counts.ranks, kind: 'rank', arabicOnly: false },
  ] as const;
  for (const { words, kind, arabicOnly } of counts)
    for (const word of words) trie.add(word, { kind, unit: word, factor: one, arabicOnly });
  return trie;
}

function currencies(rules: Units, side: 'before' | 'after'): Trie<string> {
  const trie = new Trie<string>();
  for (const entry of rules.money) for (const word of entry[side]) trie.add(word, entry.unit);
  return trie;
}

function endings<T>(groups: readonly (readonly [T, readonly string[]])[]): Endings<T> {
  const all = new Endings<T>();
  for (const [value, words] of groups) for (const word of words) all.add(word, value);
  return all;
}

function approxAfter(cues: Units['cues']): Trie<Approx | null> {
  const trie = new Trie<Approx | null>();
  for (const word of cues.words_after) trie.add(word, null);
  for (const word of cues.after_about) trie.add(word, 'about');
  for (const word of cues.after_gte) trie.add(word, 'gte');
  for (const word of cues.after_lte) trie.add(word, 'lte');
  return trie;
}

function build(): Lexicon {
  const rules = loadUnits();
  const traps = loadTraps();
  const { cues, counts } = rules;
  return {
    units: unitTrie(rules),
    never: trieOf(counts.never),
    afterGap: trieOf(counts.after_gap),
    currencyBefore: currencies(rules, 'before'),
    currencyAfter: currencies(rules, 'after'),
    per: trieOf(rules.per),
    traps: trieOf(traps.words.flatMap((group) => group.words)),
    standards: trieOf(traps.standards),
    docnoStops: endingsOf(traps.docno_stops),
    before: {
      money: endings([
        [true, cues.money],
        [false, cues.other],
      ]),
      code: endingsOf(cues.code),
      ratio: endingsOf(cues.ratio),
      caption: endingsOf(cues.caption),
      points: endingsOf(cues.points),
      rate: endingsOf(cues.rate),
      direction: endings<Direction>([
        ['increase', cues.up],
        ['decrease', cues.down],
      ]),
      filler: endingsOf(cues.filler),
      notMinus: endingsOf(cues.not_minus),
      approx: endings<Approx | null>([
        ...(['about', 'nearly', 'gt', 'gte', 'lt', 'lte'] as const).map((kind) => [kind, cues[kind]] as const),
        [null, cues.words],
      ]),
      changeTo: endingsOf(cues.change_to),
      changeFrom: endingsOf(cues.change_from),
    },
    sheets: trieOf(cues.sheets),
    after: { money: trieOf(cues.money_after), code: trieOf(cues.code_after), approx: approxAfter(cues) },
  };
}

let built: Lexicon | undefined;

/** The words of rules/units.yaml and rules/traps.yaml, read at the first use. */
export const lexicon = (): Lexicon => (built ??= build());

export interface UnitAt {
  readonly end: number;
  readonly unit: Unit;
}

const wordLike = (code: number): boolean => isLatin(code) || isDigit(code);

/** The unit that the number ending at `i` is counted in. */
export function unitAt(lex: Lexicon, chars: Chars, i: number): UnitAt | null {
  const { codes, gaps } = chars;
  if ((gaps[i] ?? 0) === gap.wall) return null;
  const found = lex.units.longest(codes, i);
  if (!found) return null;
  const { end, value: unit } = found;
  for (let j = i + 1; j < end; j++) if ((gaps[j] ?? 0) === gap.wall) return null;
  if (isLatin(codes[end - 1] ?? 0) && wordLike(codes[end] ?? 0) && (gaps[end] ?? 0) === gap.none) return null;
  if (lex.never.end(codes, i) > end) return null;
  if ((gaps[i] ?? 0) !== gap.none && lex.afterGap.end(codes, i) >= end) return null;
  return { end, unit };
}
