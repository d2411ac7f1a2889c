import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { isSpelled, percentOf } from './in-words.js';
import { firstOf, piecesOf, type Piece } from './pieces.js';
import { againstWords, quoted, shared, type Asked } from './statement.js';

const kinds: ReadonlySet<string> = new Set(['money', 'count', 'dimension']);

const isPlain = (it: Level): boolean => kinds.has(it.figure.kind) && it.role === 'level';

/** The one figure that a name is of. */
function named(levels: readonly Level[], name: string): Level | null {
  const rated = levels
    .map((it) => ({ it, rank: it.name.endsWith(name) ? 99 : shared(it.name, name) }))
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = rated;
  return first && first.rank > 0 && first.rank > (second?.rank ?? 0) ? first.it : null;
}

/** The figures that 铁路与水运, 后两项 name. */
function termsOf({ rules }: Asked, names: string, levels: readonly Level[], current: Level): Level[] | null {
  const { join, later } = rules.sums;
  if (later.some((it) => names.endsWith(it))) {
    const run = levels.filter((it) => it.at > current.at).slice(0, 2);
    return run.length === 2 && levels.indexOf(run[1] ?? current) === levels.indexOf(current) + 2 ? run : null;
  }
  const by = join.find((it) => names.includes(it));
  if (by === undefined) return null;
  const list = names.split(new RegExp(`[${join.join('')}]`, 'u')).map((it) => it.replace(/[^\p{L}]/gu, ''));
  if (list.length < 2 || list.some((it) => it.length < 2)) return null;
  const found = list.map((it) =>
    named(
      levels.filter((one) => one !== current),
      it,
    ),
  );
  const terms = found.filter((it): it is Level => it !== null);
  return terms.length === list.length && new Set(terms).size === terms.length ? terms : null;
}

/** What a piece speaks of: what its head names, else what was told right before. */
function currentOf({ levels }: Asked, piece: Piece, head: string, near: readonly Level[]): Level | null {
  const subject = head.replace(/[^\p{L}]/gu, '');
  if (piece.levels.length > 0) return null;
  if (subject.length >= 2) return named(near, subject);
  const last = levels.findLast((it) => it.end <= piece.start);
  return last && piece.start - last.end <= 1 && isPlain(last) ? last : null;
}

/** 公路8,642万吨，超过铁路与水运之和: a figure against what others make together. */
export function sumsCompared(asked: Asked): Relation[] {
  const { levels, rules, text } = asked;
  return piecesOf(asked).flatMap((piece): Relation[] => {
    const sum = firstOf(rules.sums.sum, piece.text);
    const word = piece.words.find((it) => isWord(it, 'greater', 'less'));
    if (!sum || !word) return [];
    if (piece.words.some((it) => isWord(it, 'up', 'down', 'prior', 'future', 'negation', 'pace'))) return [];
    const near = levels.filter((it) => Math.abs(it.sentence - piece.sentence) <= 1 && isPlain(it));
    const subjectEnd = word.start < piece.start + sum.at ? word.start : piece.start;
    const current = currentOf(asked, piece, text.slice(piece.start, subjectEnd), near);
    if (!current) return [];
    const same = near.filter((it) => it.measure === current.measure);
    const behindWord = piece.text.slice(word.end - piece.start, sum.at);
    const before = piece.text.slice(0, sum.at);
    if (word.end > piece.start + sum.at)
      return scaled(asked, piece, word.end, current, termsOf(asked, before, same, current), isWord(word, 'greater'));
    const terms = termsOf(asked, behindWord, same, current);
    return scaled(asked, piece, piece.start + sum.at, current, terms, isWord(word, 'greater'));
  });
}

/** A figure against a sum, or against the share of it that words behind it name. */
function scaled(
  asked: Asked,
  piece: Piece,
  from: number,
  current: Level,
  terms: Level[] | null,
  isMore: boolean,
): Relation[] {
  if (!terms) return [];
  const share = asked.figures.find((it) => it.start >= from && it.end <= piece.end && isSpelled(it));
  const percent = share ? percentOf(share) : 100;
  if (percent === null) return [];
  const sum = (terms.reduce((all, it) => all + it.value, 0) * percent) / 100;
  const room = terms.reduce((all, it) => all + it.step / 2, current.step / 2) + (share ? sum * 0.01 : 0);
  const apart = current.value - sum;
  const holds = isMore ? apart > -room : apart < room;
  const against = [current, ...terms].map((it) => it.figure);
  return [againstWords('share-in-words', quoted(asked, piece.start, piece.end), against, holds, 'review')];
}
