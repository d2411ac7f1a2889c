import { dense } from '../../model/dense.js';
import type { IdentityRules } from '../../rulebook/identity.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { valuesOf } from './field.js';
import { isOrganisation } from './is-organisation.js';
import { placeOf } from './place.js';
import type { Sources } from './sources.js';

const shortest = 2;
const longest = 60;

/** Text compared whatever its width and spaces. */
export const plain = (text: string): string => dense(text.normalize('NFKC'));

/** The first characters of a title that name a part of its organisation: the county of a bureau, the town whose office reports. */
function sharedStart(title: string, organisation: string): number {
  let length = 0;
  while (length < title.length && organisation.includes(title.slice(0, length + 1))) length++;
  return length < shortest ? 0 : length;
}

/** A title without the organisation that it names. */
function withoutOrganisation(title: string, organisation: string | null, rules: IdentityRules, kinds: KindRules) {
  let text = title;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(rules.leads, '');
    if (organisation !== null) text = text.replaceAll(organisation, '');
  }
  const head = text.slice(0, Math.max(0, text.search(rules.times)));
  if (head !== '' && isOrganisation(head, kinds)) text = text.slice(head.length);
  text = text.replace(new RegExp(`^(?:${rules.times.source})+`, 'u'), '').replace(rules.leads, '');
  return organisation === null ? text : text.slice(sharedStart(text, organisation));
}

/** Null for what says nothing of its own, and for a place and no more: whose report it is. */
function orNull(text: string, rules: IdentityRules, kinds: KindRules): string | null {
  if (text.length < shortest || text.length > longest || rules.nothing.test(text)) return null;
  return new RegExp(`^${placeOf(kinds)}+$`, 'u').test(text) ? null : text;
}

/** What is left of a title that is not the organisation, a time, or what reports of all kinds are called. */
function inTitle(title: string, organisation: string | null, rules: IdentityRules, kinds: KindRules): string | null {
  const everywhere = [rules.editions, rules.times, rules.themselves].map((it) => new RegExp(it.source, 'gu'));
  let text = withoutOrganisation(title.replace(/[“”"《》]/g, ''), organisation, rules, kinds);
  for (const words of everywhere) text = text.replace(words, '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(rules.tails, '').replace(rules.leads, '');
  }
  return orNull(text, rules, kinds);
}

/** The one project that the fields of a cover or form name; null where they name several. */
function inFields(sources: Sources, rules: IdentityRules, kinds: KindRules): string | null {
  for (const key of rules.subject_keys) {
    const values = valuesOf(sources, key, kinds.next_key).map(plain);
    const [only, ...others] = new Set(values.filter((it) => /\p{Script=Han}/u.test(it) && !rules.not_subject.test(it)));
    if (only !== undefined && others.length === 0) return orNull(only, rules, kinds);
  }
  return null;
}

/**
 * What a report is about besides its organisation and period: by its title, else, where it is of a kind about one project, by
 * its fields. Null where it says no such thing, as a report on the whole of an organisation does.
 */
export function subjectOf(
  title: string | null,
  organisation: string | null,
  fields: () => Sources | null,
  rules: IdentityRules,
  kinds: KindRules,
): string | null {
  const own = organisation === null ? null : plain(organisation);
  const titled = title === null ? null : inTitle(plain(title), own, rules, kinds);
  if (titled !== null) return titled;
  const sources = fields();
  return sources && inFields(sources, rules, kinds);
}
