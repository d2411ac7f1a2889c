import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { firstOf, holdsAny, piecesOf, type Piece } from './pieces.js';
import { atMostOf, shared, type Asked } from './statement.js';

const check = 'subset-not-larger';

const kinds: ReadonlySet<string> = new Set(['money', 'count', 'dimension']);

const isPlain = (it: Level): boolean =>
  kinds.has(it.figure.kind) && (it.role === 'level' || it.role === 'prior') && it.bound === null;

/** The one figure of a measure whose name shares most with some words. */
function namedBy(levels: readonly Level[], words: string, least: number): Level | null {
  const rated = levels.map((it) => ({ it, rank: shared(it.name, words) })).sort((a, b) => b.rank - a.rank);
  const [first, second] = rated;
  return first && first.rank >= least && first.rank > (second?.rank ?? 0) ? first.it : null;
}

/** 拨付433万元，均来自当年接收款: all of a figure comes out of the one that is named. */
function wholly(asked: Asked, piece: Piece, before: Piece | undefined): Relation[] {
  const { from, open } = asked.rules.sources;
  const said = firstOf(from, piece.text);
  if (!said || piece.levels.some((it) => it.start > piece.start + said.at)) return [];
  const source = piece.text.slice(said.at + said.word.length);
  if (holdsAny(open, source)) return [];
  const own = piece.levels.length > 0 ? piece : before;
  const part = own?.limb === piece.limb ? own.levels.at(-1) : undefined;
  if (!part || !isPlain(part)) return [];
  const wholes = asked.levels.filter(
    (it) => it.at < part.at && it.measure === part.measure && isPlain(it) && it.sentence >= piece.sentence - 1,
  );
  const whole = namedBy(wholes, source, 1);
  return whole ? [atMostOf(check, part, whole, 'review')] : [];
}

/** 渔船433艘；渔船中，钢质渔船451艘: what is counted inside what was counted before. */
function inside(asked: Asked, piece: Piece, next: Piece | undefined): Relation[] {
  const last = piece.words.at(-1);
  if (!last || !isWord(last, 'inside') || last.end !== piece.end || piece.levels.length > 0) return [];
  if (next?.limb !== piece.limb || next.words.some((it) => isWord(it, 'besides', 'perUnit'))) return [];
  const [part] = next.levels;
  if (!part || !isPlain(part)) return [];
  const name = asked.text.slice(piece.start, last.start).replace(/[^\p{L}]/gu, '');
  const wholes = asked.levels.filter(
    (it) => it.end <= piece.start && it.measure === part.measure && isPlain(it) && it.sentence >= piece.sentence - 1,
  );
  const whole = namedBy(wholes, name, 1);
  const isWhole = whole !== null && shared(whole.name, name) >= Math.min(whole.name.length, name.length) - 1;
  return isWhole ? [atMostOf(check, part, whole, 'review')] : [];
}

/** Parts of a whole that words name, which are no larger than it. */
export function sources(asked: Asked): Relation[] {
  const pieces = piecesOf(asked);
  return pieces.flatMap((piece, i) => [...wholly(asked, piece, pieces[i - 1]), ...inside(asked, piece, pieces[i + 1])]);
}
