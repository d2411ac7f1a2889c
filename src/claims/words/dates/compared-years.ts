import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { lastYearOf, yearOf } from './years.js';

const sameDays = (a: Moment, b: Moment): boolean =>
  a.from.grain === b.from.grain &&
  a.from.days.first === b.from.days.first &&
  (a.to ?? a.from).days.last === (b.to ?? b.from).days.last;

/** 比2023年减少: a date that something is compared with, and with nothing else of that date: 比2023年预算减少 is none. */
function comparedWith(pieces: readonly TimePiece[], at: number): Moment | null {
  const moment = pieces[at];
  if (moment?.is !== 'moment' || moment.inTitle) return null;
  const [word, behind] = [pieces[at - 1], pieces[at + 1]];
  const compares = is(word, 'compare') && is(behind, 'changed', 'same-period');
  return compares || (is(word, 'compare-with') && is(behind, 'same-period')) ? moment : null;
}

/** The dates of a sentence before a place that what is compared may be of, in its brackets or outside all. */
function before(pieces: readonly TimePiece[], at: number): Moment[] {
  const depth = pieces[at]?.depth ?? 0;
  return pieces
    .slice(0, at)
    .flatMap((it, i) =>
      it.is === 'moment' && !it.inTitle && it.depth <= depth && !is(pieces[i - 1], 'compare', 'compare-with')
        ? [it]
        : [],
    );
}

/** A period that is compared with itself, or with one that comes after it. */
function comparedClaim(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation | null {
  const base = comparedWith(pieces, at);
  if (!base) return null;
  const dates = before(pieces, at);
  const words = quote(track, pieces[at - 1]?.start ?? base.start, base.end);
  const own = dates.at(-1);
  if (!own) return null;
  if (own.from.grain !== base.from.grain) return null;
  const later = dates.some((it) => lastYearOf(it) > lastYearOf(base));
  // 2010年比2015年多: what came later is no base of a comparison, as a rule
  const ahead = base.yearFrom === 'printed' && !later && yearOf(base) > lastYearOf(own);
  const holds = !ahead && (later || !sameDays(own, base));
  return claim('self-compared', words, holds, {
    against: [quote(track, own.start, own.end)],
    ...(ahead ? { most: 'review' as const } : {}),
  });
}

/** By how many years a word lies from the year that the text stands in. */
function offsetOf(piece: TimePiece | undefined): number | null {
  return is(piece, 'last-year') ? -1 : is(piece, 'this-year') ? 0 : is(piece, 'coming-year') ? 1 : null;
}

/** 上年（2022年）: a year that a word has said already, against the year that the sentence is of. */
function appositionClaim(
  track: TimeTrack,
  pieces: readonly TimePiece[],
  at: number,
  reportYear: number | null,
): WordsRelation | null {
  const moment = pieces[at];
  if (moment?.is !== 'moment' || moment.yearFrom !== 'printed' || moment.to || moment.inTitle) return null;
  const inBrackets = pieces[at - 1]?.is === 'open' && pieces[at + 1]?.is === 'close';
  const word = pieces[at - (inBrackets ? 2 : 1)];
  const offset = offsetOf(word);
  if (offset === null || !word || (!inBrackets && offset === 0)) return null;
  // 始于2006年，今年（2023年）: this year is that of the text, whatever year stands before
  const own = offset === 0 ? undefined : before(pieces, at - 1).findLast((it) => it.yearFrom === 'printed');
  const year = own ? yearOf(own) : reportYear;
  if (year === null) return null;
  const wanted = String(year + offset);
  // 上年度（2022年度）结转的在2023年使用: the year that it is last year of may come behind
  const later = pieces.slice(at + 1).some((it) => it.is === 'moment' && yearOf(it) + offset === yearOf(moment));
  // a report year that is but another date of the sentence is none
  const foreign = offset === 0 && before(pieces, at - 1).some((it) => yearOf(it) === year);
  const holds = later || foreign || yearOf(moment) === year + offset;
  return claim('self-compared', quote(track, word.start, moment.end), holds, {
    wanted,
    against: own ? [quote(track, own.start, own.end)] : [],
    ...(own && offset === -1 ? {} : { most: 'review' as const }),
  });
}

/** Years that a comparison cannot be with. */
export function comparedYears(tracks: readonly TimeTrack[], reportYear: number | null): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) =>
        pieces.flatMap((piece, at) =>
          piece.is === 'moment'
            ? [comparedClaim(track, pieces, at), appositionClaim(track, pieces, at, reportYear)].filter(
                (it) => it !== null,
              )
            : [],
        ),
      ),
    ),
  );
}
