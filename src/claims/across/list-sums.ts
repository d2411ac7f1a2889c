import { groupedBy } from '../../model/grouped.js';
import type { SumRelation } from '../../model/relation.js';
import type { Heading, Severity } from '../../model/report.js';
import type { Statement } from '../../model/statement.js';
import { around } from './alike/around.js';
import { Names, ofTimes } from './alike/likeness.js';
import { partLists, type PartList } from './lists.js';
import { nearMiss } from './alike/near-miss.js';
import { digitsOf, significant, slipsOf } from './alike/slip-between.js';
import { partsOfTotal } from './parts-of-total.js';

/** Log-odds by hand, as those of likeness. */
const odds = {
  /** A figure and parts of its measure, names unseen. */
  start: -5,
  shared: 1.3,
  mostShared: 5,
  missing: -0.3,
  whole: 1,
  /** Words that open a division before the first part. */
  divides: 2.5,
  /** Parts that stand right behind the paragraph of the figure. */
  next: { sentence: 1, paragraph: 2, title: 3 },
  /** The parts stand under a title that is the name of the figure. */
  titled: 2.5,
  /** Words behind the figure say that parts follow, and the parts stand right behind its paragraph. */
  opens: 2,
  /** A figure called a total stands right behind parts of which each has a paragraph. */
  totals: 7,
  /** Three parts or more, each in a paragraph of its own. */
  several: 1,
  /** All parts are called what it is called: 甲镇受益, 乙镇受益. */
  common: 5,
  /** For each part beyond two, up to a limit: long lists are seldom a choice. */
  more: 0.3,
  mostMore: 1,
  /** Two figures make a sum by chance more easily than more do. */
  two: -4,
  /** Weights, areas and lengths of things that differ are told side by side and never added. */
  ofThings: -2,
  /** Other parts make it. */
  divided: 2.5,
  /** Other parts of like sum differ from it too. */
  otherSum: 4,
  /** A publisher errs. */
  error: Math.log(0.02),
  slip: Math.log(0.35),
} as const;

const worth: readonly (readonly [odds: number, severity: Severity])[] = [
  [10, 'warning'],
  [0.5, 'review'],
];
/** Figures either way of a list among which its total is looked for. */
const mostWholes = 200;
/** A total of fewer digits is met by chance. */
const leastDigits = 3;

interface Summed extends PartList {
  readonly sum: number;
  readonly slack: number;
}

const add = (list: PartList): Summed => ({
  ...list,
  sum: list.parts.reduce((sum, it) => sum + it.value, 0),
  slack: list.parts.reduce((sum, it) => sum + it.half, 0),
});

const meets = (whole: Statement, { sum, slack }: Summed): boolean =>
  Math.abs(whole.value - sum) <= whole.half + slack + 1e-9 * whole.value;

/** Grain of floating numbers aside. */
const valueKey = ({ measure, value }: Pick<Statement, 'measure' | 'value'>): string =>
  `${measure} ${value.toPrecision(10)}`;

/** How telling it is that one slip parts a total from the sum; null where none does. */
function tellingOf(whole: Statement, { sum, slack, parts }: Summed): number | null {
  const digits = digitsOf(whole);
  if (!digits || significant(digits.text).length < leastDigits) return null;
  const unit = 10 ** digits.exponent;
  const own = nearMiss(whole, sum, slack, leastDigits);
  if (own !== null) return own;
  const room = Math.max(whole.half + slack, unit / 2);
  const size = 9 * 10 ** (digits.text.length - 1);
  const said = significant(digits.text).length;
  const width = Math.max(1, (2 * room) / unit);
  for (const part of parts) {
    const its = digitsOf(part);
    if (!its) continue;
    const itsUnit = 10 ** its.exponent;
    const wanted = whole.value - (sum - part.value);
    const mends = slipsOf(its.text).some(({ text }) => Math.abs(Number(text) * itsUnit - wanted) <= room);
    if (mends) return odds.slip - Math.log(Math.min(1, (10 * said * parts.length * width) / size));
  }
  return null;
}

/** Whether a figure is called a total and stands in the paragraph behind the last part. */
function totals(whole: Statement, { parts }: PartList): boolean {
  const last = parts.at(-1);
  return last !== undefined && whole.words.has('total') && whole.paragraph === last.paragraph + 1;
}

/** What all parts are called: 受益 of 甲镇受益, 乙镇受益. */
const commonOf = ({ parts: [first, ...more] }: PartList): string[] =>
  [...(first?.terms ?? [])].filter((it) => more.every((part) => part.terms.has(it)));

/** Whether three parts or more are all called what the whole is. */
const sharesName = (whole: Statement, list: PartList): boolean =>
  list.parts.length > 2 && commonOf(list).some((it) => whole.terms.has(it));

function linkOf(whole: Statement, list: Summed, names: Names): number {
  const [first] = list.parts;
  const isTotal = list.by === 'paragraph' && totals(whole, list);
  if (!first || (whole.isBorrowed && !isTotal)) return -Infinity;
  let shared = 0;
  let missing = 0;
  for (const it of whole.terms) {
    if (list.about.has(it)) shared += names.rarity(it);
    else missing++;
  }
  let sum =
    odds.start +
    odds.shared * Math.min(shared, odds.mostShared) +
    odds.missing * Math.min(missing, whole.opens ? 2 : 6);
  if (commonOf(list).some((it) => whole.terms.has(it))) sum += odds.common;
  if (missing === 0 && whole.terms.size > 0) sum += odds.whole;
  if (['breakdown', 'grounds', 'ofwhich'].some((it) => first.words.has(it as never))) sum += odds.divides;
  if (first.figure.kind === 'dimension' && first.measure !== 'people') sum += odds.ofThings;
  sum += Math.min(odds.mostMore, odds.more * (list.parts.length - 2));
  if (whole.name === first.title && whole.figure.heading !== first.figure.heading) sum += odds.titled;
  if (isTotal) sum += odds.totals;
  else if (list.parts.length === 2 && list.by !== 'title') sum += odds.two;
  if (whole.paragraph < first.paragraph && whole.paragraph >= first.paragraph - 2) {
    sum += odds.next[list.by];
    if (list.by !== 'sentence' && whole.opens) sum += odds.opens;
    if (list.by !== 'sentence' && list.parts.length > 2) sum += odds.several;
  }
  return sum;
}

/** Totals that parts told elsewhere do not make, by one slip. `year`: that of the document. */
export function listSums(statements: readonly Statement[], headings: readonly Heading[], year: number): SumRelation[] {
  const names = new Names(statements);
  const byMeasure = groupedBy(
    statements.filter(({ sort }) => sort === 'level' || sort === 'base'),
    ({ measure }) => measure,
  );
  const printed = new Set(statements.map(valueKey));
  const near = ({ parts: [first] }: PartList): readonly Statement[] =>
    first ? around(byMeasure.get(first.measure) ?? [], first.at, mostWholes) : [];
  const lists = [...partLists(statements, headings)].map(add);
  const closing = new Set<Statement>();
  const open = lists.filter((list) => {
    const inside = list.parts.some((it) => Math.abs(2 * it.value - list.sum) <= it.half + list.slack);
    const wholes = near(list).filter((it) => !list.parts.includes(it) && meets(it, list));
    for (const it of wholes) closing.add(it);
    return wholes.length === 0 && !inside;
  });
  return open.flatMap((list): SumRelation[] => {
    const [first] = list.parts;
    if (!first) return [];
    let best: { whole: Statement; logOdds: number } | null = null;
    for (const whole of near(list)) {
      if (whole.cell || list.parts.includes(whole) || whole.sentence === first.sentence) continue;
      if (list.parts.some((it) => it.value >= whole.value)) continue;
      // numbers alone accuse nothing
      if (!sharesName(whole, list) && [whole, ...list.parts].every((it) => it.words.size === 0)) continue;
      // a part told apart from the others, and no slip
      if (printed.has(valueKey({ measure: first.measure, value: Math.abs(whole.value - list.sum) }))) continue;
      const telling = tellingOf(whole, list);
      if (telling === null) continue;
      const twins = open.filter(
        (other) =>
          Math.abs(other.sum - list.sum) <= list.slack + other.slack &&
          !other.parts.some((it) => list.parts.includes(it)),
      );
      const logOdds =
        linkOf(whole, list, names) +
        ofTimes(whole, first, year) +
        telling +
        odds.error +
        (closing.has(whole) ? odds.divided : 0) +
        odds.otherSum * Math.min(2, twins.length);
      if (!best || logOdds > best.logOdds) best = { whole, logOdds };
    }
    const most = best && worth.find(([least]) => Math.exp(best.logOdds) >= least)?.[1];
    if (!best || !most) return [];
    return [partsOfTotal(best.whole, list.parts, most)];
  });
}
