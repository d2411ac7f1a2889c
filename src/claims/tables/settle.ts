import type { Relation } from '../../model/relation.js';
import type { Figure, Severity } from '../../model/report.js';
import { fits, vote, type Frame, type Instance, type Voted } from './frame.js';
import { dense } from '../../model/dense.js';
import { cellKey } from '../../model/reading.js';
import { comparable } from './linear.js';
import { slips } from './slip.js';
import { isEntry, type Entry, type Sheet } from './sheet.js';
import { width } from '../interval.js';

/** Log-odds from which a frame is believed to be meant. */
const believed = 3;
/** From which what holds is told as well. */
const told = 6;

/** Whether what is left over stands at the same place of a line that the frame leaves out: a term that it lacks, no slip. */
function lacksTerm(sheet: Sheet, { claimant, operands, computed, place }: Instance): boolean {
  const gap = Math.abs(claimant.value - (computed[0] + computed[1]) / 2);
  const room = width(computed) / 2 + claimant.half + 1e-9 * Math.abs(claimant.value);
  return sheet.lines.some((line) => {
    const it = line.slots[place];
    if (!isEntry(it) || it === claimant || operands.includes(it) || !comparable(it, claimant)) return false;
    return Math.abs(Math.abs(it.value) - gap) <= room + it.half;
  });
}

/** Whether rounding that the figures do not show may be all: whole numbers of thousands or millions, a rate of amounts not printed in full. */
export function isTail({ kind }: Pick<Frame, 'kind'>, { claimant, operands, computed }: Instance): boolean {
  const gap = Math.abs(claimant.value - (computed[0] + computed[1]) / 2);
  const step = Number(claimant.figure.step);
  if (kind === 'product') return gap <= 1.5 * width(computed) + step;
  if (kind === 'quotient') return gap <= width(computed) / 2 + 2.5 * step;
  return (
    claimant.figure.kind === 'number' &&
    gap <= (operands.length + 1) * step * 1.001 &&
    Math.abs(claimant.value) >= 100 * step
  );
}

/** A change of figures that are rates themselves is printed as what one is less the other, beside rows that print its per cent. */
const isDifference = ({ claimant, operands: [a, b] }: Instance): boolean =>
  a !== undefined &&
  b !== undefined &&
  claimant.figure.kind === 'percent' &&
  Math.abs(Math.abs(a.value - b.value) - Math.abs(claimant.value)) <= claimant.half + a.half + b.half;

/** Whether what one place claims is printed at another, and the other way round: two figures changed places. */
const exchanged = (a: Instance, b: Instance): boolean =>
  a.claimant !== b.claimant && fits({ ...a, claimant: b.claimant }) && fits({ ...b, claimant: a.claimant });

/** Whether a column of kinds (currencies, types) names one for its row that no row names where the frame holds. */
function isOtherKind({ reading, way }: Sheet, { holding }: Voted, { claimant }: Instance): boolean {
  if (way === 'across') return false;
  const textAt = (row: number, col: number): string => dense(reading.cells.get(cellKey(row, col))?.text ?? '');
  const rows = holding.map((it) => it.claimant.row);
  return reading.columns.some((column) => {
    if (column.role !== 'text' && column.role !== 'empty') return false;
    const own = textAt(claimant.row, column.index);
    const others = rows.map((row) => textAt(row, column.index));
    const kinds = new Set(others);
    return own !== '' && !kinds.has(own) && kinds.size * 2 <= others.length;
  });
}

/** Whether a total of amounts lies between its terms, as an average does. */
export function isAmong({ claimant, operands, computed }: Instance): boolean {
  const values = operands.map((it) => it.value);
  const least = Math.min(...values);
  const added = values.reduce((a, b) => a + b, 0);
  if (values.length < 3 || least <= 0 || Math.abs(added - (computed[0] + computed[1]) / 2) > 1e-6 * added) return false;
  return (
    claimant.value >= least &&
    claimant.value <= Math.max(...values) &&
    !slips({ claimant, operands, computed, telling: true, blanks: 0 }, true)
  );
}

/** A change of percentages printed as a fraction, without their sign. */
function isFraction({ claimant, computed }: Instance): boolean {
  const off = Math.abs(100 * claimant.value - (computed[0] + computed[1]) / 2);
  return claimant.figure.kind === 'percent' && Math.abs(claimant.value) < 1 && off <= 51 * Number(claimant.figure.step);
}

/** Whether a line is added that prints nothing wherever the frame holds: it may be part of another. */
function addsUnshown({ lines }: Sheet, { holding }: Voted, { operands, place }: Instance): boolean {
  return lines.some((line) => {
    const it = line.slots[place];
    if (!isEntry(it) || it.value === 0 || !operands.includes(it)) return false;
    return holding.every(({ place: other }) => {
      const slot = line.slots[other];
      return !isEntry(slot) || slot.value === 0;
    });
  });
}

/** How many slips must have been made: one breaks what a figure is claimed to be and what is claimed of it in the next row. */
function causes(failing: readonly Instance[]): number {
  const groups: Set<Entry>[] = [];
  for (const it of failing) {
    const own = [
      it.claimant,
      ...it.operands,
      ...failing.flatMap((other) => (exchanged(it, other) ? [other.claimant] : [])),
    ];
    const group = groups.find((entries) => own.some((entry) => entries.has(entry)));
    if (group) for (const entry of own) group.add(entry);
    else groups.push(new Set(own));
  }
  return groups.length;
}

/** How grave a broken claim may be: by how many places show the frame and how many speak against it. */
function severityOf({ frame, score, holding, failing }: Voted, instance: Instance): Severity | null {
  const slip = slips(instance, frame.kind === 'sum');
  if (frame.open) return null;
  const held = holding.length + (frame.said ? 2 : frame.named ? 1 : 0) - 1;
  const odds = (held / causes(failing) ** 2) * (slip ? 3 : 1);
  if (odds >= 4 && score >= 8) return 'warning';
  return odds >= 1.9 ? 'review' : null;
}

/** Whether the place prints amounts in lines that print nothing where the frame holds: there the claimant has more terms. */
function hasMore(sheet: Sheet, { frame, holding }: Voted, { claimant, operands, place }: Instance): boolean {
  return sheet.lines.some((line) => {
    const it = line.slots[place];
    if (line.at === frame.line.at || line.role !== 'amount' || !isEntry(it) || it.value === 0) return false;
    if (it === claimant || operands.includes(it) || !comparable(it, claimant)) return false;
    const empty = holding.filter(({ place: other }) => {
      const slot = line.slots[other];
      return !isEntry(slot) || slot.value === 0;
    });
    return empty.length * 2 > holding.length;
  });
}

/** The lines that a frame relates: a = b + c, b = a − c and c = a − b are one claim. */
function linesOf({ frame, holding }: Voted): string {
  const [first] = holding;
  if (!first || frame.kind !== 'sum') return `${frame.kind} ${frame.line.at}`;
  const ats = [first.claimant, ...first.operands].map((it) => (frame.sheet.way === 'down' ? it.col : it.row));
  return `sum ${ats.sort((a, b) => a - b).join(' ')}`;
}

/** The best of each group, in the order of the groups. */
function bestBy(all: readonly Voted[], keyOf: (it: Voted) => string, better: (a: Voted, b: Voted) => boolean): Voted[] {
  const best = new Map<string, Voted>();
  for (const it of all) {
    const key = keyOf(it);
    const known = best.get(key);
    if (!known || better(it, known)) best.set(key, it);
  }
  return [...best.values()];
}

const byScore = (a: Voted, b: Voted): boolean => a.score > b.score;
const byWords = (a: Voted, b: Voted): boolean => a.frame.prior > b.frame.prior;

/** What a sheet's figures claim by the votes of its lines. */
export interface Settled {
  readonly relations: readonly Relation[];
  /** Figures that are what other figures of their lines make, by the way and the kind in which they are. */
  readonly explained: ReadonlyMap<Figure, ReadonlySet<Frame['kind']>>;
}

function explain(explained: Map<Figure, Set<Frame['kind']>>, { frame, holding }: Voted): void {
  for (const { claimant } of holding)
    explained.set(claimant.figure, (explained.get(claimant.figure) ?? new Set()).add(frame.kind));
}

/** Whether a figure is what others make in another way; that it fits its own row says nothing of the row before. */
const isExplained = (kinds: ReadonlySet<Frame['kind']> | undefined, { kind }: Frame): boolean =>
  kinds !== undefined && [...kinds].some((it) => (it === 'series') === (kind === 'series'));

/** Whether it holds by the digits printed alone, without what was cut off or rounded before. */
function isStrict({ claimant, computed, operands }: Instance): boolean {
  const gap = Math.abs(claimant.value - (computed[0] + computed[1]) / 2);
  const counts = [claimant, ...operands].every((it) => it.figure.kind === 'number' && Number.isInteger(it.value));
  const room = counts ? 0 : claimant.half + (computed[1] - computed[0]) / 2;
  return gap <= room + 1e-9 * Math.abs(claimant.value);
}

/** What holds, where the frame is beyond doubt; of claims without a kind of relation of their own the first speaks for all. */
function heldBy({ frame, score, holding }: Voted): Relation[] {
  if (score < told) return [];
  const all = holding.filter(isStrict).map((it): Relation => ({ ...frame.relation(it, true), most: 'info' }));
  return all[0]?.kind === 'words' ? all.slice(0, 1) : all;
}

/** What the frames of a sheet claim: what holds, and what its figures do not keep. */
export function settleFrames(sheet: Sheet, frames: Iterable<Frame>): Settled {
  const shown: Voted[] = [];
  const explained = new Map<Figure, Set<Frame['kind']>>();
  for (const frame of frames) {
    const it = vote(frame, sheet.places.length);
    if (it && it.score >= believed && frame.named === true) explain(explained, it);
    if (it && it.score >= believed && it.holding.length >= (frame.said ? 1 : 2)) shown.push(it);
  }
  for (const it of shown) explain(explained, it);
  const best = bestBy(
    bestBy(shown, ({ frame }) => `${frame.line.at} ${frame.kind}`, byScore),
    linesOf,
    byWords,
  );
  const relations = best.flatMap((it): Relation[] => [
    ...heldBy(it),
    ...it.failing.flatMap((instance): Relation[] => {
      const most =
        isExplained(explained.get(instance.claimant.figure), it.frame) || isExcused(sheet, it, instance)
          ? null
          : severityOf(it, instance);
      return most === null ? [] : [{ ...it.frame.relation(instance, false), most }];
    }),
  ]);
  return { relations, explained };
}

/** Whether a figure that does not fit may have its reasons all the same. */
function isExcused(sheet: Sheet, voted: Voted, instance: Instance): boolean {
  const { frame, blanksHeld } = voted;
  if (isTail(frame, instance) || (instance.blanks > 0 && blanksHeld === 0) || isOtherKind(sheet, voted, instance))
    return true;
  if (frame.kind !== 'sum') return isDifference(instance);
  return (
    isFraction(instance) ||
    isAmong(instance) ||
    hasMore(sheet, voted, instance) ||
    (!slips(instance, true) && (lacksTerm(sheet, instance) || addsUnshown(sheet, voted, instance)))
  );
}
