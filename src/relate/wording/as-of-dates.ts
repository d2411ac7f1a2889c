import type { Placed, Reading } from '../../model/reading.js';
import type { Doubt, WordsRelation } from '../../model/relation.js';
import type { Wording } from '../../rulebook/wording.js';
import { failingOrOne, quoted, wordsRelation } from '../quoted.js';

/** Titles that name a year, against the year that the document reports on. */
export function titleYears({ paragraphs, metadata }: Reading, wording: Wording): WordsRelation[] {
  const { reportYear, reportKind } = metadata;
  if (reportYear === null || reportKind === null) return [];
  if (![...wording.accounts, ...wording.budgets].includes(reportKind)) return [];
  return paragraphs.flatMap(({ block, heading }): WordsRelation[] => {
    const [, printed] = (block.text.length <= 60 ? wording.titled_year.exec(block.text.trim()) : null) ?? [];
    if (printed === undefined) return [];
    const words = quoted(block, block.text.indexOf(`${printed}年`), `${printed}年`, heading);
    return [wordsRelation('title-year', words, Number(printed) === reportYear, { wanted: `${reportYear}年` })];
  });
}

const otherYear: Doubt = { status: 'ambiguous', reason: 'the sentence speaks of another year' };
const filledBefore: Doubt = { status: 'ambiguous', reason: 'the report was filled in before that day of its year' };

/** 截至2024年12月31日: the day by which an account states what is held, and the last of its year where none is printed. */
export function asOfDates({ paragraphs, metadata }: Reading, wording: Wording): WordsRelation[] {
  const { reportYear, reportKind, filledOn } = metadata;
  if (reportYear === null || !wording.accounts.includes(reportKind ?? '')) return [];
  const early = filledOn !== null && filledOn < `${reportYear}-12-31`;
  const dated: WordsRelation[] = [];
  const bare: WordsRelation[] = [];
  for (const { block, heading, sentence, match } of paragraphs.flatMap((it) => daysIn(it, wording))) {
    const [words, printed] = match;
    const exhibit = quoted(block, match.index, words, heading);
    const elsewhere = wording.other_year.test(sentence);
    if (printed === undefined) {
      const years = [...sentence.matchAll(/(?:19|20)\d{2}(?=年)/g)].map(Number);
      const doubt = elsewhere || years.some((it) => it !== reportYear) ? otherYear : early ? filledBefore : null;
      const given = doubt ? {} : ({ given: 'the year is not printed: it is taken to be the report’s' } as const);
      bare.push(wordsRelation('as-of-date', exhibit, doubt === null, { doubt, ...given }));
    } else if (wording.holdings.test(sentence)) {
      const wanted = words.replace(printed, String(reportYear));
      const doubt = elsewhere ? otherYear : null;
      dated.push(wordsRelation('as-of-date', exhibit, Number(printed) === reportYear, { wanted, doubt }));
    }
  }
  return [...dated, ...failingOrOne(bare)];
}

interface Day {
  readonly block: Placed['block'];
  readonly heading: string | null;
  readonly sentence: string;
  /** Group 1 is the year, where one is printed. */
  readonly match: RegExpExecArray;
}

function daysIn({ block, heading }: Placed, wording: Wording): Day[] {
  return [...block.text.matchAll(new RegExp(wording.as_of.source, 'gu'))].map((match) => ({
    block,
    heading,
    sentence: sentenceAt(block.text, match.index),
    match,
  }));
}

/** How far to either side of a day its sentence is read. */
const farthest = 300;

function sentenceAt(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - farthest), at);
  const after = text.slice(at, at + farthest);
  const end = after.indexOf('。');
  return before.slice(before.lastIndexOf('。') + 1) + (end < 0 ? after : after.slice(0, end));
}
