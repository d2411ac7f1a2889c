import type { Relation } from '../../../model/relation.js';
import { isWord } from './line.js';
import { firstOf, holdsAny, piecesOf, type Piece } from './pieces.js';
import { atMostOf, type Asked } from './statement.js';

const check = 'extreme-of-series';

/** Which place a piece says that somebody holds. */
function placeIn({ rules: { ranks } }: Asked, piece: Piece): { place: number; at: number } | null {
  for (const [i, words] of [ranks.first, ranks.second, ranks.third].entries()) {
    const found = firstOf(words, piece.text);
    if (found) return { place: i + 1, at: found.at };
  }
  return null;
}

/** 我市18枚，A市22枚…我市位居首位: fewer than a place allows are ahead of the one who tells. */
export function ownRank(asked: Asked): Relation[] {
  const { rules, levels } = asked;
  return piecesOf(asked).flatMap((piece): Relation[] => {
    const said = placeIn(asked, piece);
    const self = said && rules.ranks.self.find((it) => piece.text.slice(0, said.at).trim() === it);
    if (!said || !self) return [];
    const sentence = [piece.sentence, piece.sentence - 1].find(
      (it) => levels.filter((one) => one.sentence === it && one.start < piece.start).length >= 3,
    );
    const near = levels.filter((it) => it.sentence === sentence && it.start < piece.start);
    const own = near.find(
      (it) => it.figure.kind === 'count' || it.figure.kind === 'money' || it.figure.kind === 'score',
    );
    if (!own || own !== near[0] || !asked.text.slice(Math.max(0, own.start - 20), own.start).includes(self)) return [];
    const between = asked.text.slice(Math.max(0, own.start - 20), piece.end);
    if (holdsAny(rules.ranks.growth, between)) return [];
    const words = asked.items.filter(
      (it) => it.sentence === sentence || (it.start >= piece.start && it.end <= piece.end),
    );
    if (words.some((it) => isWord(it, 'lessBetter', 'pace', 'prior', 'ascending'))) return [];
    const others = near.slice(1);
    if (others.some((it) => it.measure !== own.measure || it.role !== own.role || it.isTotal)) return [];
    const against = others.toSorted((a, b) => b.value - a.value)[said.place - 1];
    return against ? [atMostOf(check, against, own, 'review')] : [];
  });
}
