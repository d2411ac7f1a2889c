import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { firstOf, holdsAny, piecesOf, type Piece } from './pieces.js';
import { againstWords, quoted, type Asked } from './statement.js';

/** How far back an exception may stand, in pieces, and how far on. */
const [back, on] = [10, 5];

/** The text of a piece that is of one of its figures: before it from the figure before, and behind it to the next. */
function sidesOf({ text }: Asked, piece: Piece, level: Level): { before: string; behind: string } {
  const at = piece.levels.indexOf(level);
  return {
    before: text.slice(piece.levels[at - 1]?.end ?? piece.start, level.start),
    behind: text.slice(level.end, piece.levels[at + 1]?.start ?? piece.end),
  };
}

/** The figures of a piece that count those of whom it is not true: 不合格2批次, 1名工人骨折. */
function exceptionsIn(asked: Asked, piece: Piece, words: readonly string[]): Level[] {
  return piece.levels.filter((level) => {
    if (level.figure.kind !== 'count' || level.value <= 0 || level.role !== 'level') return false;
    const { before, behind } = sidesOf(asked, piece, level);
    const isLast = piece.levels.at(-1) === level;
    return holdsAny(words, before) || (isLast && holdsAny(words, behind));
  });
}

/** Whether a denial speaks of those that an exception was counted among. */
function isOfSame(
  asked: Asked,
  pieces: readonly Piece[],
  said: Piece,
  at: number,
  exception: Piece,
  found: Level,
  words: readonly string[],
): boolean {
  const { uniform } = asked.rules;
  const subject = said.text.slice(0, at);
  const own = asked.levels.findLast((it) => it.end <= said.start + at && it.measure === found.measure);
  const isTold = said.start > exception.start;
  const isSpread = holdsAny(uniform.scope, subject);
  if (!isTold) return isSpread && said.limb <= exception.limb;
  if (own && own !== found) {
    const home = pieces.find((it) => it.start <= own.start && own.end <= it.end);
    if (!home) return false;
    const { before, behind } = sidesOf(asked, home, own);
    if (!holdsAny(words, before + behind)) return holdsAny(uniform.totals, before);
  }
  return subject.length < 2 || isSpread;
}

/** 不合格2批次…合计130批次，全部合格: what is said of all, against a count of those of whom it is not true. */
export function exceptions(asked: Asked): Relation[] {
  const { groups, settled, elsewhen } = asked.rules.uniform;
  const pieces = piecesOf(asked);
  return pieces.flatMap((piece, i): Relation[] =>
    groups.flatMap((group): Relation[] => {
      const said = firstOf(group.said, piece.text);
      if (!said || holdsAny(settled, piece.text)) return [];
      const near = pieces.slice(Math.max(0, i - back), i + on + 1);
      for (const other of near) {
        if (other === piece || Math.abs(other.sentence - piece.sentence) > (other.start < piece.start ? 2 : 1))
          continue;
        const [found] = exceptionsIn(asked, other, group.exception);
        if (!found || holdsAny(group.said, other.text)) continue;
        const [from, to] = [Math.min(piece.start, other.start), Math.max(piece.end, other.end)];
        const between = pieces.filter((it) => it.start >= from && it.end <= to).map(({ text }) => text);
        const behind = pieces[pieces.indexOf(other) + 1];
        if (
          holdsAny(settled, between.join('')) ||
          (behind && behind.limb === other.limb && holdsAny(settled, behind.text))
        )
          continue;
        if (between.some((it) => it !== piece.text && holdsAny(elsewhen, it))) continue;
        if (!isOfSame(asked, pieces, piece, said.at, other, found, group.exception)) continue;
        const words = quoted(asked, piece.start + said.at, piece.start + said.at + said.word.length);
        return [againstWords('denied-figure', words, [found.figure], false, 'review')];
      }
      return [];
    }),
  );
}
