import type { Placed, Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { failingOrOne, quoted, wordsRelation } from '../quoted.js';

const date = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})[日号]/g;
const period =
  /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日\s*(?:至|到|—|－|-|~|～)\s*((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/g;

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const exists = ([year, month, day]: readonly number[]): boolean =>
  month !== undefined && month >= 1 && month <= 12 && day !== undefined && day >= 1 && day <= daysIn(year ?? 0, month);

const numbers = (match: RegExpMatchArray): number[] => match.slice(1).map(Number);
/** A date as one number that orders as dates do. */
const order = ([year = 0, month = 0, day = 0]: readonly number[]): number => year * 10000 + month * 100 + day;

function datesIn({ block, heading }: Placed): WordsRelation[] {
  const days = [...block.text.matchAll(date)].map((match) =>
    wordsRelation('valid-date', quoted(block, match.index, match[0], heading), exists(numbers(match))),
  );
  const spans = [...block.text.matchAll(period)].map((match) => {
    const all = numbers(match);
    const holds = order(all.slice(0, 3)) <= order(all.slice(3));
    return wordsRelation('ordered-dates', quoted(block, match.index, match[0], heading), holds);
  });
  return [...days, ...spans];
}

const kindsOfYear = new Set(['final_dept', 'perf_dept', 'perf_project']);

/** Days that the calendar does not have, periods that end before they begin, reports filled in before their year was over. */
export function datesChecked({ paragraphs, metadata }: Reading): WordsRelation[] {
  const all = paragraphs.flatMap(datesIn);
  const found = ['valid-date', 'ordered-dates'].flatMap((check) =>
    failingOrOne(all.filter((it) => it.check === check)),
  );
  const { filledOn, reportYear, reportKind } = metadata;
  if (filledOn === null || reportYear === null || !kindsOfYear.has(reportKind ?? '')) return found;
  const [year = '', month = '', day = ''] = filledOn.split('-').map((it) => String(Number(it)));
  const printed = new RegExp(`${year}\\s*[年.-]\\s*0?${month}\\s*[月.-]\\s*0?${day}[日号]?`);
  const placed = paragraphs.findLast(({ block }) => printed.test(block.text));
  const words = placed && printed.exec(placed.block.text);
  if (!placed || !words) return found;
  const holds = filledOn >= `${reportYear}-07-01`;
  const exhibit = quoted(placed.block, words.index, words[0], placed.heading);
  return [...found, wordsRelation('filled-after-year', exhibit, holds, { wanted: `${reportYear}年度结束以后` })];
}
