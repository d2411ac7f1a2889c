import type { Shape } from '../model/belief.js';
import type { Candidate } from './candidate.js';
import { intervalOf, meet, type Interval } from './interval.js';

/** Whether what operands make is what is stated; `near`: but for the last digit. */
export type Fit = 'fits' | 'near' | 'no';

/** What is only added is not cut off. */
const exact: ReadonlySet<Shape> = new Set(['run', 'difference', 'balance']);

export function fitOf({ shape, stated, operands, compute }: Candidate): {
  readonly fit: Fit;
  readonly computed: Interval;
  /** Whether it comes out with the numbers as they are printed, as if nothing were rounded but what is stated. */
  readonly exactly: boolean;
} {
  const computed = compute(operands.map(intervalOf));
  if (meet(stated, computed)) {
    const exactly = meet(stated, compute(operands.map(({ value }) => [value, value])));
    return { fit: 'fits', computed, exactly };
  }
  if (exact.has(shape)) return { fit: 'no', computed, exactly: false };
  const slack = (stated[1] - stated[0]) / 2;
  return { fit: meet([stated[0] - slack, stated[1] + slack], computed) ? 'near' : 'no', computed, exactly: false };
}
