import type { Document } from '../../model/document.js';
import type { Heading, Report } from '../../model/report.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { dense } from '../../model/dense.js';
import { dateIn, isDate, yearIn } from './date.js';
import { valuesOf } from './field.js';
import { kindOf } from './kind.js';
import { organisationOf } from './organisation.js';
import { shortNamesOf } from './short-names.js';
import { sourcesOf, type Sources } from './sources.js';
import { titleOf } from './title.js';

export type Metadata = Pick<Report, 'title' | 'organisation' | 'reportKind' | 'reportYear' | 'filledOn'>;
export interface MetadataRules {
  readonly headings: HeadingRules;
  readonly kinds: KindRules;
}

function first<T>(values: Iterable<T | null>): T | null {
  for (const value of values) if (value !== null) return value;
  return null;
}

/** The year reported on, not the year of filing: from its own field, the title, the cover, then what headings and text speak of most. */
function yearOf(
  sources: Sources,
  title: string | null,
  headings: readonly Heading[],
  filledOn: string | null,
  rules: KindRules,
): number | null {
  const named = rules.year_keys.flatMap((key) => valuesOf(sources, key, rules.next_key)).map(yearIn);
  const covers = sources.front
    .map((line) => line.dense)
    .filter((text) => /年度|年[^\d]*$/u.test(text) && !isDate(text));
  const spoken = [...headings.map((it) => dense(it.title)), ...sources.headers, ...sources.opening.map(dense)];
  return (
    first(named) ??
    yearIn(dense(title ?? '')) ??
    first(covers.map(yearIn)) ??
    mostSpoken(spoken, /(\d{4})年度/gu) ??
    mostSpoken(spoken, /(\d{4})年/gu) ??
    mostSpoken(spoken, /(?<!\d)((?:19|20)\d{2})(?=annual|budget|department|final|report)/giu) ??
    (filledOn === null ? null : Number(filledOn.slice(0, 4)))
  );
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

function filledOnOf(sources: Sources, rules: KindRules): string | null {
  const named = rules.date_keys.flatMap((key) => valuesOf(sources, key, rules.next_key)).map(dateIn);
  const signed = sources.closing.map(dense).filter(isDate).map(dateIn).reverse();
  const covers = sources.front
    .map((line) => line.dense)
    .filter(isDate)
    .map(dateIn);
  return first([...named, ...signed, ...covers]);
}

/** What the document is: title, agency, kind, the year it reports on and the day it was filled in; null for what it does not say. */
export function findMetadata(document: Document, headings: readonly Heading[], rules: MetadataRules): Metadata {
  const { kinds } = rules;
  const sources = sourcesOf(document, rules.headings);
  const title = titleOf(sources, kinds, (name) => rules.headings.title_style.test(name.toLowerCase().trim()));
  const filledOn = filledOnOf(sources, kinds);
  const texts = [...sources.opening, ...sources.headers].map(dense).concat(sources.rows.map((row) => row.join('')));
  const reportKind = kindOf(
    { title: dense(title ?? ''), headings: headings.map((it) => dense(it.title)), texts },
    kinds,
  );
  const kind = kinds.kinds.find((it) => it.id === reportKind);
  return {
    title,
    organisation: organisationOf(sources, title, kind, shortNamesOf(sources.opening, kinds), kinds),
    reportKind,
    reportYear: yearOf(sources, title, headings, filledOn, kinds),
    filledOn,
  };
}
