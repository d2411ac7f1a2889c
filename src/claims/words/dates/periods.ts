import type { WordsRelation } from '../../../model/relation.js';
import type { TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, is, quote, sentencesOf } from './pieces.js';
import { toldStretches, type ToldStretch } from './stretches.js';

interface Named {
  readonly track: TimeTrack;
  readonly stretch: ToldStretch;
}

type PeriodName = 'report-period' | 'plan-period';

const light = (piece: TimePiece): boolean =>
  is(piece, 'light', 'from', 'until', 'onward') ||
  piece.is === 'colon' ||
  piece.is === 'open' ||
  (piece.is === 'name' && piece.end - piece.start <= 2);

/** 统计期限为2022年9月1日至2023年8月31日; …的统计期内: a range with the name of its period right before or behind it. */
function isNamed(pieces: readonly TimePiece[], { first, last }: ToldStretch, name: PeriodName): boolean {
  let at = first - 1;
  for (let piece = pieces[at]; piece && light(piece); piece = pieces[--at]);
  if (is(pieces[at], name)) return true;
  at = last + 1;
  for (let piece = pieces[at]; piece && light(piece) && piece.is !== 'colon'; piece = pieces[++at]);
  return is(pieces[at], name);
}

const namedIn = (tracks: readonly TimeTrack[], name: PeriodName): Named[] =>
  tracks.flatMap((track) =>
    sentencesOf(track).flatMap((pieces) => {
      if (!pieces.some((it) => is(it, name))) return [];
      return toldStretches(pieces)
        .filter((it) => it.sure && isNamed(pieces, it, name))
        .map((stretch) => ({ track, stretch }));
    }),
  );

/** Ranges of years in the titles of works: 《…规划（2021—2025年）》. */
const titled = (tracks: readonly TimeTrack[]): Named[] =>
  tracks.flatMap((track) =>
    track.pieces.flatMap((it, at): Named[] =>
      it.is === 'moment' && it.inTitle && !it.isPlan && it.to && it.yearFrom === 'printed'
        ? [
            {
              track,
              stretch: { from: it.from, to: it.to, first: at, last: at, start: it.start, end: it.end, sure: true },
            },
          ]
        : [],
    ),
  );

const sameDays = ({ stretch: a }: Named, { stretch: b }: Named): boolean =>
  a.from.days.first === b.from.days.first && a.to.days.last === b.to.days.last;

/** The finest of a period is told by days, another time by months: only those told alike are held against each other. */
const alike = ({ stretch: a }: Named, { stretch: b }: Named): boolean =>
  a.from.grain === b.from.grain && a.to.grain === b.to.grain;

const cite = ({ track, stretch: { start, end } }: Named) => quote(track, start, end);

/** One period that a document tells twice, otherwise the second time; of three or more it has several. */
function drifts(named: readonly Named[]): WordsRelation[] {
  const [first, ...more] = named;
  if (!first || more.length === 0) return [];
  const others = more.filter((it) => !sameDays(first, it));
  const distinct = others.every((it) => others[0] && sameDays(others[0], it));
  const [other] = others;
  if (!other) return [claim('period-drift', cite(more[0] ?? first), true, { against: [cite(first)] })];
  if (!distinct || !alike(first, other)) return [];
  return [claim('period-drift', cite(other), false, { against: [cite(first)] })];
}

/** The period that a report covers, or that of the plan that it is about, told in two ways. */
export function periodDrifts(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  const plans = namedIn(tracks, 'plan-period');
  const works = titled(tracks);
  const [work] = works;
  // of one work alone a plan period is that of the document
  const ofWork = work && works.every((it) => sameDays(work, it)) ? [work] : [];
  const begun = plans.filter(
    (it) => ofWork.length === 0 || it.stretch.from.days.first === work?.stretch.from.days.first,
  );
  return [...drifts(namedIn(tracks, 'report-period')), ...drifts([...ofWork, ...begun])];
}
