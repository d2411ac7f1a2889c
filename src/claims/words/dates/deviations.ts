import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { fits, toldIn, type Stretch } from './elapsed.js';
import { eventsOf } from './events.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

type Deviation = Length & { readonly early: boolean; readonly at: number };

/** 提前3天, 逾期15日: by how much something came before or behind its time. */
function deviationsIn(pieces: readonly TimePiece[]): Deviation[] {
  return pieces.flatMap((piece, at): Deviation[] => {
    const word = is(pieces[at - 1], 'light', 'total') ? pieces[at - 2] : pieces[at - 1];
    const early = is(word, 'early');
    if (piece.is !== 'length' || piece.approximate || (!early && !is(word, 'late'))) return [];
    return is(pieces[at + 1], 'by', 'before', 'after') ? [] : [{ ...piece, early, at }];
  });
}

/** Whether a word right before a date or length, or the clause before it, says that it is as planned. */
function isPlanned(pieces: readonly TimePiece[], at: number): boolean {
  if (is(pieces[at + 1], 'by', 'before')) return true;
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || ['moment', 'length', 'comma', 'semicolon', 'stop'].includes(piece.is)) return false;
    if (is(piece, 'actual')) return false;
    if (is(piece, 'planned') || (piece.is === 'word' && piece.stages.includes('due'))) return true;
  }
  return false;
}

/** 应于6月30日前完成，实际7月15日完成，逾期15天: the two dates of a sentence, of which one was due. */
function dueAndDone(pieces: readonly TimePiece[], until: number): readonly [due: Moment, done: Moment] | null {
  const moments = pieces.flatMap((it, at) => (it.is === 'moment' && at < until ? [{ it, at }] : []));
  const [a, b] = moments;
  if (!a || !b || moments.length > 2 || a.it.to || b.it.to) return null;
  const [first, second] = [isPlanned(pieces, a.at), isPlanned(pieces, b.at)];
  if (first === second) return null;
  return first ? [a.it, b.it] : [b.it, a.it];
}

/** Within how many days either way of counting may lie. */
const oneOff = 1;

function byDates(track: TimeTrack, pieces: readonly TimePiece[], deviation: Deviation): WordsRelation | null {
  const dates = dueAndDone(pieces, deviation.at);
  if (
    !dates ||
    dates.some(
      ({ from, yearFrom }) => from.grain !== 'day' || (yearFrom === 'supposed') !== (dates[0].yearFrom === 'supposed'),
    )
  )
    return null;
  const [due, done] = dates;
  const [first, last] = deviation.early ? [done, due] : [due, done];
  const stretch: Stretch = { from: first.from, to: last.from };
  const forward = first.from.days.first <= last.from.days.first;
  const numbers = deviation.unit === 'day' ? [-oneOff, 0, oneOff] : [0];
  const holds =
    forward && numbers.some((more) => fits({ ...deviation, number: deviation.number + more }, stretch) ?? true);
  return claim('date-span', quote(track, deviation.start, deviation.end), holds, {
    wanted: forward ? toldIn(deviation.unit, stretch) : '',
    against: [due, done].map(({ start, end }) => quote(track, start, end)),
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
  const found = sentencesOf(track).flatMap((pieces) => deviationsIn(pieces).map((it) => ({ pieces, it })));
  if (found.length === 0) return [];
  const lengths = lengthsOf(track);
  return found.flatMap(({ pieces, it }) => byDates(track, pieces, it) ?? byLengths(track, it, lengths) ?? []);
}

/** Delays and advances that are not what the dates or lengths beside them show. */
export const deviations = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(tracks.flatMap(deviationsOf));
