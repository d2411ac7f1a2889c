import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { firstOf, holdsAny, piecesOf, type Piece } from './pieces.js';
import { asRule, atMostOf, shared, type Asked } from './statement.js';

const check = 'claimed-target';

const isBound = (it: Level): boolean =>
  it.role === 'cap' || it.role === 'floor' || (it.bound !== null && it.role !== 'change');

/** What was measured may be held against what is allowed: alike, and no rule itself. */
const isMeasured =
  (bar: Level) =>
  (it: Level): boolean =>
    it !== bar && it.measure === bar.measure && it.role === 'level' && it.bound === null && !it.isTotal;

/** The list that stands nearest to a verdict, its figures following each other without others of another measure. */
function listOf(levels: readonly Level[], bar: Level, piece: Piece): Level[] {
  const near = levels.filter((it) => it.end <= piece.end && it.sentence >= piece.sentence - 1);
  const last = near.findLast(isMeasured(bar));
  if (!last) return [];
  const run = [last];
  for (const it of near.slice(0, near.indexOf(last)).toReversed()) {
    if (!isMeasured(bar)(it) || it.sentence !== last.sentence) break;
    run.unshift(it);
  }
  return run;
}

/** 不得超过50分贝…46、48、53分贝，无一超标: what is said to keep to the one bound that is printed, against the figures that do not. */
export function limits(asked: Asked): Relation[] {
  const { compliant } = asked.rules;
  return piecesOf(asked).flatMap((piece): Relation[] => {
    const every = firstOf(compliant.every, piece.text);
    const one = firstOf(compliant.one, piece.text);
    const said = every ?? one;
    if (!said || piece.text.length - said.at - said.word.length > 2) return [];
    const around = asked.text.slice(Math.max(piece.start - 1, 0), piece.start + said.at);
    if (holdsAny(compliant.partly, every ? around.slice(1) : around)) return [];
    const near = asked.levels.filter((it) => it.end <= piece.end && it.sentence >= piece.sentence - 2);
    const bars = near.filter(isBound);
    const [bar] = bars;
    if (!bar || bars.length > 1 || bar.start >= piece.start) return [];
    const list = listOf(asked.levels, bar, piece);
    const isList = every !== null && list.length > 1;
    const last = list.at(-1);
    if (!last || (!isList && near.at(-1) !== last)) return [];
    const isNamed = bar.name.length >= 2 && last.name.length >= 2 && shared(bar.name, last.name) >= 2;
    if (!isList && !isNamed) return [];
    const isMost = bar.bound === 'most' || (bar.bound === null && bar.role === 'cap');
    return (isList ? list : [last]).map((it) =>
      isMost ? atMostOf(check, it, asRule(bar), 'review') : atMostOf(check, asRule(bar), it, 'review'),
    );
  });
}
