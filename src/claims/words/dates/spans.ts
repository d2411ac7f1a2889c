import type { WordsRelation } from '../../../model/relation.js';
import type { Length, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { fits, toldIn } from './elapsed.js';
import { eventsOf } from './events.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { stretchOf, toldStretches, type ToldStretch } from './stretches.js';

/** How many characters of no class may stand beside a length that is that of the dates next to it. */
const mostBeside = 2;
/** … and before the word that says that time went by: 排查历时8天. */
const mostSubject = 4;
/** A sentence of more dates tells of too much for a length to be that of two of them. */
const mostMoments = 6;

const widthOf = ({ start, end }: TimePiece): number => end - start;
const isMark = ({ is: kind }: TimePiece): boolean => ['comma', 'colon', 'open', 'close', 'item'].includes(kind);
const saysSpan = (piece: TimePiece): boolean =>
  is(piece, 'elapsed', 'term', 'total', 'light', 'onward', 'until', 'actual', 'from', 'planned');

/** Whether nothing between two places but what joins dates to their length. */
function joins(between: readonly TimePiece[], says: Says): boolean {
  let names = 0;
  for (const piece of between) {
    if (piece.is === 'name') names += widthOf(piece);
    else if (piece.is === 'word' && piece.stages.length > 0 && says !== 'plain') continue;
    else if (!isMark(piece) && !saysSpan(piece)) return false;
  }
  return names <= mostBeside;
}

type Says = 'elapsed' | 'term' | 'plain';

/** What the words right before a length say that it is the length of; null where it is not one that dates bound. */
function sayingOf(pieces: readonly TimePiece[], at: number): Says | null {
  const next = pieces[at + 1];
  if (is(next, 'before', 'after', 'by', 'come', 'since') || next?.is === 'length') return null;
  let says: Says = 'plain';
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || isMark(piece)) break;
    if (is(piece, 'consecutive', 'recent', 'early', 'late', 'negated')) return null;
    if (piece.is === 'name') {
      if (widthOf(piece) > (says === 'elapsed' ? mostSubject : mostBeside)) return says === 'term' ? says : null;
      continue;
    }
    if (!saysSpan(piece)) break;
    if (is(piece, 'planned')) return says === 'plain' ? null : 'term';
    if (is(piece, 'elapsed')) says = 'elapsed';
    else if (is(piece, 'term') && says === 'plain') says = 'term';
  }
  const parted = next === undefined || isMark(next) || next.is === 'semicolon' || next.is === 'stop';
  return says !== 'plain' || parted || is(next, 'light', 'until') ? says : null;
}

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

/** 2021年3月起息，2024年3月到期: a term from the first date to the last of a sentence, which ends something. */
function dueIn({ track, pieces, times }: Sentence): ToldStretch[] {
  const events = eventsOf(track, pieces);
  const moments = pieces.filter((it) => it.is === 'moment').length;
  if (moments !== 2 || !events[1]?.stages.some((it) => times.ends_terms.includes(it))) return [];
  return allIn(pieces, 0, pieces.length);
}

/** 3月1日启用，5月20日关停，共81天: a total of days behind the two days of a sentence that tells no other length. */
function totalOf({ pieces }: Sentence, at: number): ToldStretch[] {
  const [length, ...others] = pieces.filter((it) => it.is === 'length');
  if (others.length > 0 || length?.is !== 'length' || length.unit !== 'day' || !is(pieces[at - 1], 'total')) return [];
  const found = allIn(pieces, 0, at);
  const days = pieces.filter((it) => it.is === 'moment').length === 2;
  return days && found.every((it) => it.from.grain === 'day' && it.to.grain === 'day') ? found : [];
}

function stretchesFor(sentence: Sentence, at: number, says: Says): readonly ToldStretch[] {
  const { pieces, before } = sentence;
  const beside = besideIn(sentence, at, says);
  if (beside) return [beside];
  if (says === 'term') return dueIn(sentence);
  if (says === 'plain') return totalOf(sentence, at);
  const own = allIn(pieces, 0, at);
  if (own.length > 0) return own;
  if (pieces.slice(0, at).some((it) => it.is === 'moment')) return [];
  const later = onlyPair(pieces, at);
  return later.length > 0 ? later : allIn(before, 0, before.length);
}

function spanClaim(sentence: Sentence, at: number, length: Length): WordsRelation | null {
  const says = sayingOf(sentence.pieces, at);
  if (says === null || length.approximate) return null;
  const stretches = stretchesFor(sentence, at, says);
  const judged = stretches.map((it) => [it, fits(length, it)] as const).filter(([, fit]) => fit !== null);
  const [stretch] = judged.find(([, fit]) => fit) ?? judged.at(-1) ?? [];
  if (!stretch) return null;
  const { track } = sentence;
  const holds = judged.some(([, fit]) => fit);
  // pairs of several dates
  const doubtful = judged.length > 1 ? ({ most: 'review' } as const) : {};
  const words = quote(track, length.start, length.end);
  const against = [quote(track, stretch.start, stretch.end)];
  return claim('date-span', words, holds, { wanted: toldIn(length.unit, stretch), against, ...doubtful });
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
