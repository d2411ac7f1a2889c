import type { Spot, WordClass, Zone } from '../../model/description.js';
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

/** What a figure measures and how much, as floating numbers, which only weigh and order claims; null where it is no single number. */
export function weightOf(figure: Figure, measures: Measures): Weight | null {
  const { measure, worth } = measures.of(figure);
  const it = printed(figure);
  if (!it) return null;
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
  let [sentence, clause, depth] = [0, 0, 0];
  /** Clauses to go back to where their brackets close. */
  const open: number[] = [];
  let latest = 0;
  const clauseOf: number[] = [];
  /** What the sentence spoke of last: a figure without a name of its own goes on about it. */
  let [spoken, spokenIn]: [ReadonlySet<string>, number] = [new Set(), -1];
  tokens.forEach((token, i) => {
    clauseOf[i] = clause;
    if (token.is === 'mark') {
      if (token.mark === 'open') {
        open.push(clause);
        clause = ++latest;
        depth++;
      } else if (token.mark === 'close') {
        clause = open.pop() ?? clause;
        depth = Math.max(0, depth - 1);
      } else if (ends.has(token.mark)) {
        clause = ++latest;
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
    if (!figure || !weighed) return;
    const { words, terms, lead } = wordsAround(tokens, i, clauseOf);
    const ownTerms = new Set(terms);
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
      depth,
      words,
      terms,
      ownTerms,
      each: held,
    });
  });
  return spots;
}

interface Around {
  readonly words: Spot['words'];
  readonly terms: Set<string>;
  /** The words right before it, joined. */
  readonly lead: string;
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
      if (token.noun && (zone === 'lead' || terms.size === 0)) bigrams(token.text, terms);
      direct = false;
    } else {
      direct = false;
      if (zone === 'lead') {
        lead = token.text + lead;
        bigrams(token.text, terms);
      } else if (terms.size === 0) bigrams(token.text, terms);
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
  return { words: zones, terms, lead };
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
