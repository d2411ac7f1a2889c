import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { half } from './nearness.js';
import { firstOf, holdsAny, piecesOf, type Piece } from './pieces.js';
import { leadOf, orderOf, type Asked } from './statement.js';

const isPlain = (it: Level): boolean => it.role === 'level' && it.figure.kind !== 'percent' && it.bound === null;

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** 仍是河口|领先: a name begins or ends what is said, or the other way round. */
const isCalled = (said: string, name: string): boolean =>
  said.length >= 2 && name.length >= 2 && (said.endsWith(name) || name.startsWith(said) || name.endsWith(said));

/** Whether two figures lie as far apart as a third says. */
const isApart = (a: Level, b: Level, by: Level): boolean =>
  a.measure === b.measure &&
  a.measure === by.measure &&
  a.value !== b.value &&
  Math.abs(Math.abs(a.value - b.value) - by.value) <= half(a) + half(b) + half(by) + 1e-9 * Math.abs(a.value);

function leadIn(asked: Asked, piece: Piece): Relation[] {
  const { leads } = asked.rules;
  const [by] = piece.levels;
  if (!by || piece.levels.length > 1) return [];
  const head = asked.text.slice(piece.start, by.start);
  const ahead = firstOf(leads.ahead, head);
  const said = ahead ?? firstOf(leads.behind, head);
  if (!said || holdsAny(leads.skip, head)) return [];
  if (piece.words.some((it) => isWord(it, 'future', 'negation', 'prior'))) return [];
  const near = asked.levels.filter((it) => it.end <= piece.start && it.sentence === piece.sentence && isPlain(it));
  const [first, second] = [head.slice(0, said.at), head.slice(said.at + said.word.length)].map(bare);
  const called = (name: string | undefined): Level[] =>
    near.filter((it) => isCalled(name ?? '', bare(leadOf(asked, it))));
  const pair = called(first)
    .flatMap((one) => called(second).map((other) => ({ one, other })))
    .findLast(({ one, other }) => one !== other && isApart(one, other, by));
  if (!pair) return [];
  return [orderOf('stated-direction', pair.one, pair.other, ahead ? 'greater' : 'less', said.word, 'review')];
}

/** 河口1.46亿元，柳营1.64亿元，河口领先柳营0.18亿元: who is ahead, where two named figures lie as far apart as printed. */
export const leads = (asked: Asked): Relation[] => piecesOf(asked).flatMap((piece) => leadIn(asked, piece));
