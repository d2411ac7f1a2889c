import {
  absolute,
  compare,
  decimal,
  isZero,
  parseDecimal,
  toShortText,
  zero,
  type Decimal,
} from '../../model/decimal.js';
import { isDigitSlip } from '../../model/misprint.js';
import { balance, closes, sameMeasure, type Term } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { laneOf, type Entry } from './lane.js';
import { scoreColumnsOf } from './scores.js';
import { partsBy, structures, type Structure } from './total-structures.js';

/** 减：减值准备 is taken off. */
const deducted = /^减[:：]/;

/** Whether anything in the rows says that some are parts of others. */
const flat = (rows: readonly Entry[]): boolean => rows.every((it) => it.level === null && it.code === '');

/** 一、 二、 三、 one after the other: none is left out. */
const inSequence = (rows: readonly Entry[]): boolean =>
  rows.every(({ label }, i) => label.startsWith(`${'一二三四五六七八九十'[i] ?? ''}、`) && i < 10);

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
  /** What is left over is one wrong digit or two exchanged. */
  readonly slip: boolean;
  readonly certain: boolean;
}

const nonZero = (terms: readonly Term[]): number =>
  terms.filter(({ figure }) => !isZero(parseDecimal(figure.value) ?? zero)).length;

/** Amounts whose unit nothing tells may be rounded (百万元 in a heading that was not read): whole numbers off by a few prove nothing. */
const mayBeRounded = (total: Figure, residual: Decimal, count: number): boolean =>
  total.kind === 'number' && compare(absolute(residual), decimal(count + 1)) <= 0;

function candidatesIn(lane: readonly Entry[]): Candidate[] {
  const mixed = lane.some((it) => it.role === 'of-which' || it.role === 'subtotal' || deducted.test(it.label));
  return lane.flatMap((entry, at): Candidate[] => {
    const total = entry.figure;
    if (entry.role !== 'total' || total === null) return [];
    return structures.flatMap((structure): Candidate[] => {
      const rows = partsBy(structure, lane, at);
      const printed = rows.filter((it) => it.figure && sameMeasure(it.figure, total));
      const terms = printed.flatMap(({ figure, label }): Term[] =>
        figure ? [{ figure, weight: deducted.test(label) ? -1 : 1 }] : [],
      );
      const it = terms.length < 2 ? null : balance(total, terms);
      if (it === null || (!closes(it) && mayBeRounded(total, it.residual, terms.length))) return [];
      const slip = isDigitSlip(it.residual);
      const plain = (structure === 'all' && flat(rows)) || (structure === 'highest' && inSequence(rows));
      const said = plain && !mixed && rows.length >= 3 && ownTotal.test(entry.label);
      const key = [entry.row, structure, entry.label, rows[0]?.label].join(' ');
      return [
        {
          row: entry.row,
          total,
          structure,
          key,
          terms,
          parts: printed.map((part) => part.row),
          holds: closes(it),
          residual: toShortText(absolute(it.residual)),
          slip,
          certain: said && slip,
        },
      ];
    });
  });
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

/**
 * Total rows with the rows that they add up. Which rows those are is shown by the columns in which the sum holds:
 * a column that then differs is wrong. In a table without levels, subtotals and 其中 the words themselves say it,
 * and a difference of one slip of the hand confirms them.
 */
export function columnTotalsIn(reading: TableReading): SumRelation[] {
  const scores = scoreColumnsOf(reading);
  const lanes = reading.columns
    .filter((column) => column.role === 'amount' && !scores.has(column))
    .map((column) => candidatesIn(laneOf(reading, column.index)));
  const votes = votesOf(lanes.flat());
  const holding = (it: Candidate): number => votes.get(it.key)?.holding ?? 0;
  const supported = (it: Candidate): boolean => isShown(it, votes.get(it.key));
  return lanes.flatMap((candidates) => {
    const rows = [...new Set(candidates.map((it) => it.row))];
    return rows.flatMap((row): SumRelation[] => {
      const own = candidates.filter((it) => it.row === row);
      const holds = own.find((it) => it.holds);
      if (holds) return [relation(holds, null)];
      const [best] = own.filter(supported).sort((a, b) => holding(b) - holding(a));
      const claimed = best ?? own.find((it) => it.certain);
      return claimed ? [relation(claimed, lacksTheSame(claimed, votes.get(claimed.key)) ? lostRow : null)] : [];
    });
  });
}
