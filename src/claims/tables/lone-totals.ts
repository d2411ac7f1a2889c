import type { Relation } from '../../model/relation.js';
import { fits, type Frame, type Instance } from './frame.js';
import { sumFrame, type Term } from './linear.js';
import { isAmong, isTail } from './settle.js';
import { slips } from './slip.js';
import { isEntry, type Line, type Sheet } from './sheet.js';
import { adds, setsOf, waysToAdd } from './totals.js';

/** Whether one of the terms was left out: all that is left over is its amount. The largest may be what the others are part of. */
function leavesOut({ claimant, operands, computed }: Instance): boolean {
  const gap = (computed[0] + computed[1]) / 2 - claimant.value;
  const room = (computed[1] - computed[0]) / 2 + claimant.half;
  const values = operands.map((it) => it.value);
  const left = values.filter((it) => Math.abs(gap - it) <= room);
  return gap > room && values.length >= 4 && left.length === 1 && left[0] !== Math.max(...values);
}

/** The amount again in another line, as its heading or its only part; or once more in the sum, whose lines then hold each other. */
function repeats(lines: readonly Line[], line: Line, { claimant, computed, place }: Instance): boolean {
  const middle = (computed[0] + computed[1]) / 2;
  const again = lines.some((it) => {
    const slot = it.slots[place];
    return it !== line && isEntry(slot) && slot.value === claimant.value;
  });
  return again || Math.abs(middle - 2 * claimant.value) <= 1e-9 * Math.abs(middle);
}

const fewest = 3;
/** How far a total may be off, of its size, where only its place and name say what it adds. */
const nearby = 0.2;

/** Whether what the terms make is printed as another total of the same lines, or the total is near it and nothing nests. */
function isMeant(
  lines: readonly Line[],
  line: Line,
  set: readonly Line[],
  { claimant, computed, place }: Instance,
): boolean {
  const middle = (computed[0] + computed[1]) / 2;
  const others = lines.filter((it) => it !== line && !set.includes(it));
  const again = others.some((it) => {
    const slot = it.slots[place];
    return (
      it.total &&
      isEntry(slot) &&
      slot.grain * 99 <= slot.value &&
      Math.abs(slot.value - middle) <= slot.half + 1e-9 * middle
    );
  });
  const flat = others.length === 0 && set.every((it) => !it.total && !it.ofWhich && it.group === '');
  return (
    again ||
    (flat &&
      set.length >= 4 &&
      new Set(set.map((it) => it.level)).size <= 1 &&
      Math.abs(claimant.value - middle) <= nearby * middle)
  );
}

/**
 * Totals by name that no way of adding reaches, in tables with one or two columns to add: words alone say what is added. They are
 * told where one slip of the hand, or one term left out, is all that parts the two, or where nothing else could be meant.
 */
export function loneTotals(sheet: Sheet): Relation[] {
  if (sheet.way !== 'across' || sheet.lines.length > 120) return [];
  const lines = sheet.lines.filter((it) => it.role === 'amount' && it.slots.some(isEntry));
  const places = sheet.places.flatMap((it, place) => (adds(it) && it.role === 'amount' ? [place] : []));
  return lines.flatMap((line): Relation[] => {
    if (line.words.head !== 'total') return [];
    const sets = setsOf(lines, line).flatMap((set) => waysToAdd(set).map((terms) => ({ set, terms })));
    const ways = sets.map(({ terms }) => sumFrame(sheet, line, terms, 0));
    // where a place shows what is added, it has voted already
    if (places.some((place) => ways.some((it) => holds(it, place)))) return [];
    const failing = places.flatMap((place): Relation[] => {
      const read = sets.flatMap(({ set, terms }) => {
        const it = instanceAt(sheet, line, terms, place);
        return it ? [{ set, terms, it }] : [];
      });
      if (
        read.length === 0 ||
        read.some(({ it }) => fits(it) || isTail({ kind: 'sum' }, it) || isAmong(it) || repeats(lines, line, it))
      )
        return [];
      const meant =
        read.find(({ it }) => slips(it, true)) ??
        read.find(({ it }) => leavesOut(it)) ??
        read.find(({ set, it }) => set.length >= fewest && isMeant(lines, line, set, it));
      return meant ? [{ ...sumFrame(sheet, line, meant.terms, 0).relation(meant.it, false), most: 'review' }] : [];
    });
    return failing.length === 1 && places.length <= 2 ? failing : [];
  });
}

function holds(frame: Frame, place: number): boolean {
  const it = frame.at(place);
  return it !== null && it.telling && fits(it);
}

function instanceAt(sheet: Sheet, line: Line, terms: readonly Term[], place: number): Instance | null {
  const it = sumFrame(sheet, line, terms, 0).at(place);
  const open = it === null || !it.telling || it.blanks > 0 || it.claimant.figure.kind === 'percent';
  return open || (sheet.inForm && it.claimant.figure.kind === 'score') ? null : { ...it, place };
}
