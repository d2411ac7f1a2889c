import type { Shape } from '../model/belief.js';
import type { Spot } from '../model/description.js';
import type { Relation } from '../model/relation.js';
import type { Interval } from './interval.js';

/** An equation that a text may claim: what the operands make is what the claimant states. */
export interface Candidate {
  readonly shape: Shape;
  readonly operands: readonly Spot[];
  /** What the claimant states, with the sign that its words give it. */
  readonly stated: Interval;
  /** What the operands make, read as intervals in their order. */
  readonly compute: (operands: readonly Interval[]) => Interval;
  /** What the operands would make by a mistake that people make with this kind: the change over the wrong base. */
  readonly slips?: (operands: readonly Interval[]) => readonly Interval[];
  /** How often those slips are made where this is meant; left out, as often as others. */
  readonly slipsOften?: number;
  /** Whether its words leave no other base open, so that what comes out over another is that mistake. */
  readonly sure?: boolean;
  /** What the operands would make where another figure printed beside them has its part: what states that is not accused. */
  readonly besides?: (operands: readonly Interval[]) => readonly Interval[];
  /** An operand that the claimant and the others make again, exactly: that its digits come out tells as much as they are many. */
  readonly remade?: Spot;
  /** Where no word of the claimant speaks of it: that it holds explains the figure, that it does not accuses nothing. */
  readonly unsaid?: boolean;
  /** What speaks for and against it, by name; their weights are learned. */
  readonly features: readonly string[];
  /** The claim as arithmetic judges it. */
  readonly relation: () => Relation;
}

/** A figure that other figures may explain, with all that may be meant. Its candidates exclude each other. */
export interface Claimant {
  readonly spot: Spot;
  /** Never empty. */
  readonly candidates: readonly Candidate[];
  /** What speaks for none of them being meant. */
  readonly features: readonly string[];
}

/** Proposes what a figure of a paragraph may claim of the others: generously, deciding nothing. */
export type Generator = (spots: readonly Spot[], spot: Spot) => Claimant[];
