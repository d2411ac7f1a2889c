import { absolute, add, compare, decimal, isZero, toShortText, zero, type Decimal } from '../../model/decimal.js';
import { groupedBy } from '../../model/grouped.js';
import { isMisprint } from '../../model/misprint.js';
import { balance, closes, printed, sameMeasure, type Term } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { blankCell } from './blank-cell.js';
import { laneOf, type Entry } from './lane.js';
import { passesOver } from './passed-over.js';
import { scoreColumnsOf } from './scores.js';
import { isCompleteSequence, ordinalOf } from './sequence.js';
import { leavesOf, partsBy, structuresOf, type Structure } from './total-structures.js';

/** 减：减值准备 is taken off. */
const deducted = /^减[:：]/;

/** Whether anything in the rows says that some are parts of others. */
const flat = (rows: readonly Entry[]): boolean => rows.every((it) => it.level === null && it.code === '');

/** 一、 三、 八、: numbered upwards from the first; rows that print nothing are not in the lane. */
const inSequence = (rows: readonly Entry[]): boolean => {
  const ordinals = rows.map((it) => ordinalOf(it.label));
  return ordinals[0] === 1 && ordinals.every((it, i) => it !== null && it > (ordinals[i - 1] ?? 0));
};

const ownTotal = /^(?:本年)?(?:收入|支出)?(?:合计|总计|共计)$/;

interface Candidate {
  readonly row: number;
  readonly total: Figure;
  readonly structure: Structure;
  /** The same in every column that reads the total row in this way. */
  readonly key: string;
  readonly terms: readonly Term[];
  /** The rows that print a part. */
  readonly parts: readonly number[];
  readonly holds: boolean;
  /** What is left over, without its sign. */
  readonly residual: string;
  /** It does not hold, and what is left over is one wrong digit, two exchanged, or one amount in another unit. */
  readonly slip: boolean;
  /** The words alone say what is added. */
  readonly certain: boolean;
  /** What is left over is what stands below the one row that is printed blank. */
  readonly blank: boolean;
}

const nonZero = (terms: readonly Term[]): number => terms.filter(({ figure }) => !isZero(amountOf(figure))).length;

/** Amounts whose unit nothing tells may be rounded (百万元 in a heading that was not read): whole numbers off by a few prove nothing. */
const mayBeRounded = (total: Figure, residual: Decimal, count: number): boolean =>
  total.kind === 'number' && compare(absolute(residual), decimal(count + 1)) <= 0;

const amountOf = (figure: Figure): Decimal => printed(figure)?.value ?? zero;

/** Whether a difference is the amounts below the one coded row that prints none itself: 类 blank, its 款 and 项 printed. */
function isBelowBlank(lane: readonly Entry[], rows: readonly Entry[], residual: Decimal): boolean {
  const [blank, ...more] = rows.filter((it) => it.figure === null);
  if (!blank || more.length > 0) return false;
  const below = lane.filter((it) => it.figure && it !== blank && it.code.startsWith(blank.code));
  const sum = leavesOf(below).reduce((left, { figure }) => add(left, figure ? amountOf(figure) : zero), zero);
  return !isZero(residual) && compare(absolute(sum), absolute(residual)) === 0;
}

/** Whether a total lies between its parts, as an average of them does. */
function isAmong({ total, terms }: Candidate): boolean {
  const [whole, parts] = [amountOf(total), terms.map(({ figure }) => amountOf(figure))];
  return (
    parts.every((it) => compare(it, zero) > 0) &&
    parts.some((it) => compare(it, whole) <= 0) &&
    parts.some((it) => compare(it, whole) >= 0)
  );
}

/** Whether a column prints averages of its rows (次均费用): no total of it is their sum, and those that differ lie between them. */
const areAverages = (candidates: readonly Candidate[]): boolean =>
  candidates.every((it) => !it.holds && !it.slip && isAmong(it));

function rowsAdded(reading: TableReading, column: number): Candidate[] {
  const lane = laneOf(reading, column);
  const mixed = lane.some((it) => it.role === 'of-which' || it.role === 'subtotal' || deducted.test(it.label));
  return lane.flatMap((entry, at): Candidate[] => {
    const total = entry.figure;
    if (total === null) return [];
    return structuresOf(entry).flatMap((structure): Candidate[] => {
      const rows = partsBy(structure, lane, at);
      const stated = rows.filter((it) => it.figure && sameMeasure(it.figure, total));
      const terms = stated.flatMap(({ figure, label }): Term[] =>
        figure ? [{ figure, weight: deducted.test(label) ? -1 : 1 }] : [],
      );
      const it = terms.length < 2 ? null : balance(total, terms);
      if (it === null || (!closes(it) && mayBeRounded(total, it.residual, terms.length))) return [];
      const holds = closes(it);
      const amounts = [total, ...terms.map((term) => term.figure)].map(amountOf);
      const slip = !holds && isMisprint(it, amounts);
      const listed = structure === 'highest' && inSequence(rows);
      const coded = structure === 'highest' && rows.every((row) => row.code !== '');
      const plain = (structure === 'all' && flat(rows) && rows.length >= 3) || listed || coded;
      const gap = passesOver(reading, column, lane, rows, stated);
      const said = plain && !gap && !mixed && (coded || ownTotal.test(entry.label));
      const complete = listed && said && isCompleteSequence(reading, entry.row, column);
      const key = [entry.row, structure, entry.label, rows[0]?.label].join(' ');
      return [
        {
          row: entry.row,
          total,
          structure,
          key,
          terms,
          parts: stated.map((part) => part.row),
          holds,
          residual: toShortText(absolute(it.residual)),
          slip,
          certain: said && (slip || complete),
          blank: structure === 'highest' && coded && isBelowBlank(lane, rows, it.residual),
        },
      ];
    });
  });
}

/** What the totals of a column may add; nothing where it prints averages. */
function candidatesIn(reading: TableReading, column: number): Candidate[] {
  const candidates = rowsAdded(reading, column);
  return areAverages(candidates) ? [] : candidates;
}

const relation = ({ total, terms }: Candidate, doubt: Doubt | null): SumRelation => ({
  kind: 'sum',
  check: 'table-total',
  doubt,
  total,
  terms,
  complete: true,
});

interface Votes {
  holding: number;
  failing: number;
  /** What columns that fail have left over; the same twice is a row that was not read. */
  readonly residuals: string[];
  /** Rows that a column which holds adds up. */
  readonly rows: Set<number>;
}

/** How many columns show that a total row is read rightly, and how many speak against it. */
function votesOf(candidates: readonly Candidate[]): ReadonlyMap<string, Readonly<Votes>> {
  const votes = new Map<string, Votes>();
  for (const it of candidates) {
    const known = votes.get(it.key) ?? { holding: 0, failing: 0, residuals: [], rows: new Set() };
    votes.set(it.key, known);
    if (!it.holds) {
      known.failing++;
      known.residuals.push(it.residual);
    } else if (nonZero(it.terms) >= 2) {
      known.holding++;
      for (const row of it.parts) known.rows.add(row);
    }
  }
  return votes;
}

/** Two columns that lack the same amount have lost a row in reading, or repeat one error: nobody can tell. */
const lostRow: Doubt = {
  status: 'ambiguous',
  reason: 'several columns lack the same amount: a row may not have been read',
};
const lacksTheSame = (it: Candidate, votes: Readonly<Votes> | undefined): boolean =>
  (votes?.residuals.filter((residual) => residual === it.residual).length ?? 0) > 1;

/** Wrong figures are rare: where several columns differ, or a row is added that no column which holds prints, the reading is wrong. */
function isShown(it: Candidate, votes: Readonly<Votes> | undefined): boolean {
  if (!votes || votes.holding === 0) return false;
  const rare = votes.failing === 1 || votes.holding >= 3 * votes.failing;
  return it.slip || (rare && it.parts.every((row) => votes.rows.has(row)));
}

/** The only column of at least three in which a level of codes or numbers does not add up, though another level does: a row of it is blank or wrong. */
const isOdd = ({ structure }: Candidate, votes: Readonly<Votes> | undefined): boolean =>
  (structure === 'highest' || structure === 'leaves') && votes?.failing === 1 && votes.holding >= 2;

/**
 * Total rows with the rows that they add up. Which rows those are is shown by the columns in which the sum holds:
 * a column that then differs is wrong. In a table without levels, subtotals and 其中 the words themselves say it,
 * and a difference of one slip of the hand confirms them.
 */
export function columnTotalsIn(reading: TableReading): SumRelation[] {
  const scores = scoreColumnsOf(reading);
  const lanes = reading.columns
    .filter((column) => column.role === 'amount' && !scores.has(column))
    .map((column) => candidatesIn(reading, column.index));
  const votes = votesOf(lanes.flat());
  const holding = (it: Candidate): number => votes.get(it.key)?.holding ?? 0;
  const supported = (it: Candidate): boolean => isShown(it, votes.get(it.key));
  return lanes.flatMap((candidates) => {
    return [...groupedBy(candidates, (it) => it.row).values()].flatMap((own): SumRelation[] => {
      const holds = own.find((it) => it.holds);
      const blank = own.find((it) => it.blank);
      if (blank) return [relation(blank, blankCell), ...(holds ? [relation(holds, null)] : [])];
      if (holds)
        return [holds, ...own.filter((it) => !it.holds && isOdd(it, votes.get(it.key)))].map((it) =>
          relation(it, null),
        );
      const [best] = own.filter(supported).sort((a, b) => holding(b) - holding(a));
      const claimed = best ?? own.find((it) => it.certain);
      return claimed ? [relation(claimed, lacksTheSame(claimed, votes.get(claimed.key)) ? lostRow : null)] : [];
    });
  });
}
