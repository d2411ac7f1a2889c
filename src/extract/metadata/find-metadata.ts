import type { Document } from '../../model/document.js';
import type { Heading, Report } from '../../model/report.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { dense } from '../../model/dense.js';
import { filedOnOf } from './filed-on.js';
import { kindOf } from './kind.js';
import { organisationOf } from './organisation.js';
import { shortNamesOf } from './short-names.js';
import { signatureOf } from './signature.js';
import { sourcesOf } from './sources.js';
import { titleOf } from './title.js';
import { yearOf } from './year.js';

export type Metadata = Pick<Report, 'title' | 'organisation' | 'reportKind' | 'reportYear' | 'filledOn'>;
export interface MetadataRules {
  readonly headings: HeadingRules;
  readonly kinds: KindRules;
}

/** What the document is: title, agency, kind, the year it reports on and the day it was filled in; null for what it does not say. */
export function findMetadata(document: Document, headings: readonly Heading[], rules: MetadataRules): Metadata {
  const { kinds } = rules;
  const sources = sourcesOf(document, rules.headings);
  const title = titleOf(sources, kinds, (name) => rules.headings.title_style.test(name.toLowerCase().trim()));
  const signature = signatureOf(sources.closing, kinds);
  const filledOn = filedOnOf(sources, signature, kinds);
  const lines = [...sources.opening, ...sources.headers].map(dense);
  const texts = lines.concat(sources.rows.map((row) => row.join('')));
  const reportKind = kindOf(
    { title: dense(title ?? ''), headings: headings.map((it) => dense(it.title)), texts },
    kinds,
  );
  const kind = kinds.kinds.find((it) => it.id === reportKind);
  const declared = shortNamesOf(sources.opening, kinds);
  return {
    title,
    organisation: organisationOf({ sources, title, kind, signature, declared }, kinds),
    reportKind,
    reportYear: yearOf({ sources, title, headings, filledOn, filed: kind?.year === 'filed' }, kinds),
    filledOn,
  };
}
