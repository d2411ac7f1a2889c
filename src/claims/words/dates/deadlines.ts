import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { eventsOf, type Event } from './events.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** What by a date had to be done: 应于10月31日前完工. */
interface Due {
  readonly moment: Moment;
  readonly stages: readonly string[];
}

/** How many pieces behind a date say what was due by it. */
const reach = 5;

function duesIn(pieces: readonly TimePiece[]): Due[] {
  return pieces.flatMap((moment, at): Due[] => {
    if (moment.is !== 'moment' || moment.to || moment.inTitle || !moment.exists || !is(pieces[at + 1], 'by')) return [];
    const behind = pieces.slice(at + 1, at + 1 + reach);
    const end = behind.findIndex((it) => ['comma', 'semicolon', 'stop', 'moment'].includes(it.is));
    const words = end < 0 ? behind : behind.slice(0, end);
    const stages = words.flatMap((it) => (it.is === 'word' ? it.stages : []));
    return stages.length > 0 ? [{ moment, stages }] : [];
  });
}

/** What sentences say of how something kept its time; null where they say nothing, or both. */
export function verdictOf(pieces: readonly TimePiece[]): { readonly late: boolean; readonly piece: TimePiece } | null {
  const said = pieces.filter(
    (it, at) => is(it, 'punctual', 'early', 'late') && !is(pieces[at - 1], 'negated', 'planned'),
  );
  const kinds = new Set(said.map((it) => is(it, 'late')));
  const [piece] = said;
  return piece && kinds.size === 1 ? { late: is(piece, 'late'), piece } : null;
}

/** How many sentences from the deadline on the rest is told in. */
const sentencesOn = 2;

function deadlineClaim(
  track: TimeTrack,
  due: Due,
  done: readonly Event[],
  told: readonly TimePiece[],
): WordsRelation | null {
  const same = done.filter((it) => it.moment !== due.moment && it.stages.some((stage) => due.stages.includes(stage)));
  const [event] = same;
  const verdict = verdictOf(told);
  if (!event || same.length > 1 || !verdict || event.moment.to) return null;
  if ((event.moment.yearFrom === 'supposed') !== (due.moment.yearFrom === 'supposed')) return null;
  const [limit, day] = [due.moment.from.days, event.moment.from.days];
  const isLate = day.first > limit.last;
  if (!isLate && day.last > limit.last) return null;
  return claim('deadline-kept', quote(track, verdict.piece.start, verdict.piece.end), isLate === verdict.late, {
    against: [due.moment, event].map(({ start, end }) => quote(track, start, end)),
  });
}

/** What is said to have been in time, and by its dates was not; or late, and was in time. */
export function deadlines(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) => {
        const dues = duesIn(pieces);
        if (dues.length !== 1) return [];
        const near = sentences.slice(i, i + sentencesOn);
        const done = near.flatMap((it) => eventsOf(track, it));
        return dues.flatMap((due) => deadlineClaim(track, due, done, near.flat()) ?? []);
      });
    }),
  );
}
