import { z } from 'zod';
import { wordClasses } from './description.js';

/** Kinds of equations; what a claim of each looks like is learned. */
const shapes = [
  'share',
  'rest-share',
  'growth',
  'change-share',
  'implied-growth',
  'difference',
  'run',
  'product',
  'balance',
  /** A ratio of two figures, or one member of the ratio of several. */
  'ratio',
  /** The average of figures, weighted by others or not. */
  'mean',
  /** A rate of an amount: interest, a tax, a score by its weight. */
  'portion',
  /** The last of the shares that make the whole. */
  'last-share',
  /** A rate that others make: their gap, their product, what is left of a hundred. */
  'rate',
  /** A rate a year over several years. */
  'pace',
  /** A share of several figures together. */
  'group-share',
  /** The same amount in another unit. */
  'conversion',
] as const;
export type Shape = (typeof shapes)[number];

/** What speaks for or against a claim, each standing for all features of its kind. */
const reasons = [
  /** The words beside the figure. */
  'words',
  /** How the sentence puts its figures. */
  'sentence',
  /** The order in which they stand. */
  'order',
  'distance',
  /** Figures that could be meant as well and stand between. */
  'between',
  /** What the names of the figures share. */
  'names',
  /** What its words make of each figure: this year's, planned, a change. */
  'roles',
  /** Claims that are put alike and come out. */
  'alike',
  /** What opens and ends the list. */
  'list',
  'members',
  /** A member that is larger than its total. */
  'larger',
  'units',
  'brackets',
] as const;
export type Reason = (typeof reasons)[number];

const id = z.string().min(1);
const thousandths = z.number().int().min(0).max(1000);

/** Why a claim that no declared form makes was believed to be meant, and wrong. */
export const beliefSchema = z.strictObject({
  /** Of its being meant and wrong, to one: a decimal of two significant digits. */
  odds: z.string(),
  /** Of a thousand figures whose words stand so, how many claim it, and how many claim nothing of the kind. */
  prior: thousandths,
  none: thousandths,
  /** The words that say how its figures hang together, as printed, each beside the first figure of which it speaks. */
  words: z.array(z.strictObject({ figure: id, class: z.enum(wordClasses), text: id })),
  /** The strongest first, in thousandths of a log-odd; below 0 what speaks against it. `count`: of how many, where it counts (`4+`). */
  reasons: z.array(z.strictObject({ reason: z.enum(reasons), count: id.optional(), weight: z.number().int() })),
  /** Other claims that the figure may make instead, the likeliest first: of which figures, how likely, and whether they come out. */
  rivals: z.array(
    z.strictObject({ shape: z.enum(shapes), figures: z.array(id), share: thousandths, holds: z.boolean() }),
  ),
  /** Figures of which one slip of the hand, undone, would make it come out. */
  mends: z.array(id),
});
export type BeliefTold = z.infer<typeof beliefSchema>;
