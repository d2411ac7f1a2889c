import type { Mark, Spot, WordClass, Zone } from '../../model/description.js';
import { toText } from '../../model/decimal.js';
import { printed } from '../../model/printed.js';
import type { Figure } from '../../model/report.js';
import type { EachReader } from './each.js';
import { worthOf, type Measures } from './measures.js';
import type { Token } from './tokens.js';

/** Figures that measure something, by the quantity that each was made of. */
export type FigureAt = (start: number) => Figure | undefined;

/** How many tokens before a figure are asked what they say of it. */
const reach = 24;

type Weight = Pick<Spot, 'dimension' | 'worth' | 'value' | 'half' | 'step'>;

/** A ratio by the side that is not 1, or as the quotient of its first two. */
function ratioOf({ kind, value }: Figure, dimension: string): Weight | null {
  const [first = '', second = ''] = kind === 'ratio' ? value.split(':') : [];
  const [left, right] = [Number(first), Number(second)];
  if (!(left > 0 && right > 0)) return null;
  const said = left === 1 ? second : first;
  const step = 1 / 10 ** (said.split('.')[1]?.length ?? 0) / (left === 1 ? 1 : right);
  return { dimension, worth: '1', value: left === 1 ? right : left / right, half: step / 2, step };
}

/** What a figure measures and how much, as floating numbers, which only weigh and order claims; null where it is no single number. */
export function weightOf(figure: Figure, measures: Measures): Weight | null {
  const { measure, worth } = measures.of(figure);
  const it = printed(figure);
  if (!it) return ratioOf(figure, measure);
  const unit = worthOf(worth);
  const [value, half, step] = [Number(toText(it.value)), Number(toText(it.half)), Number(figure.step ?? 0)];
  return { dimension: measure, worth, value: value * unit, half: half * unit, step: step * unit };
}

function bigrams(name: string, into: Set<string>): void {
  const text = name.replace(/[^\p{sc=Han}A-Za-z]/gu, '');
  for (let i = 0; i + 1 < text.length; i++) into.add(text.slice(i, i + 2));
}

const ends: ReadonlySet<string> = new Set(['comma', 'semicolon', 'colon', 'stop']);

/** Describes the figures among the tokens of a text: one walk, with a bounded look back from each. */
export function describe(tokens: readonly Token[], figureAt: FigureAt, each: EachReader, measures: Measures): Spot[] {
  const spots: Spot[] = [];
  let [sentence, phrase, clause, depth] = [0, 0, 0, 0];
  /** Clauses to go back to where their brackets close. */
  const open: number[] = [];
  let latest = 0;
  let passed = 0;
  let mark: Mark | null = null;
  const clauseOf: number[] = [];
  /** What the sentence spoke of last: a figure without a name of its own goes on about it. */
  let [spoken, spokenIn]: [ReadonlySet<string>, number] = [new Set(), -1];
  tokens.forEach((token, i) => {
    clauseOf[i] = clause;
    if (token.is === 'mark') {
      mark = token.mark;
      if (token.mark === 'open') {
        open.push(clause);
        clause = ++latest;
        depth++;
      } else if (token.mark === 'close') {
        clause = open.pop() ?? clause;
        depth = Math.max(0, depth - 1);
      } else if (ends.has(token.mark)) {
        clause = ++latest;
        if (token.mark === 'stop' || token.mark === 'semicolon') phrase++;
        if (token.mark === 'stop') {
          sentence++;
          depth = 0;
          open.length = 0;
        }
      }
      return;
    }
    if (token.is !== 'quantity') return;
    const figure = figureAt(token.quantity.start);
    const weighed = figure && weightOf(figure, measures);
    if (!figure || !weighed) {
      if (isCounted(token.quantity.kind)) passed++;
      return;
    }
    const { words, terms, lead, opener } = wordsAround(tokens, i, clauseOf);
    const ownTerms = new Set(terms);
    const called = new Set<string>();
    bigrams(lead, called);
    if (spokenIn !== sentence) [spoken, spokenIn] = [new Set(), sentence];
    if (terms.size === 0) for (const it of spoken) terms.add(it);
    else spoken = ownTerms;
    const held = each.read(lead, token.quantity);
    spots.push({
      figure,
      at: spots.length,
      ...weighed,
      measure: [weighed.dimension, ...held.map((it) => it.measure)].join('/'),
      sentence,
      clause,
      phrase,
      mark,
      depth,
      words,
      terms,
      ownTerms,
      called,
      opener,
      each: held,
      passed,
      bare: false,
    });
    passed = 0;
    mark = null;
  });
  return spots.map((it, i) => inherited(spots, it, i));
}

/** A number that is grouped in thousands or has many digits and a point is an amount whose unit is told once for all. */
const reckoned = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{3,}\.\d+)$/;
/** How far a number without a unit looks for what it counts. */
const mostAway = 8;

/** A bare number of a list counts what the sentence counted before, or else what it counts next: 职工9,600、农民工7,200. */
function inherited(spots: readonly Spot[], spot: Spot, at: number): Spot {
  if (spot.figure.kind !== 'number') return spot;
  const counts = (it: Spot | undefined): it is Spot =>
    it?.sentence === spot.sentence && isCounted(it.figure.kind) && it.each.length === 0;
  const before = spots.slice(Math.max(0, at - mostAway), at).findLast(counts);
  const of = before ?? spots.slice(at + 1, at + 1 + mostAway).find(counts);
  if (of && of.worth === '1') return { ...spot, dimension: of.dimension, measure: of.measure, bare: true };
  return reckoned.test(spot.figure.text.normalize('NFKC')) ? { ...spot, bare: true } : spot;
}

const isCounted = (kind: Figure['kind']): boolean =>
  kind === 'count' || kind === 'money' || kind === 'dimension' || kind === 'score';

interface Around {
  readonly words: Spot['words'];
  readonly terms: Set<string>;
  /** The words right before it, joined. */
  readonly lead: string;
  /** Pairs of characters of the clause before its own, where no figure stands in that. */
  readonly opener: Set<string>;
}

/** The word nearest to the figure stays. */
const add = (zone: Map<WordClass, string>, it: WordClass, word: string): void =>
  void (zone.has(it) || zone.set(it, word));

function wordsAround(tokens: readonly Token[], at: number, clauseOf: readonly number[]): Around {
  const zones: Record<Zone, Map<WordClass, string>> = {
    near: new Map(),
    lead: new Map(),
    clause: new Map(),
    before: new Map(),
    tail: new Map(),
    after: new Map(),
  };
  const terms = new Set<string>();
  const opener = new Set<string>();
  let lead = '';
  let zone: 'lead' | 'clause' | 'before' = 'lead';
  let direct = true;
  for (let i = at - 1; i >= 0 && i >= at - reach; i--) {
    const token = tokens[i];
    if (!token) break;
    if (token.is === 'quantity') {
      if (zone === 'before') break;
      zone = 'clause';
      direct = false;
    } else if (token.is === 'mark') {
      direct = false;
      if (token.mark === 'stop' || token.mark === 'semicolon') break;
      if (token.mark === 'item') zone = zone === 'before' ? zone : 'clause';
      else if (token.mark === 'open' && clauseOf[i] !== clauseOf[at]) break;
      else if (token.mark === 'close') {
        i = opening(tokens, i);
      } else if (zone === 'before' || hasFigure(tokens, i)) break;
      else zone = 'before';
    } else if (token.is === 'word') {
      for (const it of token.classes) {
        add(zones[zone], it, token.text);
        if (zone === 'lead') add(zones.clause, it, token.text);
        if (direct) add(zones.near, it, token.text);
      }
      if (zone === 'lead') lead = token.text + lead;
      else if (zone === 'before') bigrams(token.text, opener);
      if (token.noun && (zone === 'lead' || terms.size === 0)) bigrams(token.text, terms);
      direct = false;
    } else {
      direct = false;
      if (zone === 'lead') {
        lead = token.text + lead;
        bigrams(token.text, terms);
      } else {
        if (terms.size === 0) bigrams(token.text, terms);
        if (zone === 'before') bigrams(token.text, opener);
      }
    }
  }
  let behind: 'tail' | 'after' = 'tail';
  for (let i = at + 1; i < tokens.length && i <= at + reach; i++) {
    const token = tokens[i];
    if (!token || token.is === 'quantity' || (token.is === 'mark' && token.mark === 'stop')) break;
    if (token.is === 'mark') behind = 'after';
    else if (token.is === 'word') for (const it of token.classes) add(zones[behind], it, token.text);
    else if (behind === 'tail') bigrams(token.text, terms);
  }
  return { words: zones, terms, lead, opener };
}

/** Where the bracket that closes at `at` opens. */
function opening(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0 && i > at - reach; i--) {
    const token = tokens[i];
    if (token?.is === 'mark' && token.mark === 'open') return i;
  }
  return at;
}

/** Whether a figure stands in the clause that ends at `at`. */
function hasFigure(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - reach; i--) {
    const token = tokens[i];
    if (token?.is === 'quantity') return true;
    if (token?.is === 'mark' && ends.has(token.mark)) return false;
  }
  return false;
}
