import { absolute, decimal, multiply, subtract, toText } from '../../../model/decimal.js';
import type { EqualRelation } from '../../../model/relation.js';
import type { Figure, Severity } from '../../../model/report.js';
import type { Statement } from '../../../model/statement.js';
import { ByDigits, isBare, nearMisses, writingsOf } from '../alike/by-digits.js';
import { ofFrames } from '../alike/frames.js';
import type { Known } from '../alike/known.js';
import { Names, ofPlaces, ofTimes } from '../alike/likeness.js';
import { significant, tellingOf } from '../alike/slip-between.js';

/** How often a publisher prints a figure wrong, as log-odds. */
const error = Math.log(0.02);
/** What it says against a slip that both numbers are printed more than once under such names. */
const bothTwice = -2.5;
/** What it says that other figures make one of the two and nothing the other, and that they make both. */
const oneMade = 1.5;
const bothMade = -2;
const worth: readonly (readonly [odds: number, severity: Severity])[] = [
  [10, 'warning'],
  [0.5, 'review'],
];
/** Log-odds of names from which equal numbers of so many digits are taken for one fact told twice. */
const certain = 1.5;
const digitsOfRepeated = 4;

/** A document in which more facts than these seem to differ from themselves tells of two times or places by one name. */
const mostBroken = 4;

type Likeness = (a: Statement, b: Statement) => number;

/** A whole number without a unit in running text is as often a name (“315”) as it is a number. */
const isName = ({ figure, cell, step }: Statement): boolean => cell === null && figure.kind === 'number' && step === 1;
const isHeld = (it: Statement): boolean => it.sort !== 'change' && !isName(it);

/** A cell without a unit read in that of a figure which the words make its equal: 6.84 beside 8.64亿千瓦时. */
function inUnitOf(it: Statement, like: Statement): Figure {
  const { figure } = it;
  const scale = Number(like.figure.value) / Number(like.figure.number);
  if (!isBare(it) || isBare(like) || figure.number === null || !(scale > 0) || figure.step === null) return figure;
  const { unit, unitText } = like.figure;
  const scaled = (decimals: string): string => toText(multiply(decimal(decimals), decimal(String(scale))));
  return { ...figure, kind: like.figure.kind, unit, unitText, value: scaled(figure.value), step: scaled(figure.step) };
}

const equal = (first: Statement, second: Statement): EqualRelation => ({
  kind: 'equal',
  check: 'like-named',
  doubt: null,
  left: inUnitOf(first, second),
  right: inUnitOf(second, first),
});

const differenceOf = ({ left, right }: EqualRelation): string =>
  toText(absolute(subtract(decimal(left.value), decimal(right.value))));

/** Figures that state again what was stated under a name so like that chance has no part in it, each with the first of them. */
function repeated(held: readonly Statement[], index: ByDigits, likeness: Likeness): EqualRelation[] {
  return held.flatMap((it): EqualRelation[] => {
    for (const [of, digits] of writingsOf(it)) {
      if (significant(digits.text).length < digitsOfRepeated) continue;
      const isFirst = (other: Statement): boolean =>
        other.at < it.at &&
        other.paragraph !== it.paragraph &&
        !(other.cell && it.cell) &&
        other.half === it.half &&
        likeness(it, other) >= certain;
      const first = index.like(of, digits).find(isFirst);
      if (first) return [equal(first, it)];
    }
    return [];
  });
}

/** Figures that seem to state one fact and differ by one slip of the hand. `year`: that of the document. */
export function echoes(statements: readonly Statement[], year: number, known: Known): EqualRelation[] {
  const held = statements.filter(isHeld);
  const names = new Names(statements);
  const index = new ByDigits(held);
  const likeness = (a: Statement, b: Statement): number =>
    (a.sort === 'rate') !== (b.sort === 'rate')
      ? -Infinity
      : names.ofNames(a, b) + ofTimes(a, b, year) + ofPlaces(a, b);
  /** Whether its number is printed elsewhere under a name as like as that. */
  const isPrintedTwice = (it: Statement, than: number): boolean => {
    return writingsOf(it).some(([of, digits]) =>
      index.like(of, digits).some((other) => other !== it && likeness(it, other) >= than),
    );
  };
  const unjudged = held.filter(({ figure }) => !known.isJudged(figure));
  const broken = new Map<string, { readonly logOdds: number; readonly relation: EqualRelation }>();
  const seen = new Set<string>();
  for (const { a, b, slip } of nearMisses(held, index)) {
    const key = a.at < b.at ? `${a.at} ${b.at}` : `${b.at} ${a.at}`;
    if (seen.size === seen.add(key).size) continue;
    const like = likeness(a, b);
    let logOdds = like + error + tellingOf(slip);
    if (logOdds < Math.log(0.0001)) continue;
    logOdds += ofFrames(statements, a, b);
    const made = [a, b].filter(({ figure }) => known.isConfirmed(figure)).length;
    logOdds += made === 2 ? bothMade : made * oneMade;
    if (isPrintedTwice(a, like) && isPrintedTwice(b, like)) logOdds += bothTwice;
    const most = worth.find(([least]) => Math.exp(logOdds) >= least)?.[1];
    const [first, second] = a.at < b.at ? [a, b] : [b, a];
    const relation = equal(first, second);
    const difference = differenceOf(relation);
    if (!most || [a, b].some(({ figure }) => known.differsBy(figure, difference))) continue;
    // two numbers that each stand several times are told apart once
    const numbers = `${relation.left.value} ${relation.right.value}`;
    if ((broken.get(numbers)?.logOdds ?? -Infinity) < logOdds)
      broken.set(numbers, { logOdds, relation: { ...relation, most } });
  }
  const told = broken.size > mostBroken ? [] : [...broken.values()].map(({ relation }) => relation);
  return [...repeated(unjudged, index, likeness), ...told];
}
