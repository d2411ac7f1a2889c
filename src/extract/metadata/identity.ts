import { dense } from '../../model/dense.js';
import type { Document } from '../../model/document.js';
import type { Metadata } from '../../model/reading.js';
import type { Identity } from '../../model/report.js';
import type { IdentityRules } from '../../rulebook/identity.js';
import type { MetadataRules } from './find-metadata.js';
import { sourcesOf, type Sources } from './sources.js';
import { plain, subjectOf } from './subject.js';

type Said = Omit<Metadata, 'identity'>;

/** The year reported on with the part of it that the title names; several years where it names the first and the last. */
function periodOf({ title, reportYear }: Said, rules: IdentityRules): string | null {
  const text = plain(title ?? '');
  const [, first, last] = rules.years.exec(text) ?? [];
  if (first !== undefined && last !== undefined && first < last) return `${first}..${last}`;
  if (reportYear === null) return null;
  const part = rules.parts.find((it) => it.title.test(text));
  return part ? `${reportYear}-${part.id}` : String(reportYear);
}

/** Whose amounts words say that a report gives; null where they say neither, or both. */
function scopeIn(text: string, rules: IdentityRules): Identity['scope'] {
  if (rules.own_office.test(text)) return 'unit';
  const [department, unit] = [rules.department.test(text), rules.unit.test(text)];
  return department === unit ? null : department ? 'department' : 'unit';
}

/** By its title, else by the first line of the cover that says so. */
function scopeOf({ title, reportKind }: Said, sources: () => Sources, rules: IdentityRules): Identity['scope'] {
  if (reportKind === null || !rules.scoped.includes(reportKind)) return null;
  const titled = scopeIn(dense(title ?? ''), rules);
  if (titled !== null) return titled;
  for (const { dense: line } of sources().front) {
    const scope = scopeIn(line, rules);
    if (scope !== null) return scope;
  }
  return null;
}

/** Null where organisation, period or, for a report about one thing, the thing is not said: another may say as little. */
function keyOf(
  { organisation, title, reportKind: kind }: Said,
  { period, scope, subject }: Omit<Identity, 'key'>,
  rules: IdentityRules,
): string | null {
  if (organisation === null || kind === null || period === null) return null;
  const isProject = rules.projects.includes(kind);
  if (!rules.periodic.includes(kind) && !(isProject && subject !== null)) return null;
  const self = isProject && rules.by_itself.test(dense(title ?? '')) ? 'self' : null;
  return [plain(organisation), kind, period, scope, subject, self].map((part) => part ?? '').join(' | ');
}

/** Which of its organisation's reports a document is. */
export function identityOf(
  document: Document,
  said: Said,
  { headings, kinds, identity: rules }: MetadataRules & { readonly identity: IdentityRules },
): Identity {
  let known: Sources | undefined;
  const sources = (): Sources => (known ??= sourcesOf(document, headings));
  const { title, organisation, reportKind } = said;
  const isProject = reportKind !== null && rules.projects.includes(reportKind);
  const told = {
    period: periodOf(said, rules),
    scope: scopeOf(said, sources, rules),
    subject: subjectOf(title, organisation, () => (isProject ? sources() : null), rules, kinds),
    corrected: rules.corrected.test(dense(title ?? '')),
  };
  return { ...told, key: keyOf(said, told, rules) };
}
