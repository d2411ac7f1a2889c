import type { Severity } from '../../../model/report.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { dueAndDone, isPlanned } from './due-and-done.js';
import { fits, toldIn, type Stretch } from './elapsed.js';
import { eventsOf } from './events.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

type Deviation = Length & { readonly early: boolean; readonly piece: Length };

/** The word of what a length is: 逾期15日, 逾期了约15日, 逾期竣工15日. */
function wordOf(pieces: readonly TimePiece[], at: number): TimePiece | undefined {
  const [last, before] = [pieces[at - 1], pieces[at - 2]];
  const passed = is(last, 'light', 'total') || (last?.is === 'word' && last.stages.length > 0);
  return passed && !is(last, 'early', 'late') ? before : last;
}

/** 提前3天, 逾期15日: by how much something came before or behind its time. */
function deviationsIn(pieces: readonly TimePiece[]): Deviation[] {
  return pieces.flatMap((piece, at): Deviation[] => {
    const word = wordOf(pieces, at);
    const early = is(word, 'early');
    if (piece.is !== 'length' || piece.approximate || (!early && !is(word, 'late'))) return [];
    return is(pieces[at + 1], 'by', 'before', 'after') ? [] : [{ ...piece, early, piece }];
  });
}

/** How many sentences before a deviation what was due may be told in. */
const sentencesBack = 2;

/** Within how many days either way of counting may lie. */
const oneOff = 1;

/** How late or early one day is against another. */
function isOff(deviation: Deviation, due: Moment, done: Moment): { readonly holds: boolean; readonly wanted: string } {
  const [first, last] = deviation.early ? [done, due] : [due, done];
  const stretch: Stretch = { from: first.from, to: last.from };
  const forward = first.from.days.first <= last.from.days.first;
  const numbers = deviation.unit === 'day' ? [-oneOff, 0, oneOff] : [0];
  const holds =
    forward && numbers.some((more) => fits({ ...deviation, number: deviation.number + more }, stretch) ?? true);
  const wanted = forward
    ? toldIn(deviation.unit, stretch)
    : `-${toldIn(deviation.unit, { from: stretch.to, to: stretch.from })}`;
  return { holds, wanted };
}

function byDates(
  track: TimeTrack,
  pieces: readonly TimePiece[],
  deviation: Deviation,
  most: Severity | undefined,
): WordsRelation | null {
  const dates = dueAndDone(pieces, pieces.indexOf(deviation.piece));
  if (!dates) return null;
  const { due, done } = dates;
  const byDay = deviation.unit !== 'month' && deviation.unit !== 'year';
  if (byDay && [due, ...done].some((it) => it.from.grain !== 'day')) return null;
  if (done.some(({ yearFrom }) => (yearFrom === 'supposed') !== (due.yearFrom === 'supposed'))) return null;
  const judged = done.map((it) => ({ it, ...isOff(deviation, due, it) }));
  const shown = judged.find(({ holds }) => holds) ?? judged.at(-1);
  if (!shown) return null;
  const capped = most ?? (judged.length > 1 ? 'review' : undefined);
  return claim('date-span', quote(track, deviation.start, deviation.end), shown.holds, {
    wanted: shown.wanted,
    against: [due, shown.it].map(({ start, end }) => quote(track, start, end)),
    ...(capped === undefined ? {} : { most: capped }),
  });
}

/** 应在60日内办结…，逾期9天: how much longer than a limit it took from the one day to the other of two. */
function byLimit(track: TimeTrack, pieces: readonly TimePiece[], deviation: Deviation): WordsRelation | null {
  const told = pieces.slice(0, pieces.indexOf(deviation.piece));
  const [limit, ...limits] = told.filter((it): it is Length => it.is === 'length');
  const days = told.filter((it): it is Moment => it.is === 'moment');
  const [from, to] = days;
  if (!limit?.isLimit || limits.length > 0 || limit.unit !== 'day' || deviation.unit !== 'day') return null;
  if (!from || !to || days.length > 2 || to.start < limit.start || to.from.days.first < from.from.days.last)
    return null;
  if (days.some((it) => isPlanned(pieces, pieces.indexOf(it)))) return null;
  if (
    days.some(
      (it) =>
        it.from.grain !== 'day' ||
        it.to ||
        it.inTitle ||
        !it.exists ||
        (it.yearFrom !== from.yearFrom && it.yearFrom === 'supposed'),
    )
  )
    return null;
  const over = (to.from.days.first - from.from.days.first - limit.number) * (deviation.early ? -1 : 1);
  return claim('date-span', quote(track, deviation.start, deviation.end), Math.abs(over - deviation.number) <= oneOff, {
    wanted: String(over),
    against: [from, to].map(({ start, end }) => quote(track, start, end)),
    most: 'review',
  });
}

interface Planned {
  readonly planned: Length | null;
  readonly actual: Length | null;
  /** How long it took by its dates, at least and at most; null where they are not told. */
  readonly byDates: readonly number[];
}

/** What a paragraph says of how long a work was to take and took: one length each, or none. */
function lengthsOf(track: TimeTrack): Planned {
  const { pieces } = track;
  const lengths = pieces.flatMap((it, at) => {
    if (it.is !== 'length' || it.approximate) return [];
    const word = is(pieces[at - 1], 'light', 'total') ? pieces[at - 2] : pieces[at - 1];
    return [{ it, planned: is(word, 'term') && !is(word, 'elapsed'), actual: is(word, 'elapsed') }];
  });
  const only = (how: 'planned' | 'actual'): Length | null => {
    const all = lengths.filter((it) => it[how]);
    return all.length === 1 ? (all[0]?.it ?? null) : null;
  };
  const events = sentencesOf(track).flatMap((it) => eventsOf(track, it));
  const at = (stage: string): Moment[] => events.filter((it) => it.stages.includes(stage)).map((it) => it.moment);
  const [[start, ...starts], [finish, ...finishes]] = [at('start'), at('finish')];
  const dated =
    start &&
    finish &&
    starts.length + finishes.length === 0 &&
    start.from.grain === 'day' &&
    finish.from.grain === 'day';
  const gone = dated ? finish.from.days.first - start.from.days.first : 0;
  return { planned: only('planned'), actual: only('actual'), byDates: gone > 0 ? [gone, gone + 1] : [] };
}

/** 合同工期90天，实际工期87天，提前3天. */
function byLengths(
  track: TimeTrack,
  deviation: Deviation,
  { planned, actual, byDates: dated }: Planned,
): WordsRelation | null {
  if (!planned || planned.unit !== deviation.unit) return null;
  const same = actual && actual.unit === deviation.unit;
  const took = same ? [actual.number] : deviation.unit === 'day' && !actual ? dated : [];
  if (took.length === 0) return null;
  const over = took.map((it) => (deviation.early ? planned.number - it : it - planned.number));
  const against = [planned, ...(same ? [actual] : [])].map(({ start, end }) => quote(track, start, end));
  const holds = over.includes(deviation.number);
  const wanted = over.filter((it) => it >= 0).join('～');
  return claim('date-span', quote(track, deviation.start, deviation.end), holds, {
    wanted,
    against,
    ...(same ? {} : { most: 'review' as const }),
  });
}

function deviationsOf(track: TimeTrack): WordsRelation[] {
  const sentences = sentencesOf(track);
  const found = sentences.flatMap((pieces, i) => deviationsIn(pieces).map((it) => ({ pieces, i, it })));
  if (found.length === 0) return [];
  const lengths = lengthsOf(track);
  return found.flatMap(({ pieces, i, it }) => {
    const near = sentences.slice(Math.max(0, i - sentencesBack), i + 1).flat();
    return (
      byDates(track, pieces, it, undefined) ??
      byLengths(track, it, lengths) ??
      (pieces.some((piece) => piece.is === 'moment')
        ? (byDates(track, near, it, 'review') ?? byLimit(track, near, it))
        : null) ??
      []
    );
  });
}

/** Delays and advances that are not what the dates or lengths beside them show. */
export const deviations = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(tracks.flatMap(deviationsOf));
