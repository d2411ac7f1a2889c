import type { Spot, Track } from '../../model/description.js';
import type { ProductRelation } from '../../model/relation.js';

/** A row's figures stand no more clauses apart. */
const mostClauses = 3;
/** How many figures behind the last row the sums of its columns may stand. */
const mostBehind = 6;
/** How often a price by the month, the quarter or the day goes into what is paid. */
const rounds: Readonly<Record<string, readonly number[]>> = {
  'duration month': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'duration quarter': [1, 2, 3, 4],
  'duration day': [1, 30, 360, 365, 366],
};

/** A count, a price and what they come to, told one like the others: 80岁以上1,246人，每人每月50元，全年74.76万元. */
interface Row {
  readonly count: Spot;
  readonly price: Spot;
  readonly total: Spot;
  /** How the figures are ordered, and what they measure: rows that are told alike share it. */
  readonly form: string;
}

const isPlain = (it: Spot): boolean => it.each.length === 0 && it.value > 0;
const slackOf = (it: Spot): number => Math.max(it.half, it.step / 2);

/** The row that a price is in: the count of what it is paid for and the amount nearest to it in its phrase. */
function rowOf(spots: readonly Spot[], price: Spot): Row | null {
  const [thing, ...more] = price.each.filter((it) => !it.measure.startsWith('duration'));
  if (!price.dimension.startsWith('money') || !thing || thing.size !== 1 || more.length > 0) return null;
  const near = (measure: string): Spot | undefined =>
    spots
      .slice(Math.max(0, price.at - 2), price.at + 3)
      .filter((it) => it.measure === measure && it.phrase === price.phrase && isPlain(it))
      .filter((it) => Math.abs(it.clause - price.clause) <= mostClauses)
      .sort((a, b) => Math.abs(a.at - price.at) - Math.abs(b.at - price.at) || a.at - b.at)[0];
  const [count, total] = [near(thing.measure), near(price.dimension)];
  if (!count || !total) return null;
  const order = [count, price, total].map((it) => it.at - Math.min(count.at, price.at, total.at)).join(' ');
  return { count, price, total, form: `${price.measure} ${order}` };
}

/** The rounds by which a row comes out. */
function roundsOf({ count, price, total }: Row): readonly number[] {
  const pace = price.each.find((it) => it.measure.startsWith('duration'))?.measure ?? '';
  return (rounds[pace] ?? [1]).filter(
    (round) => Math.abs(count.value * price.value * round - total.value) <= slackOf(total) + price.value * count.half,
  );
}

/** Whether a total is told as those of the other rows are: 实际结算2.3万元 among 共7.2万元 is another thing. */
function isToldLike(total: Spot, rows: readonly Row[]): boolean {
  const others = rows.filter((it) => it.total !== total);
  return [...total.words.near.keys()].every((it) => others.some((row) => row.total.words.near.has(it)));
}

/** Whether a sum printed behind the rows holds once one of their figures is another, and does not hold as it is. */
function mends(spots: readonly Spot[], column: readonly Spot[], wrong: Spot, right: number): boolean {
  const last = Math.max(...column.map((it) => it.at));
  const first = Math.min(...column.map((it) => it.at));
  const sum = column.reduce((made, it) => made + it.value, 0);
  const slack = column.reduce((made, it) => made + slackOf(it), 0);
  const beside = [
    ...spots.slice(Math.max(0, first - mostBehind), first),
    ...spots.slice(last + 1, last + 1 + mostBehind),
  ];
  return beside.some(
    (it) =>
      it.measure === wrong.measure &&
      Math.abs(it.value - sum) > slack + slackOf(it) &&
      Math.abs(it.value - (sum - wrong.value + right)) <= slack + slackOf(it),
  );
}

/** Of rows told alike the one that does not come out where two others do, by as many rounds as they, or whose repair mends the sum behind them. */
export function productRows(tracks: readonly Track[]): ProductRelation[] {
  return tracks.flatMap(({ spots }) => {
    const byForm = new Map<string, Row[]>();
    for (const price of spots) {
      const row = price.each.length > 0 ? rowOf(spots, price) : null;
      if (!row) continue;
      const rows = byForm.get(row.form);
      if (rows) rows.push(row);
      else byForm.set(row.form, [row]);
    }
    return [...byForm.values()].flatMap((rows) => brokenOf(rows, spots));
  });
}

function brokenOf(rows: readonly Row[], spots: readonly Spot[]): ProductRelation[] {
  const comeOut = rows.map(roundsOf);
  const votes = new Map<number, number>();
  for (const round of comeOut.flat()) votes.set(round, (votes.get(round) ?? 0) + 1);
  const [times = 1, holding = 0] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const broken = rows.flatMap((row, i) => (comeOut[i]?.includes(times) ? [] : [{ row, others: comeOut[i] ?? [] }]));
  const [only, ...more] = broken;
  if (holding < 2 || !only || more.length > 0) return [];
  const { count, price, total } = only.row;
  if (!isToldLike(total, rows)) return [];
  const isMended =
    mends(
      spots,
      rows.map((it) => it.total),
      total,
      count.value * price.value * times,
    ) ||
    mends(
      spots,
      rows.map((it) => it.count),
      count,
      total.value / (price.value * times),
    );
  // paid for another number of months: a row of its own
  if (only.others.length > 0 && !isMended) return [];
  return [
    {
      kind: 'product',
      check: 'unit-price',
      doubt: null,
      total: total.figure,
      factors: [price.figure, count.figure],
      times,
      most: 'review',
    },
  ];
}
