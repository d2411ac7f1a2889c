import type { Spot } from '../../model/description.js';
import { foldsOf } from './folds.js';
import { has, isAmount, isChange } from './places.js';

/** Members of a run. */
const most = 16;
/** Figures that one walk from a total passes. */
const reach = 40;
/** Figures of one clause or sentence of which each is of another column. */
const mostColumns = 3;

/** Away from a total: behind it, or before it. */
export type Step = 1 | -1;

/** Figures that may add up to a total. */
export interface Walk {
  readonly members: readonly Spot[];
  /** Figures of the measure that were passed over because a bracket sets them apart, or because they are changes. */
  readonly passed: number;
  /** Figures that were passed over because members are made of them. */
  readonly folded: number;
  /** Figures between the total and the run. */
  readonly skipped: number;
  /** Where each clause or sentence has several figures of the measure: which one of how many was taken. */
  readonly column?: { readonly by: Row; readonly at: number; readonly of: number };
}

/** Whether a run may begin, or end, with a figure that does not stand beside its total: where something is divided anew. */
function mayBegin(spots: readonly Spot[], total: Spot, it: Spot, step: Step): boolean {
  if (step === -1) return has(total, 'near', 'total', 'net');
  const before = spots[it.at - 1];
  return (
    !before ||
    before.phrase !== it.phrase ||
    has(it, 'clause', 'grounds', 'breakdown', 'ofwhich') ||
    has(it, 'before', 'grounds', 'breakdown', 'ofwhich')
  );
}

function* walk(spots: readonly Spot[], total: Spot, step: Step, skipped: number, folds: boolean): Generator<Walk> {
  const parts = foldsOf(spots);
  const members: Spot[] = [];
  let [passed, folded, left] = [0, 0, skipped];
  for (let at = total.at + step; at >= 0 && Math.abs(at - total.at) <= reach && members.length < most; at += step) {
    const it = spots[at];
    if (!it || Math.abs(it.sentence - total.sentence) > 2) return;
    if (!isAmount(it) || it.measure !== total.measure) continue;
    // what a bracket closes is not divided behind it
    if (step === 1 && it.depth < total.depth) return;
    const [first] = members;
    if ((first && it.depth > first.depth) || isChange(it)) {
      passed++;
      continue;
    }
    const whole = folds ? parts.get(it) : undefined;
    if (whole && whole !== total && whole !== parts.get(total)) {
      folded++;
      continue;
    }
    if (left-- > 0) continue;
    if (skipped > 0 && members.length === 0 && !mayBegin(spots, total, it, step)) return;
    members.push(it);
    // what repeats the total or says nothing beside it is no breakdown of it
    if (it.value === total.value) return;
    const told = members.length >= 2 && members.filter((member) => member.value !== 0).length >= 2;
    if (told && (!folds || folded > 0))
      yield { members: step === 1 ? [...members] : members.toReversed(), passed, folded, skipped };
  }
}

/**
 * Runs of figures of one measure that begin beside a total and go away from it, each longer by one. What stands in deeper brackets
 * or is a change is passed over; what a member is made of is in one reading, and is not in the other.
 */
export function* walks(spots: readonly Spot[], total: Spot, step: Step, skipped: number): Generator<Walk> {
  yield* walk(spots, total, step, skipped, false);
  yield* walk(spots, total, step, skipped, true);
}

const rows = ['clause', 'phrase', 'sentence'] as const;
type Row = (typeof rows)[number];

/** Columns of what stands in a row each: 决策20分得18.5分，过程20分得17分，…, as many figures of the measure in every clause. */
export function* columns(spots: readonly Spot[], total: Spot, step: Step): Generator<Walk> {
  for (const by of rows) {
    const found: Spot[][] = [];
    let row: Spot[] = [];
    for (let at = total.at + step; at >= 0 && Math.abs(at - total.at) <= reach; at += step) {
      const it = spots[at];
      if (!it || Math.abs(it.sentence - total.sentence) > (by === 'sentence' ? most : 1)) break;
      if (!isAmount(it) || it.measure !== total.measure || it[by] === total[by] || isChange(it)) continue;
      if (row[0] && row[0][by] !== it[by]) {
        found.push(row);
        row = [];
      }
      row.push(it);
    }
    if (row.length > 0) found.push(row);
    const of = found[0]?.length ?? 0;
    if (of < 2 || of > mostColumns) continue;
    const end = found.findIndex((it) => it.length !== of);
    const even = found.slice(0, Math.min(most, end === -1 ? most : end));
    if (even.length < 2) continue;
    for (let at = 0; at < of; at++) {
      const members = even.flatMap((it) => it[step === 1 ? at : of - 1 - at] ?? []);
      yield {
        members: step === 1 ? members : members.toReversed(),
        passed: 0,
        folded: 0,
        skipped: 0,
        column: { by, at, of },
      };
    }
  }
}
