import type { EqualRelation } from '../../../model/relation.js';
import type { Severity } from '../../../model/report.js';
import type { Statement } from '../../../model/statement.js';
import { isMadeOf } from '../alike/made-of.js';
import { isFar, isTold, namesSomething, ofReference, type Reference } from './reference-odds.js';
import { printAlike, slipApart } from '../alike/slip-apart.js';
import { tellingOf, type Slip } from '../alike/slip-between.js';

/** Figures before a reference among which what it refers to is looked for. */
const mostBefore = 80;
/** A document in which more references than these seem to miss what they refer to counts on, in footers or a form. */
const mostMissed = 4;

const worth: readonly (readonly [odds: number, severity: Severity])[] = [
  [12, 'warning'],
  [0.6, 'review'],
];
/** Digits from which two exchanged tell that a figure was told before, though no word does. */
const leastUntold = 4;
/** Digits from which one that is wrong tells more than counting on does, where nothing points back. */
const leastOfOneWrong = 4;
const isHeld = ({ sort, cell, figure: { kind } }: Statement): boolean =>
  sort !== 'change' &&
  sort !== 'rate' &&
  cell === null &&
  (kind === 'count' || kind === 'money' || kind === 'dimension');

/** 张 and 张床位 count one thing. */
function comparable(a: Statement, b: Statement): boolean {
  if (a.measure === b.measure) return true;
  if (a.figure.kind !== 'count' || b.figure.kind !== 'count') return false;
  const [own, other] = [a.figure.unit ?? '', b.figure.unit ?? ''];
  return own !== '' && other !== '' && (own.startsWith(other) || other.startsWith(own));
}

/** What one slip parts a reference from, of the figures before it, and that slip. */
function* missed({ it, again, before }: Reference): Generator<{ readonly to: Statement; readonly slip: Slip }> {
  for (const to of before) {
    const slip = slipApart(to, it);
    if (!slip || slip.digits < 2) continue;
    if (!isTold(again) && (slip.kind !== 'swap' || slip.digits < leastUntold)) continue;
    if (slip.kind === 'digit' && slip.digits < leastOfOneWrong && !again.marks.has('pointed')) continue;
    yield { to, slip };
  }
}

/** Figures that refer back to one that was told before (这13个村, 建成的42座公厕) and are one slip off it. `year`: that of the document. */
export function referred(statements: readonly Statement[], year: number): EqualRelation[] {
  const held = statements.filter(isHeld);
  const found = held.flatMap((it, i): EqualRelation[] => {
    const { again } = it;
    if (!again || !namesSomething(again)) return [];
    const before = held.slice(Math.max(0, i - mostBefore), i).filter((other) => comparable(it, other));
    const referring = { it, again, before };
    const near = [...missed(referring)];
    if (near.length === 0) return [];
    const alike = statements
      .slice(Math.max(0, it.at - mostBefore), it.at + mostBefore)
      .filter((other) => other !== it && comparable(it, other) && printAlike(it, other));
    if (alike.some((other) => !isFar(it, other))) return [];
    const [best] = near
      .filter(({ to }) => alike.length === 0 || !isFar(it, to))
      .map(({ to, slip }) => ({ to, logOdds: ofReference(referring, to, year) + tellingOf(slip) }))
      .sort((a, b) => b.logOdds - a.logOdds);
    const most = worth.find(([least]) => best && Math.exp(best.logOdds) >= least)?.[1];
    if (!best || !most || isMadeOf(it, before)) return [];
    return [{ kind: 'equal', check: 'like-named', doubt: null, left: best.to.figure, right: it.figure, most }];
  });
  return found.length > mostMissed ? [] : found;
}
