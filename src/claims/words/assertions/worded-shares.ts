import type { Exhibit, Relation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { holdsAny, piecesOf, type Piece } from './pieces.js';
import { isSpelled, percentOf } from './in-words.js';
import { againstWords, leadOf, quoted, shared, type Asked } from './statement.js';

const check = 'share-in-words';

/** A share in words: what it is of a hundred at least and at most. */
interface Told {
  readonly words: Exhibit | Figure;
  readonly start: number;
  readonly end: number;
  readonly least: number;
  readonly most: number;
}

/** The worth of a tenth, of what words round to, and of a last digit. */
const [tenth, loose, tail] = [10, 6, 0.5];

function rangeOf(percent: number, approx: string | null, isMore: boolean): [number, number] {
  if (isMore) return [percent - tail, percent + tenth + tail];
  if (approx === 'over' || approx === 'gte' || approx === 'gt') return [percent - tail, 100];
  if (approx === 'nearly') return [percent - tenth, percent + tail];
  if (approx === 'lte' || approx === 'lt') return [0, percent + tail];
  return [percent - loose, percent + loose];
}

/** Shares in words that end a piece, words that say how nearly passed over. */
function toldIn(asked: Asked, piece: Piece): Told[] {
  const { rules, text } = asked;
  const { more, nearTail, halved } = rules.shares;
  const isEnd = (end: number): boolean => {
    const rest = text.slice(end, piece.end);
    return rest === '' || more.includes(rest) || nearTail.includes(rest);
  };
  const spelled = asked.figures
    .filter((it) => it.start >= piece.start && it.end <= piece.end && isSpelled(it) && isEnd(it.end))
    .flatMap((it): Told[] => {
      const percent = percentOf(it);
      if (percent === null) return [];
      const isMore = more.includes(text.slice(it.end, piece.end));
      const [least, most] = rangeOf(percent, it.approx, isMore);
      return [{ words: it, start: it.start, end: it.end, least, most }];
    });
  const word = halved.find((it) => piece.text.endsWith(it));
  if (spelled.length > 0 || word === undefined) return spelled;
  const start = piece.end - word.length;
  return [{ words: quoted(asked, start, piece.end), start, end: piece.end, least: 50 - tail, most: 100 }];
}

/** What may be a part or a whole. */
const kinds: ReadonlySet<string> = new Set(['money', 'count', 'dimension']);

const isPlain = (it: Level): boolean => kinds.has(it.figure.kind) && it.role === 'level' && it.value > 0;

/** Those whose names share most with some words, where one holds the other; none where no name does. */
function named(asked: Asked, levels: readonly Level[], words: string): Level[] {
  const rated = levels.flatMap((it) => {
    const name = strip(leadOf(asked, it), asked.rules.shares.generic);
    const isHeld = name.length >= 2 && (words.includes(name) || name.includes(words));
    return isHeld ? [{ it, rank: shared(name, words) }] : [];
  });
  const best = Math.max(0, ...rated.map(({ rank }) => rank));
  return rated.filter(({ rank }) => rank === best).map(({ it }) => it);
}

/** The figures that a share in words may be of: its parts and, where it is named, its whole. */
function sidesOf(
  asked: Asked,
  piece: Piece,
  told: Told,
  near: readonly Level[],
): { parts: Level[]; wholes: Level[] } | null {
  const { text, rules } = asked;
  const { generic } = rules.shares;
  const said = piece.words.find(
    (it) => it.end <= told.start && isWord(it, 'share', 'greater', 'less', 'nearly', 'reach'),
  );
  const subject = strip(text.slice(piece.start, said?.start ?? told.start), generic);
  const between = said ? text.slice(said.end, told.start) : '';
  const of = rules.shares.of.find((it) => strip(between, generic, it).endsWith(it));
  const whole = of === undefined ? '' : strip(between, generic, of).slice(0, -of.length);
  const wholes = whole.length >= 2 ? named(asked, near, whole) : [];
  // 仅为2019年的八成 names a whole that is no figure here
  const isOfOther = said === undefined && rules.shares.of.some((it) => text.slice(0, told.start).endsWith(it));
  if (isOfOther || (of !== undefined && wholes.length === 0)) return null;
  if (subject.length >= 2) {
    const parts = named(
      asked,
      near.filter((it) => !wholes.includes(it)),
      subject,
    );
    if (parts.length > 0) return { parts, wholes };
  }
  const head = text.slice(piece.start, said?.start ?? told.start);
  const isHeadless = subject.length <= longest && rules.shares.of.some((it) => head.endsWith(it));
  if (rules.shares.progress.includes(head)) return pairOnly(asked, near, piece.sentence);
  const isOpen = subject.length < 2 || isHeadless;
  const last = near.findLast((it) => it.at < (said?.at ?? Infinity) && it.end <= told.start);
  const isNext = last !== undefined && text.slice(last.end, piece.start).length <= 1;
  return isOpen && isNext ? { parts: [last], wholes } : null;
}

/** A part that is named by what it did alone: 通过的. */
const longest = 3;

/** 已签58个，任务120个…任务完成过半: of the only two figures of a sentence that may be meant the smaller is a share of the other. */
function pairOnly(
  { levels }: Asked,
  near: readonly Level[],
  sentence: number,
): { parts: Level[]; wholes: Level[] } | null {
  const all = levels.filter((it) => it.sentence === sentence && kinds.has(it.figure.kind));
  const [a, b] = all;
  if (!a || !b || all.length > 2 || a.measure !== b.measure || a.value === b.value || near.length === 0) return null;
  return a.value < b.value ? { parts: [a], wholes: [b] } : { parts: [b], wholes: [a] };
}

/** Text without the words that name nothing, but for one that is kept. */
function strip(text: string, words: readonly string[], kept = ''): string {
  let rest = text;
  for (const it of words) if (it !== kept) rest = rest.replaceAll(it, '');
  return rest.replace(/[^\p{L}]/gu, '');
}

/** 参训84人，优秀38人，优秀的超过半数: a share in words against what it is of, where no reading makes it true. */
export function wordedShares(asked: Asked): Relation[] {
  const { levels, rules } = asked;
  return piecesOf(asked).flatMap((piece): Relation[] => {
    if (
      piece.words.some((it) => isWord(it, 'up', 'down', 'upTo', 'downTo', 'opener', 'yoy', 'prior', 'future', 'pace'))
    )
      return [];
    if (holdsAny(rules.shares.elsewhere, piece.text)) return [];
    return toldIn(asked, piece).flatMap((told): Relation[] => {
      const around = levels.filter((it) => Math.abs(it.sentence - piece.sentence) <= 1);
      const near = around.filter((it) => isPlain(it) && it.sentence === piece.sentence);
      if (goesOn(asked, piece)) return [];
      const sides = sidesOf(asked, piece, told, near);
      if (!sides) return [];
      const fits = (percent: number): boolean => percent >= told.least && percent <= told.most;
      // a printed share that the words tell again
      if (around.some((it) => it.figure.unit === '%' && fits(it.value))) return [];
      const bases = (part: Level): Level[] =>
        sides.wholes.length > 0 ? wholesOf(sides.wholes, part) : basesOf(asked, around, part, told.start);
      const parts = sides.parts.filter((it) => bases(it).length > 0);
      const open = parts.flatMap((part) => bases(part).map((whole) => ({ part, whole })));
      const made = parts.flatMap((part) =>
        sides.wholes.length > 0 || isSettled(asked, near, part)
          ? []
          : sumsWith(
              near.filter((it) => it.end <= told.start),
              part,
            ).map((sum) => (part.value / sum) * 100),
      );
      const [first] = open;
      if (!first || made.some(fits) || open.some(({ part, whole }) => fits((part.value / whole.value) * 100)))
        return [];
      return [againstWords(check, told.words, [first.part.figure, first.whole.figure], false, 'review')];
    });
  });
}

/** 进集镇的占三分之一，计2.3万人: the part stands behind its share. */
function goesOn({ levels, text, rules }: Asked, piece: Piece): boolean {
  const next = levels.find((it) => it.start >= piece.end);
  if (!next || next.limb !== piece.limb || !kinds.has(next.figure.kind)) return false;
  return strip(text.slice(piece.end, next.start), rules.shares.generic).length <= 1;
}

const wholesOf = (levels: readonly Level[], part: Level): Level[] =>
  levels.filter((it) => it !== part && it.measure === part.measure && it.value > part.value * 0.999);

/** 620台次，其中夜间410台次: the whole that a part is said to be of, or that it makes with another. */
function wholeOf({ items }: Asked, near: readonly Level[], part: Level): Level | null {
  const before = wholesOf(near, part).filter((it) => it.at < part.at);
  const of = items.findLast((it) => it.at < part.at && it.sentence === part.sentence && isWord(it, 'ofWhich'));
  const opened = of && before.findLast((it) => it.at < of.at && it.clause < part.clause);
  if (opened) return opened;
  const rests = near.filter((it) => it !== part && it.measure === part.measure);
  return (
    before.find((whole) => rests.some((it) => Math.abs(it.value + part.value - whole.value) <= whole.step / 2)) ?? null
  );
}

const isSettled = (asked: Asked, near: readonly Level[], part: Level): boolean => wholeOf(asked, near, part) !== null;

/** The figures that a part may be a share of: the whole that it is said to be of, else all that are told before. */
function basesOf(asked: Asked, around: readonly Level[], part: Level, end: number): Level[] {
  const whole = wholeOf(
    asked,
    around.filter((it) => it.sentence === part.sentence),
    part,
  );
  return whole ? [whole] : wholesOf(around, part).filter((it) => it.end <= end);
}

/** What a part makes together with figures of its measure beside it. */
function sumsWith(near: readonly Level[], part: Level): number[] {
  const at = near.indexOf(part);
  const same = near.filter((it, i) => it.measure === part.measure && Math.abs(i - at) <= 3);
  const others = same.filter((it) => it !== part);
  return [...others.map((it) => it.value + part.value), same.reduce((all, it) => all + it.value, 0)];
}
