import type { WordsRelation } from '../../../model/relation.js';
import type { Length, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { fits, toldIn, type Counting } from './elapsed.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { isMark, joins, sayingOf, type Says } from './span-words.js';
import { plannedPair } from './planned-pairs.js';
import { stretchOf, toldStretches, type ToldStretch } from './stretches.js';

/** A sentence of more dates tells of too much for a length to be that of two of them. */
const mostMoments = 6;

interface Sentence {
  readonly times: Times;
  readonly track: TimeTrack;
  readonly pieces: readonly TimePiece[];
  readonly stretches: readonly ToldStretch[];
  /** The sentence before it in its paragraph. */
  readonly before: readonly TimePiece[];
}

/** The stretch right beside a length: 2023年3月1日至5月31日，共92天. */
function besideIn({ pieces, stretches }: Sentence, at: number, says: Says): ToldStretch | null {
  return (
    stretches.find(({ first, last }) =>
      last < at ? joins(pieces.slice(last + 1, at), says) : joins(pieces.slice(at + 1, first), says),
    ) ?? null
  );
}

/** Every stretch that a length of time that went by may be of, from the dates of a sentence before `to`. */
function allIn(pieces: readonly TimePiece[], from: number, to: number): ToldStretch[] {
  const moments = pieces.flatMap((it, i) => (it.is === 'moment' && !it.inTitle && i >= from && i < to ? [i] : []));
  if (moments.length > mostMoments) return [];
  return moments.flatMap((first, k) => {
    const own = pieces[first];
    const alone = own?.is === 'moment' && own.to ? stretchOf(pieces, first, first) : null;
    const pairs = moments.slice(k + 1).flatMap((last) => stretchOf(pieces, first, last) ?? []);
    return alone ? [alone, ...pairs] : pairs;
  });
}

/** Where a length of time that went by stands before its dates, or a term before its end: those of its sentence, if they are two. */
function onlyPair(pieces: readonly TimePiece[], at: number): ToldStretch[] {
  const after = allIn(pieces, at, pieces.length);
  return after.length === 1 ? after : [];
}

/** How many pieces may part the end of a term from its date. */
const endReach = 3;

/** 2021年3月起息，2024年3月到期: a term from the first date to the last of a sentence, on which terms end. */
function dueIn({ pieces, times }: Sentence): ToldStretch[] {
  const dated = pieces.flatMap((it, at) => (it.is === 'moment' ? [{ at, grain: it.from.grain }] : []));
  // 于2022年9月15日完成2022年度第一期发行: among days a year is what something is of
  const days = dated.filter(({ grain }) => grain === 'day');
  const moments = days.length > 1 ? days : dated;
  const [, last] = moments;
  if (!last || moments.length > 2) return [];
  const due = last.at;
  const ends = (it: TimePiece): boolean => it.is === 'word' && it.stages.some((one) => times.ends_terms.includes(one));
  const behind = pieces.slice(due + 1, due + 1 + endReach);
  const mark = behind.findIndex(isMark);
  const near = [...pieces.slice(due - 1, due), ...(mark < 0 ? behind : behind.slice(0, mark))];
  if (!near.some(ends)) return [];
  const stretch = stretchOf(pieces, moments[0]?.at ?? due, due);
  return stretch ? [stretch] : [];
}

/** 3月1日启用，5月20日关停，共81天; 共停水3天: a total of days behind the two days of a sentence that tells no other length. */
function totalOf({ pieces }: Sentence, at: number): ToldStretch[] {
  const [length, ...others] = pieces.filter((it) => it.is === 'length');
  if (others.length > 0 || length?.is !== 'length' || length.unit !== 'day') return [];
  if (!is(pieces[is(pieces[at - 1], 'lasting') ? at - 2 : at - 1], 'total')) return [];
  const found = allIn(pieces, 0, at);
  const days = pieces.filter((it) => it.is === 'moment').length === 2;
  return days && found.every((it) => it.from.grain === 'day' && it.to.grain === 'day') ? found : [];
}

function stretchesFor(sentence: Sentence, at: number, says: Says): readonly ToldStretch[] {
  const { pieces, before } = sentence;
  const beside = besideIn(sentence, at, says);
  if (beside) return [beside];
  if (says === 'term') {
    const due = dueIn(sentence);
    return due.length > 0 ? due : plannedPair(pieces, at);
  }
  if (says === 'plain' || says === 'lasting') return totalOf(sentence, at);
  const own = allIn(pieces, 0, at);
  if (own.length > 0) return own;
  if (pieces.slice(0, at).some((it) => it.is === 'moment')) return [];
  const later = onlyPair(pieces, at);
  return later.length > 0 ? later : allIn(before, 0, before.length);
}

/** How a sentence counts the ends of its lengths. */
const countingIn = (pieces: readonly TimePiece[]): Counting =>
  pieces.some((it) => is(it, 'both-ends')) ? 'both' : pieces.some((it) => is(it, 'one-end')) ? 'one' : 'either';

/** The only two dates of a sentence, that stand in the other order than time that went by between them has: null where they do not. */
function backwards({ pieces, track }: Sentence, at: number, length: Length): WordsRelation | null {
  const moments = pieces.filter((it) => it.is === 'moment');
  const [a, b] = moments;
  if (moments.length !== 2 || a?.is !== 'moment' || b?.is !== 'moment' || pieces.indexOf(b) > at) return null;
  if ([a, b].some((it) => it.yearFrom !== 'printed' || it.to || it.inTitle || !it.exists || it.depth > 0)) return null;
  if (pieces.some((it) => is(it, 'before', 'after', 'by', 'irregular'))) return null;
  const lead = pieces[pieces.indexOf(b) - 1];
  if (!lead || is(lead, 'of') || !(isMark(lead) || is(lead, 'light'))) return null;
  const stretch = { from: b.from, to: a.from };
  if (a.from.days.first <= b.from.days.last || fits(length, stretch) !== false) return null;
  const words = quote(track, length.start, length.end);
  return claim('date-span', words, false, {
    wanted: toldIn(length.unit, stretch),
    against: [quote(track, a.start, b.end)],
    most: 'review',
  });
}

function spanClaim(sentence: Sentence, at: number, length: Length): WordsRelation | null {
  const says = sayingOf(sentence, at);
  if (says === null || length.approximate) return null;
  if (sentence.pieces.slice(0, at).some((it) => is(it, 'net'))) return null;
  const stretches = stretchesFor(sentence, at, says);
  if (stretches.length === 0 && says === 'elapsed') return backwards(sentence, at, length);
  const counting = says === 'touched' ? 'touched' : countingIn(sentence.pieces);
  const judged = stretches.map((it) => [it, fits(length, it, counting)] as const).filter(([, fit]) => fit !== null);
  const [stretch] = judged.find(([, fit]) => fit) ?? judged.at(-1) ?? [];
  if (!stretch) return null;
  const { track } = sentence;
  const holds = judged.some(([, fit]) => fit);
  // pairs of several dates
  const doubtful = judged.length > 1 ? ({ most: 'review' } as const) : {};
  const words = quote(track, length.start, length.end);
  const against = [quote(track, stretch.start, stretch.end)];
  return claim('date-span', words, holds, { wanted: toldIn(length.unit, stretch, counting), against, ...doubtful });
}

/** Lengths of time that the dates beside them do not bound: 2022年4月1日至2023年9月30日，共16个月. */
export function dateSpans(tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) => {
        if (!pieces.some((it) => it.is === 'length')) return [];
        const sentence = { times, track, pieces, stretches: toldStretches(pieces), before: sentences[i - 1] ?? [] };
        return pieces.flatMap((it, at) => (it.is === 'length' ? (spanClaim(sentence, at, it) ?? []) : []));
      });
    }),
  );
}
