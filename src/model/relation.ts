import type { OutcomeReason } from './outcome-reason.js';
import type { Step } from './arithmetic.js';
import type { BeliefTold } from './belief.js';
import type { Figure, Hypothesis, OutcomeStatus, Severity } from './report.js';

/** Why a relation could not be judged, or may only ask a question. */
export interface Doubt {
  readonly status: 'ambiguous' | 'insufficient_data' | 'not_applicable';
  readonly reason: OutcomeReason;
  /**
   * Where it fails: whether a person is to look all the same, because one of its terms is printed blank or because the names of the parts
   * show that they are all. Left out, one slip that alone mends an ambiguous claim decides.
   */
  readonly asks?: boolean;
}

interface RelationBase {
  /** The id of the file under rules/checks that it is an instance of. */
  readonly check: string;
  /** Set where the document itself leaves open whether the relation is claimed: failing is then no error. */
  readonly doubt: Doubt | null;
  /** How grave it may be at most where it fails: what the odds that it is claimed and wrong allow. Left out: as its check says. */
  readonly most?: Severity;
  /** Why it is believed to be claimed, where only words and numbers say so. */
  readonly belief?: BeliefTold;
}

/** Something that a finding can quote: a figure, or words at their place. */
export type Exhibit = Pick<
  Figure,
  'text' | 'label' | 'block' | 'start' | 'end' | 'page' | 'box' | 'table' | 'heading'
> & {
  /** The figure's; null for words. */
  readonly id: string | null;
};

/** total = Σ weight × term. */
export interface SumRelation extends RelationBase {
  readonly kind: 'sum';
  readonly total: Figure;
  readonly terms: readonly { readonly figure: Figure; readonly weight: 1 | -1 }[];
  /** False when the words do not say that the parts are all: then they may fall short, but not exceed. */
  readonly complete: boolean;
}

/** rate = part ÷ whole. `reached`: 完成率 may pass 100 %. */
export interface ShareRelation extends RelationBase {
  readonly kind: 'share';
  readonly rate: Figure;
  readonly part: Figure;
  readonly whole: Figure;
  /** Where no total is printed: the other parts that make the whole together with `whole`. */
  readonly more?: readonly Figure[];
  /** Whether the words of the share name its whole, which one printed amount bears. */
  readonly named?: boolean;
}

/** rate = (current − prior) ÷ prior; of prior and delta one may be unprinted. */
export interface GrowthRelation extends RelationBase {
  readonly kind: 'growth';
  readonly rate: Figure;
  readonly direction: 'increase' | 'decrease';
  readonly current: Figure | null;
  readonly prior: Figure | null;
  readonly delta: Figure | null;
}

/** total = Π factors × times: a price, what it is paid for, how often. */
export interface ProductRelation extends RelationBase {
  readonly kind: 'product';
  readonly total: Figure;
  readonly factors: readonly Figure[];
  /** 12 where a monthly price is paid for a year; 1 where it is paid once. */
  readonly times: number;
}

/** A product of figures and of `times`, which holds units, spans of time and signs; without figures a constant. */
export interface ComputedTerm {
  readonly figures: readonly Figure[];
  readonly times: number;
}

/** stated = Σ over ÷ Σ under: averages, weighted or not, ratios, interest, shares of several. */
export interface ComputedRelation extends RelationBase {
  readonly kind: 'computed';
  readonly stated: Figure;
  /** Where a ratio is stated: which member of it, from 0. */
  readonly member?: number;
  /** Where a rate a year is stated: over how many years; below 0 where it falls. Then what is stated is one and the rate, compounded. */
  readonly years?: number;
  readonly over: readonly ComputedTerm[];
  /** Empty where nothing divides. */
  readonly under: readonly ComputedTerm[];
}

/** Two figures that state one fact. */
export interface EqualRelation extends RelationBase {
  readonly kind: 'equal';
  readonly left: Figure;
  readonly right: Figure;
  /** Where they are printed in different units of one measure: what one of each is worth, as decimals or fractions. */
  readonly worth?: readonly [left: string, right: string];
  /** Whether the left one is exact whatever zeros it ends with: an amount in capital numerals. */
  readonly isExact?: boolean;
}

/** lesser ≤ greater. */
export interface AtMostRelation extends RelationBase {
  readonly kind: 'at-most';
  readonly lesser: Figure;
  /** What is added to `lesser`: parts that exclude each other stay within their whole together. */
  readonly more?: readonly Figure[];
  readonly greater: Figure;
}

/** A comparison in words (决算数大于预算数) of two printed figures. */
export interface OrderRelation extends RelationBase {
  readonly kind: 'order';
  readonly left: Figure;
  readonly right: Figure;
  readonly claim: 'greater' | 'less' | 'equal';
  /** The words as printed. */
  readonly words: string;
}

/** Words that the rest of the document allows or contradicts: a year, a placeholder that nobody filled in. */
export interface WordsRelation extends RelationBase {
  readonly kind: 'words';
  readonly words: Exhibit;
  readonly holds: boolean;
  /** What would have to stand there; empty where nothing would. */
  readonly wanted: string;
  /** What shows the words to be wrong, where one place does: the title, the figure or the sentence beside which they cannot stand. */
  readonly against: readonly Exhibit[];
  /** What was taken for granted where they hold. */
  readonly given?: OutcomeReason;
}

/** A printed number of things beside the list of them. */
export interface ItemsRelation extends RelationBase {
  readonly kind: 'items';
  readonly stated: Figure | Exhibit;
  /** The number that is stated. */
  readonly count: number;
  readonly items: readonly string[];
  /** How many items the list may be read as: 和 may join two or stand inside one. */
  readonly possible: readonly number[];
  /** 等: the list names some of them. */
  readonly partial: boolean;
  /** The list as printed. */
  readonly list?: Exhibit;
}

/** A claim that the document makes and arithmetic can judge. */
export type Relation =
  | SumRelation
  | ShareRelation
  | GrowthRelation
  | ProductRelation
  | ComputedRelation
  | EqualRelation
  | AtMostRelation
  | OrderRelation
  | ItemsRelation
  | WordsRelation;

/** What arithmetic made of a relation. */
export interface Verdict {
  readonly relation: Relation;
  readonly status: OutcomeStatus;
  readonly figures: readonly Figure[];
  readonly residual: string | null;
  readonly bound: string | null;
  readonly reason: string | null;
  /** Present when people should see it. */
  readonly alarm: Alarm | null;
}

export interface Alarm {
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
  readonly steps: readonly Step[];
  readonly hypothesis: Hypothesis | null;
  /** In the order people should look: the doubtful one first. Never empty. */
  readonly evidence: readonly [Exhibit, ...Exhibit[]];
  /** The one figure or wording that must be wrong if this is; null where the document cannot show it. */
  readonly suspect: Exhibit | null;
}
