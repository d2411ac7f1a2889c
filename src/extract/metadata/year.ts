import type { Heading } from '../../model/report.js';
import { dense } from '../../model/dense.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { isDate, yearIn } from './date.js';
import { valuesOf } from './field.js';
import type { Sources } from './sources.js';

/** What the year reported on is told from. */
export interface YearCues {
  readonly sources: Sources;
  readonly title: string | null;
  readonly headings: readonly Heading[];
  readonly filledOn: string | null;
  /** True for kinds that are of the year in which they are filed. */
  readonly filed: boolean;
}

const inTitle = /(?<!\d)((?:19|20)\d{2})(?!\d)/gu;

/** The year of a title: of a span its last, of two years the one whose budget or plan it brings, else the first. */
function yearOfTitle(title: string, rules: KindRules): number | null {
  const text = dense(title).normalize('NFKC');
  const years = [...text.matchAll(inTitle)].map((match) => ({ year: Number(match[0]), at: match.index }));
  const [first] = years;
  if (first === undefined) return yearIn(text);
  let last = first;
  let spanned = false;
  for (const next of years.slice(1)) {
    const behind = text.slice(next.at + 4);
    const one = spanned && rules.year_of_span.test(behind);
    spanned = rules.span.test(text.slice(last.at + 4, next.at));
    if (spanned || one || (next.year > first.year && rules.later_year.test(behind))) last = next;
  }
  return last.year;
}

function mostSpoken(texts: readonly string[], year: RegExp): number | null {
  const seen = new Map<number, number>();
  for (const text of texts) {
    for (const match of text.matchAll(year)) {
      const value = Number(match[1]);
      if (value >= 1900 && value < 2200) seen.set(value, (seen.get(value) ?? 0) + 1);
    }
  }
  return [...seen].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

/** Ways in which text speaks of the year it reports on, the plainest first. */
const spokenYears = [
  /(\d{4})年度/gu,
  /(\d{4})年12月31日/gu,
  /(\d{4})年/gu,
  /(?<!\d)((?:19|20)\d{2})(?=annual|budget|department|final|report)/giu,
];

/** The year reported on, not the year of filing: from its own field, the title, the cover, then what headings and text speak of most. */
export function yearOf({ sources, title, headings, filledOn, filed }: YearCues, rules: KindRules): number | null {
  const filing = filledOn === null ? null : Number(filledOn.slice(0, 4));
  const fields = rules.year_keys.flatMap((key) => valuesOf(sources, key, rules.next_key)).map(yearIn);
  const covers = sources.front
    .map((line) => line.dense)
    .filter((text) => /年度|年[^\d]*$/u.test(text) && !isDate(text))
    .map(yearIn);
  const texts = [...headings.map((it) => dense(it.title)), ...sources.headers, ...sources.opening.map(dense)];
  const told = [...fields, title === null ? null : yearOfTitle(title, rules), filed ? filing : null, ...covers];
  for (const year of told) if (year !== null) return year;
  for (const way of spokenYears) {
    const year = mostSpoken(texts, way);
    if (year !== null) return year;
  }
  return filing;
}
