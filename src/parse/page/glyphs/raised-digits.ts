import { lowered, raised } from '../../raised.js';
import type { Fragment } from './fragments.js';
import { prevailing } from './prevailing.js';

/** Raised and lowered digits are at most this large beside the line, and stand so far, in em of the line, above or below it. */
const largest = 0.85;
const leastRaised = 0.18;
const leastLowered = 0.07;
/** They follow or precede what they belong to within this many em. */
const mostApart = 0.5;
/** More digits are a figure in small print. */
const digits = /^\d{1,3}$/;

/** Share of an em below the baseline of level text. */
const below = 0.14;
const baseline = ({ bottom, size }: Fragment): number => bottom - below * size;

/** How digits that stand off the line are written; null for those on it. */
function offLine(fragments: readonly Fragment[], i: number, size: number): ((text: string) => string) | null {
  const it = fragments[i];
  if (!it || it.size > largest * size || !digits.test(it.text)) return null;
  const [before, after] = [fragments[i - 1], fragments[i + 1]];
  const near = (a?: Fragment, b?: Fragment): boolean =>
    a !== undefined && b !== undefined && b.left - a.right < mostApart * size;
  if (!near(before, it) && !near(it, after)) return null;
  const isMain = (other: Fragment): boolean => Math.abs(other.size - size) < 0.1 * size;
  const main = fragments.slice(0, i).findLast(isMain) ?? fragments.slice(i + 1).find(isMain);
  if (!main) return null;
  const rise = baseline(main) - baseline(it);
  if (rise > leastRaised * size) return raised;
  return -rise > leastLowered * size ? lowered : null;
}

/** The fragments of a level line, digits above or below it written so: the mark of a note behind 12.30 must not make it 12.301. */
export function withRaisedDigits(fragments: readonly Fragment[]): readonly Fragment[] {
  const first = fragments[0];
  if (!first || fragments.every((it) => it.size === first.size)) return fragments;
  const size = prevailing(fragments, (it) => it.size) ?? first.size;
  return fragments.map((it, i) => {
    const write = offLine(fragments, i, size);
    return write ? { ...it, text: write(it.text) } : it;
  });
}
