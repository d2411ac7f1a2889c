import type { Relation } from '../../../model/relation.js';
import { isWord, type Asking, type Item, type Word } from './line.js';
import { quoted, type Asked } from './statement.js';

const check = 'grade-in-band';

/** Scores of a grade: from `from` on, below `below`; one of them may be open. */
interface Band {
  readonly grade: string;
  readonly from: number;
  readonly below: number;
}

/** A bound or a grade as it stands in a sentence. */
type Token =
  | { readonly is: 'grade'; readonly at: number; readonly grade: string }
  | { readonly is: 'bound'; readonly at: number; readonly from?: number; readonly below?: number };

const scored: ReadonlySet<string> = new Set(['score', 'number', 'percent']);

/** What the words beside a number make of it: 90分（含）以上, 不足60分; null for a plain number. */
function boundAt(items: readonly Item[], at: number): 'from' | 'below' | null {
  for (let i = at + 1; i <= at + 5; i++) {
    const it = items[i];
    if (!it || it.is === 'figure' || isWord(it, 'grade', 'toward')) break;
    if (isWord(it, 'orMore')) return 'from';
    if (isWord(it, 'orLess')) return 'below';
    if (it.is === 'mark' && it.mark !== 'open' && it.mark !== 'close') break;
  }
  const before = items[at - 1];
  if (isWord(before, 'less')) return 'below';
  return isWord(before, 'greater', 'atLeast', 'reach') ? 'from' : null;
}

/** Longer words are no grade. */
const longest = 6;

/** 85以上为|战略级: what a scale calls the scores whose bound ends at `from`, where that is no common grade. */
function labelBehind({ items, text }: Asked, from: number): { readonly at: number; readonly grade: string } | null {
  const parts = (it: Item): boolean =>
    it.is === 'figure' || (it.is === 'mark' && it.mark !== 'open' && it.mark !== 'close');
  const first = items.findIndex((it) => it.start >= from);
  if (first < 0) return null;
  const rest = items.slice(first);
  const end = rest.findIndex(parts);
  if (end < 0 || rest[end]?.is === 'figure') return null;
  const last = rest.slice(0, end).findLast((it) => isWord(it, 'graded', 'orMore', 'orLess', 'reach'));
  const start = last?.end ?? from;
  const grade = text.slice(start, rest[end]?.start).replace(/[^\p{L}]/gu, '');
  return grade !== '' && grade.length <= longest ? { at: start, grade } : null;
}

/** The bounds and grades of a paragraph in order; none where a number has no bound. */
function tokensOf(asked: Asked): Token[] {
  const { items, figures, levels } = asked;
  const tokens: Token[] = [];
  const ranges = figures.filter((it) => scored.has(it.kind) && it.value.includes('..'));
  for (const it of ranges) {
    const [from = NaN, below = NaN] = it.value.split('..').map(Number);
    tokens.push({ is: 'bound', at: it.start, from, below });
  }
  levels.forEach((level, i) => {
    if (!scored.has(level.figure.kind)) return;
    const [next, last] = [levels[i + 1], levels[i - 1]];
    const leads =
      next && items.slice(level.at + 1, next.at).some((it) => isWord(it, 'toward')) && next.at - level.at <= 6;
    const ends =
      last && items.slice(last.at + 1, level.at).some((it) => isWord(it, 'toward')) && level.at - last.at <= 6;
    const bound = leads ? 'from' : ends ? 'below' : boundAt(items, level.at);
    if (bound === 'from' || level.figure.approx === 'gte')
      tokens.push({ is: 'bound', at: level.start, from: level.value });
    else if (bound === 'below' || level.figure.approx === 'lte')
      tokens.push({ is: 'bound', at: level.start, below: level.value });
  });
  const ends = tokens.map((it) => figures.find((one) => one.start === it.at)?.end ?? it.at);
  for (const it of items) if (isWord(it, 'grade')) tokens.push({ is: 'grade', at: it.start, grade: it.text });
  for (const end of ends) {
    const label = labelBehind(asked, end);
    if (
      label &&
      !tokens.some((it) => it.is === 'grade' && it.at >= label.at && it.at < label.at + label.grade.length + 1)
    )
      tokens.push({ is: 'grade', ...label });
  }
  return tokens.sort((a, b) => a.at - b.at);
}

/** 90分以上为优，80至90分为良; 优（90分以上）、良（80至90分）: the bands that a paragraph sets. */
function bandsOf(asked: Asked): Band[] {
  const tokens = tokensOf(asked);
  const start = tokens.findIndex((it, i) => it.is === 'bound' || tokens[i + 1]?.is === 'bound');
  // what comes behind the sentence of the last bound is given, and no part of the scale
  const last = tokens.findLast((it) => it.is === 'bound')?.at ?? 0;
  const end = asked.items.find((it) => it.is === 'mark' && it.mark === 'stop' && it.start >= last)?.start ?? Infinity;
  const own = tokens.slice(Math.max(0, start)).filter((it) => it.at < end);
  const gradeFirst = own.at(-1)?.is === 'bound';
  const bands: Band[] = [];
  let [from, below, grade] = [-Infinity, Infinity, ''];
  const close = (): void => {
    if (grade !== '' && (from > -Infinity || below < Infinity)) bands.push({ grade, from, below });
    [from, below, grade] = [-Infinity, Infinity, ''];
  };
  for (const it of own) {
    if (it.is === 'bound') {
      from = it.from ?? from;
      below = it.below ?? below;
      continue;
    }
    if (gradeFirst) close();
    grade = it.grade;
    if (!gradeFirst) close();
  }
  close();
  return closed(bands);
}

/** 85以上, 75以上, 60以上: a band that only begins ends where the next higher one begins. */
function closed(bands: readonly Band[]): Band[] {
  return bands.map((it) => {
    const higher = bands.filter((other) => other.from > it.from).map((other) => other.from);
    return it.below === Infinity && higher.length > 0 ? { ...it, below: Math.min(...higher) } : it;
  });
}

/** Bands that make one scale: no two overlap, no grade twice. */
function isScale(bands: readonly Band[]): boolean {
  const sorted = bands.toSorted((a, b) => a.from - b.from);
  const apart = sorted.every((it, i) => i === 0 || (sorted[i - 1]?.below ?? Infinity) <= it.from + 0.01);
  return bands.length >= 2 && apart && new Set(bands.map((it) => it.grade)).size === bands.length;
}

/** Whether a grade is given, and no scale told: 评定为|良好. */
function isGiven(items: readonly Item[], word: Word): boolean {
  for (let i = word.at - 1; i >= word.at - 3; i--) {
    const it = items[i];
    if (!it || it.sentence !== word.sentence || it.is === 'mark') return false;
    if (isWord(it, 'graded')) return !isWord(items[word.at + 1], 'of');
  }
  return false;
}

/** The grades that a paragraph gives: words of the list, and what the scale calls its own. */
function givenIn(
  { items, text }: Asked,
  bands: readonly Band[],
): Pick<Word, 'start' | 'end' | 'at' | 'limb' | 'sentence' | 'text'>[] {
  const known = items.filter((it): it is Asking => isWord(it, 'grade') && isGiven(items, it));
  const names = bands.map((it) => it.grade).sort((a, b) => b.length - a.length);
  const own = items.flatMap((it) => {
    if (!isWord(it, 'graded')) return [];
    const at = /^[^\p{L}]?/u.exec(text.slice(it.end))?.[0].length ?? 0;
    const name = names.find((one) => text.startsWith(one, it.end + at));
    const isRule = [items[it.at + 1], items[it.at + 2]].some(
      (one) => one && isWord(one, 'of') && one.start === it.end + at + (name?.length ?? 0),
    );
    return name === undefined || isRule
      ? []
      : [{ ...it, start: it.end + at, end: it.end + at + name.length, text: name }];
  });
  return own.length > 0 ? own : known;
}

/** Grades that a document gives against the bands that it prints itself. */
export function grades(paragraphs: readonly Asked[]): Relation[] {
  const scales = paragraphs.map((asked) => ({ asked, bands: bandsOf(asked) })).filter(({ bands }) => isScale(bands));
  const [scale] = scales;
  if (!scale || scales.length > 1) return [];
  const { bands } = scale;
  const same = (a: string, b: string): boolean =>
    a === b || scale.asked.rules.sameGrade.some((names) => names.includes(a) && names.includes(b));
  const lastBound = Math.max(...tokensOf(scale.asked).map((it) => (it.is === 'bound' ? it.at : 0)));
  const wholes = paragraphs.flatMap(({ levels, items, text }) =>
    levels.filter((it) => {
      const lead = items.slice(Math.max(0, it.at - 3), it.at);
      const word = lead.findLast((one) => isWord(one, 'wholeScore'));
      return (
        scored.has(it.figure.kind) &&
        it.bound === null &&
        word?.clause === it.clause &&
        text.slice(word.end, it.start).length <= 4
      );
    }),
  );
  const only = new Set(wholes.map((it) => it.value)).size === 1 ? wholes[0] : undefined;
  return paragraphs.flatMap((asked): Relation[] => {
    const { levels } = asked;
    return givenIn(asked, bands).flatMap((word): Relation[] => {
      if (asked === scale.asked && word.start <= lastBound + 8) return [];
      const band = bands.find((it) => same(it.grade, word.text));
      const near = levels.findLast(
        (it) => it.at < word.at && it.limb === word.limb && scored.has(it.figure.kind) && it.bound === null,
      );
      const score =
        near ?? (levels.some((it) => it.sentence === word.sentence && scored.has(it.figure.kind)) ? undefined : only);
      if (!band || !score || score.value > 100 || score.role === 'change') return [];
      const holds = score.value >= band.from && score.value < band.below;
      const wanted = bands.find((it) => score.value >= it.from && score.value < it.below)?.grade ?? '';
      if (!holds && wanted === '') return [];
      return [
        {
          kind: 'words',
          check,
          doubt: null,
          words: quoted(asked, word.start, word.end),
          holds,
          wanted: holds ? word.text : wanted,
          against: [score.figure],
          most: near ? 'warning' : 'review',
        },
      ];
    });
  });
}
