import { meet, width, type Interval } from '../interval.js';
import type { Relation } from '../../model/relation.js';
import type { Entry, Line, Sheet } from './sheet.js';

/** What a frame says of one place of its claimant line. */
export interface Instance {
  readonly place: number;
  /** The figure that the others make up. */
  readonly claimant: Entry;
  readonly operands: readonly Entry[];
  /** What they make, in the unit of the claimant. */
  readonly computed: Interval;
  /** Whether its holding says anything: a sum of one amount holds in any frame. */
  readonly telling: boolean;
  /** Operands printed blank and taken for nothing. */
  readonly blanks: number;
}

/** The same, before its place is told. */
export type Said = Omit<Instance, 'place'>;

/** A way in which the figures of one line may follow from others at every place: c = a + b, c = a ÷ b. */
export interface Frame {
  readonly sheet: Sheet;
  /** The line whose figures are claimed. */
  readonly line: Pick<Line, 'at'>;
  /** Frames of one kind for one line exclude each other. */
  readonly kind: 'sum' | 'quotient' | 'product' | 'series';
  /** Log-odds that the frame is meant before any figure is looked at: what words and places say, less what was tried beside it. */
  readonly prior: number;
  /** The words of its line say that it is claimed. */
  readonly named?: boolean;
  /** The words of its terms say how each is counted: added, taken off, opening and outflow. One place that holds is enough. */
  readonly said?: boolean;
  /** The table says that its figures follow from others that it does not print. */
  readonly open?: boolean;
  /** What it says at a place; null where it says nothing. */
  readonly at: (place: number) => Said | null;
  /** The claim at a place as arithmetic judges it. */
  readonly relation: (instance: Said, holds: boolean) => Relation;
}

export interface Voted {
  readonly frame: Frame;
  /** Log-odds that it is meant. */
  readonly score: number;
  readonly holding: readonly Instance[];
  readonly failing: readonly Instance[];
  /** How many of those that hold took a blank for nothing. */
  readonly blanksHeld: number;
}

/** What the figures of a place add, at most. */
const mostSaid = 9;
/** Log-odds of a figure that is printed wrong, or of a row to which the frame does not apply. */
const wrong = Math.log(0.03);
/** Room around the last digit that computed figures are cut off or forced to fit in. */
const near = 2;

/** How likely a figure that means something else would be met all the same. */
function chanceOf({ claimant, computed }: Said): number {
  const size = Math.max(Math.abs(claimant.value), claimant.grain, 1e-12);
  const room = Math.max(claimant.grain, 2 * claimant.half) + Math.min(width(computed), size);
  return Math.min(0.5, Math.max(1e-5, room / size));
}

/** Whether an instance holds, or nearly: one unit in the last place of what was computed is a tail. */
export function fits({ claimant, computed }: Said): boolean {
  const slack = claimant.half * near;
  return meet([claimant.value - slack, claimant.value + slack], computed);
}

/** Lets every place of a frame vote; null as soon as those against it are too many, or too few are left to show it. */
export function vote(frame: Frame, places: number): Voted | null {
  const least = frame.said || frame.named ? 1 : 2;
  let score = frame.prior;
  const holding: Instance[] = [];
  const failing: Instance[] = [];
  let blanksHeld = 0;
  const met = new Set<string>();
  for (let place = 0; place < places; place++) {
    if (holding.length + places - place < least) return null;
    const it = frame.at(place);
    if (!it) continue;
    if (!fits(it)) {
      failing.push({ ...it, place });
      score += wrong;
      if (failing.length > 3 && failing.length > holding.length) return null;
    } else if (it.telling) {
      const figures = `${it.claimant.value} ${it.operands.map((entry) => entry.value).join(' ')}`;
      if (met.has(figures)) continue;
      met.add(figures);
      holding.push({ ...it, place });
      score += Math.min(mostSaid, Math.log(0.97 / chanceOf(it)));
      if (it.blanks > 0) blanksHeld++;
    }
  }
  return { frame, score, holding, failing, blanksHeld };
}
