import type { Described, Spot } from '../../../model/description.js';
import type { WordsRelation } from '../../../model/relation.js';
import { civil } from '../../../model/calendar.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { anyOf } from '../../../rulebook/any-of.js';
import type { Times } from '../../../rulebook/times.js';
import { failingOrOne, is } from './pieces.js';

/** An average this many times greater or less than the period makes it is of something else. */
const farthest = 2.5;

/** A period as so many of what an average is held against. */
interface Period {
  readonly months: number;
  readonly days: number;
}

const monthOf = (day: number): number => civil(day).year * 12 + civil(day).month;

/** 截至8月底 from the beginning of the year, 1—8月, 上半年: the period of a date that ends with a month; null for days. */
function periodOf({ from, to }: Moment, asOf: boolean): Period | null {
  const last = to ?? from;
  if (from.grain === 'day' || last.grain === 'day') return null;
  const begin = asOf && !to ? civil(from.days.first).year * 12 + 1 : monthOf(from.days.first);
  const months = monthOf(last.days.last) - begin + 1;
  return { months, days: Math.ceil((months * 365) / 12) + 2 };
}

const year: Period = { months: 12, days: 366 };

/** Whether a date finer than a year stands before a place of a sentence, or the words that something began. */
const isWithin = (pieces: readonly TimePiece[], at: number): boolean =>
  pieces
    .slice(0, at)
    .some(
      (it) =>
        it.sentence === pieces[at]?.sentence &&
        ((it.is === 'moment' && it.from.grain !== 'year') || is(it, 'since', 'onward', 'begun', 'founded')),
    );

/** The last period that a sentence names before a place. */
function periodBefore(pieces: readonly TimePiece[], start: number, sentence: number): Period | null {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at];
    if (!piece || piece.start >= start) continue;
    if (piece.sentence !== sentence) return null;
    // 自4月开馆以来全年 is no whole year
    if (is(piece, 'whole-year')) return isWithin(pieces, at) ? null : year;
    if (piece.is === 'moment' && is(pieces[at + 1], 'until', 'onward', 'after', 'since')) return null;
    if (piece.is === 'moment' && !piece.inTitle) return periodOf(piece, is(pieces[at - 1], 'as-of'));
    if (piece.is === 'length' && is(pieces[at - 1], 'recent') && piece.unit === 'month')
      return { months: piece.number, days: piece.number * 31 };
  }
  return null;
}

/** The period that a total was counted in; null where the average names its own: 两个月月均12万元. */
function periodOfTotal({ pieces }: TimeTrack, { figure: total }: Spot, { figure: mean }: Spot): Period | null {
  const own = pieces.some(
    (it) => (it.is === 'length' || it.is === 'moment') && it.start > total.end && it.end <= mean.start,
  );
  const sentence = pieces.findLast((it) => it.start < total.start)?.sentence ?? -1;
  return own ? null : periodBefore(pieces, total.start, sentence);
}

const isTotal = (it: Spot, mean: Spot): boolean =>
  it.sentence === mean.sentence && it.each.length === 0 && it.dimension === mean.dimension && it.depth === mean.depth;
const isApart = ({ words }: Spot): boolean =>
  (['most', 'least', 'average', 'up', 'down', 'plan', 'about', 'partial'] as const).some((it) => words.lead.has(it));

/** On how many days of a year offices are open. */
const workdays = Array.from({ length: 15 }, (_, i) => 243 + i);
const isWhole = (it: number): boolean => it > 1 && Math.abs(it - Math.round(it)) < 1e-6;

/** Whether an average is what the total makes over the period; null where nothing tells. */
function holds(mean: Spot, total: Spot, { months, days }: Period, unit: string): boolean | null {
  const slack = Math.max(mean.half, mean.step / 2) / mean.value + total.half / total.value + 1e-9;
  const gone = total.value / mean.value;
  const fits = (number: number): boolean => Math.abs(gone / number - 1) <= slack;
  if (unit === 'month') {
    if (fits(months)) return true;
    return gone > months / farthest && gone < months * farthest ? false : null;
  }
  if (gone <= days) {
    if (fits(days - 1) || fits(days)) return true;
    return isWhole(total.value / (days - 1) / mean.step) && !workdays.some(fits) ? false : null;
  }
  if (fits(days) || gone > days * farthest) return fits(days) || null;
  return false;
}

function averageClaim(
  spots: readonly Spot[],
  mean: Spot,
  periodAt: (total: Spot, mean: Spot) => Period | null,
): WordsRelation | null {
  const [each, ...more] = mean.each;
  const [, unit] = /^duration (month|day)$/u.exec(each?.measure ?? '') ?? [];
  if (!each || more.length > 0 || unit === undefined || each.size !== 1 || mean.value <= 0) return null;
  if (['most', 'least', 'up', 'down', 'plan'].some((it) => mean.words.lead.has(it as 'most'))) return null;
  const totals = spots.filter((it) => it.at < mean.at && isTotal(it, mean) && it.value > mean.value);
  const [total] = totals;
  if (!total || isApart(total)) return null;
  const period = periodAt(total, mean);
  const named = totals.filter((it) => [...it.ownTerms].some((term) => mean.ownTerms.has(term)));
  const judged = period && (named.length > 0 ? named : totals).map((it) => holds(mean, it, period, unit));
  if (!period || !judged || judged.includes(null)) return null;
  const count = unit === 'month' ? period.months : period.days - 1;
  const wanted = String(
    Number((total.value / count / (mean.value / Number(mean.figure.number?.replace(/,/g, '')))).toPrecision(4)),
  );
  const isTrue = judged.includes(true);
  const against = [total.figure];
  return { kind: 'words', check: 'period-average', doubt: null, words: mean.figure, holds: isTrue, wanted, against };
}

/** Averages a month or day that the total beside them does not make over the period it was counted in: 截至8月底累计2,480件，月均248件. */
export function periodAverages({ times, tracks }: Described, { classes }: Times): readonly WordsRelation[] {
  const wholeYear = new RegExp(`(?:${anyOf(classes['whole-year'])})[^。！？!?]*$`, 'u');
  const byBlock = new Map(times.map((it) => [it.block.id as string, it]));
  return failingOrOne(
    tracks.flatMap(({ block, spots, text }) => {
      const told = byBlock.get(block);
      const periodAt = (total: Spot, mean: Spot): Period | null => {
        if (told) return periodOfTotal(told, total, mean);
        return wholeYear.test(text.slice(0, total.figure.start)) ? year : null;
      };
      return spots.flatMap((mean) => averageClaim(spots, mean, periodAt) ?? []);
    }),
  );
}
