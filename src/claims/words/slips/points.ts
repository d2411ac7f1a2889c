import type { Spot, Track } from '../../../model/description.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Slips } from '../../../rulebook/slips.js';

/** How many figures back the two may stand whose difference a figure is. */
const farthest = 5;

const isPercent = ({ figure }: Spot, { percent }: Slips): boolean =>
  figure.kind === 'percent' && figure.unit === percent;
const moves = ({ words }: Spot): boolean => words.lead.has('up') || words.lead.has('down');
const isPrior = ({ words }: Spot): boolean =>
  ['prior', 'from', 'compare'].some((it) => words.lead.has(it as 'prior') || words.clause.has(it as 'prior'));

/** Whether a number is what two others make, as far as their digits say. */
const fits = (stated: Spot, made: number, slack: number): boolean =>
  Math.abs(stated.value - made) <= stated.half + slack + 1e-9;

/** Whether a change fits its unit, or only the other one; null where its digits fit both or neither. */
function holdsAs(change: Spot, current: Spot, prior: Spot, slips: Slips, inPercent: boolean): boolean | null {
  const sign = change.words.lead.has('down') ? -1 : 1;
  const difference = sign * (current.value - prior.value);
  const growth = (100 * difference) / prior.value;
  const slack = (100 * (current.half + prior.half * (1 + Math.abs(growth) / 100))) / prior.value;
  const [asPoints, asGrowth] = [isPercent(current, slips) && fits(change, difference, 0), fits(change, growth, slack)];
  if (asPoints === asGrowth || (!asPoints && isPercent(current, slips))) return null;
  return inPercent ? asGrowth : asPoints;
}

/**
 * 由61.2%升到63.7%，升2.5%: the difference of two percentages is told in points, as a percentage it would be another number; and a
 * change of amounts is told as a percentage, not in points.
 */
export function points(tracks: readonly Track[], slips: Slips): WordsRelation[] {
  return tracks.flatMap(({ spots }) =>
    spots.flatMap((change, at): WordsRelation[] => {
      const inPoints = change.figure.kind === 'percent' && change.figure.unitText.includes(slips.points.slice(-2));
      const inPercent = isPercent(change, slips) && !inPoints;
      if ((!inPoints && !inPercent) || !moves(change)) return [];
      const before = spots.slice(Math.max(0, at - farthest), at).filter((it) => it.sentence === change.sentence);
      const amounts = before.filter(
        (it) => isPercent(it, slips) || it.figure.kind === 'money' || it.figure.kind === 'count',
      );
      const [first, second] = amounts.slice(-2);
      if (!first || !second || first.measure !== second.measure || first.value <= 0 || second.value <= 0) return [];
      // the rates of other things between say that the change is of them
      if (!isPercent(first, slips) && before.some((it) => it.figure.kind === 'percent')) return [];
      const [prior, current] = isPrior(second) && !isPrior(first) ? [second, first] : [first, second];
      const holds = isPrior(prior) ? holdsAs(change, current, prior, slips, inPercent) : null;
      if (holds === null) return [];
      const wanted = `${change.figure.number ?? ''}${inPercent ? slips.points : slips.percent}`;
      const against = [current.figure, prior.figure];
      return [
        { kind: 'words', check: 'points-and-percent', doubt: null, words: change.figure, holds, wanted, against },
      ];
    }),
  );
}
