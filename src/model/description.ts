import type { BlockId } from './document.js';
import type { Reading } from './reading.js';
import type { Figure } from './report.js';
import type { TimeTrack } from './times.js';
import type { Statement } from './statement.js';

/** The classes of words of rules/grammar.yaml, where each is explained: what a word says of how figures hang together. */
export const wordClasses = [
  'total',
  'breakdown',
  'ofwhich',
  'grounds',
  'partial',
  'rest',
  'besides',
  'up',
  'down',
  'from',
  'to',
  'compare',
  'prior',
  'current',
  'plan',
  'actual',
  'limit',
  'share',
  'of',
  'amountto',
  'rate',
  'growthrate',
  'completion',
  'savingrate',
  'points',
  'average',
  'yearly',
  'price',
  'interest',
  'multiple',
  'opening',
  'closing',
  'inflow',
  'outflow',
  'net',
  'differ',
  'remain',
  'exceed',
  'below',
  'even',
  'reached',
  'unmet',
  'most',
  'least',
  'about',
  'comparable',
  'overlap',
  'weighted',
  'deficit',
  'adjusted',
  'index',
  'means',
  'against',
] as const;
export type WordClass = (typeof wordClasses)[number];

/** Where words stand that speak of a figure. */
export type Zone =
  /** right before it, nothing but the word between */
  | 'near'
  /** between the figure or clause before it and itself */
  | 'lead'
  /** anywhere in its clause before it */
  | 'clause'
  /** in the clause before its own, where no figure stands in that */
  | 'before'
  /** behind it, up to the next figure or the end of its clause */
  | 'tail'
  /** in the clauses behind its own, up to the next figure or the end of the sentence */
  | 'after';

/** What parts words, from weak to strong. */
export type Mark = 'item' | 'comma' | 'open' | 'close' | 'colon' | 'semicolon' | 'stop';

/** What one unit of a figure is held against: 每千人 is a thousand 人. */
export interface Each {
  readonly measure: string;
  /** In the common unit of the measure. */
  readonly size: number;
}

/**
 * A figure in running text as its sentence describes it: all readings of its words, none of them decided. Claims are proposed from
 * these alone; the words themselves are not asked again.
 */
export interface Spot {
  readonly figure: Figure;
  /** Its place among the figures of the paragraph. */
  readonly at: number;
  /** What it measures: kind and unit of the figure (`money CNY`, `count 件`), or its dimension (`area`, `people`). */
  readonly dimension: string;
  /** What may be added and compared: its dimension, and what one of it is held against (`money CNY/people`). */
  readonly measure: string;
  /** Value and half the worth of the last printed digit in the common unit of its measure, for weighing only: claims are judged in exact decimals. */
  readonly value: number;
  readonly half: number;
  /** The worth of its last printed digit, of exact counts too; 0 where none is known. */
  readonly step: number;
  /** The worth of one of its own base unit in the common unit of its measure, as a decimal or a fraction; 1 for most. */
  readonly worth: string;
  readonly sentence: number;
  /** Counts on where a comma, semicolon, colon or stop stands; a bracket opens one of its own. */
  readonly clause: number;
  /** Counts on where a semicolon or stop stands. */
  readonly phrase: number;
  /** The mark between the figure before it and itself that stands nearest to it; null where none does. */
  readonly mark: Mark | null;
  /** How many brackets are open around it. */
  readonly depth: number;
  /** By zone: the classes of the words there, each with a word that is of it. */
  readonly words: Readonly<Record<Zone, ReadonlyMap<WordClass, string>>>;
  /** Pairs of neighbouring characters of what it is called, words of the grammar left out; what its sentence spoke of before where it has no name. */
  readonly terms: ReadonlySet<string>;
  /** Of its own name alone. */
  readonly ownTerms: ReadonlySet<string>;
  /** Pairs of neighbouring characters of all that stands right before it, words of the grammar and all: 开工 of 开工率. */
  readonly called: ReadonlySet<string>;
  /** Of the clause before its own, where no figure stands in that: 农用地按地类分为五类：. */
  readonly opener: ReadonlySet<string>;
  /** What one unit of it is held against; several where it is paid each month for each person. */
  readonly each: readonly Each[];
  /** Amounts between the figure before it and itself that are no single number: 近3万元. */
  readonly passed: number;
  /** Whether it prints no unit, and counts what its sentence counts. */
  readonly bare: boolean;
}

/** A paragraph with its described figures, in order. */
export interface Track {
  readonly block: BlockId;
  /** The heading that it stands under. */
  readonly heading: string | null;
  /** As printed. */
  readonly text: string;
  readonly spots: readonly Spot[];
}

/** A document as it was read, with what its sentences say of their figures. */
export interface Described {
  readonly reading: Reading;
  readonly tracks: readonly Track[];
  /** Its paragraphs that tell time. */
  readonly times: readonly TimeTrack[];
  /** What it is about: its own year, else the one it names most often; 0 where it names none, so that last year is -1. */
  readonly year: number;
  /** The figures of text and tables with their names, in reading order. */
  readonly statements: readonly Statement[];
}
