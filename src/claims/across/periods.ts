import type { AtMostRelation, SumRelation } from '../../model/relation.js';
import type { Statement } from '../../model/statement.js';
import type { Naming } from '../../rulebook/naming.js';
import { monthsOf, type Months } from './spans.js';
import { partsOfTotal } from './parts-of-total.js';

/** One thing at different times of one year. */
interface Timed {
  readonly it: Statement;
  readonly months: Months;
}

/** Characters from which a name is more than a verb: 已支付. */
const leastName = 4;
/** Parts of a year beyond these are a table set as text. */
const mostTimes = 16;
/** What runs up over a year is not what stood at a day of it. */
const isFlow = (it: Statement): boolean =>
  it.sort === 'level' && it.cell === null && it.when.span !== 'end' && !it.words.has('closing');
const runs = ({ apart }: Statement): boolean => apart.has('cumulative');
/** Kinds of words that tell nothing but the time. */
const ofTime: ReadonlySet<string> = new Set(['cumulative', 'month', 'regular']);

const nameOf = (it: Statement, year: number): string =>
  [it.name, it.measure, it.when.year ?? year, ...[...it.apart].filter((kind) => !ofTime.has(kind)).sort()].join(' ');

/** What has several numbers at one time goes by a name that is not its own. */
const isOneThing = (all: readonly Timed[]): boolean =>
  all.every((a) => all.every((b) => String(a.months) !== String(b.months) || a.it.value === b.it.value));

function timed(statements: readonly Statement[], year: number): Timed[][] {
  const groups = new Map<string, Timed[]>();
  for (const it of statements) {
    if (it.isBorrowed || it.name.length < leastName || !(isFlow(it) || (it.sort === 'level' && runs(it)))) continue;
    const months = monthsOf(it.when, runs(it));
    if (!months) continue;
    const key = nameOf(it, year);
    const known = groups.get(key);
    if (known) known.push({ it, months });
    else groups.set(key, [{ it, months }]);
  }
  return [...groups.values()].filter((it) => it.length > 1 && it.length <= mostTimes && isOneThing(it));
}

const lengthOf = ([from, to]: Months): number => to - from + 1;

/** The times that together are a longer one, each following on the one before. */
function partsOf({ it: whole, months: [from, to] }: Timed, all: readonly Timed[]): Timed[] | null {
  const parts: Timed[] = [];
  let next = from;
  while (next <= to) {
    const found = all.filter(
      ({ it, months }) => it !== whole && months[0] === next && months[1] <= to && lengthOf(months) < to - from + 1,
    );
    const [only] = found;
    if (!only || found.some(({ it, months }) => it.value !== only.it.value || months[1] !== only.months[1]))
      return null;
    parts.push(only);
    next = only.months[1] + 1;
  }
  return parts.length > 1 ? parts : null;
}

/** A year or a part of it that its own parts do not make, each told apart: 1—11月, 12月 and 全年. */
export function sumsOverTime(statements: readonly Statement[], year: number): SumRelation[] {
  return timed(statements, year).flatMap((all) =>
    all.flatMap((whole): SumRelation[] => {
      const parts = partsOf(whole, all);
      if (!parts || parts.every(({ it }) => it.sentence === whole.it.sentence)) return [];
      return [
        partsOfTotal(
          whole.it,
          parts.map(({ it }) => it),
          'warning',
        ),
      ];
    }),
  );
}

/** What had run up by an earlier time and is more than what had by a later one. */
export function runningOver(
  statements: readonly Statement[],
  { shrinking }: Pick<Naming, 'shrinking'>,
  year: number,
): AtMostRelation[] {
  const growing = statements.filter(({ name }) => !shrinking.some((it) => name.includes(it)));
  return timed(growing, year).flatMap((all) =>
    all.flatMap((lesser) =>
      all.flatMap((greater): AtMostRelation[] => {
        const [a, b] = [lesser.months, greater.months];
        const within = a[0] === b[0] && a[1] < b[1] && lesser.it.sentence !== greater.it.sentence;
        if (!within) return [];
        return [
          {
            kind: 'at-most',
            check: 'running-total',
            doubt: null,
            lesser: lesser.it.figure,
            greater: greater.it.figure,
            most: 'review',
          },
        ];
      }),
    ),
  );
}
