import { dense } from '../../model/dense.js';
import type { KindRules, ReportKind } from '../../rulebook/kinds.js';
import { bare, isAdviser, isPlace, nameOnLine } from './agency-names.js';
import { evaluatedIn } from './evaluated.js';
import { valuesOf } from './field.js';
import { inFull } from './full-name.js';
import { isOrganisation } from './is-organisation.js';
import type { ShortName } from './short-names.js';
import type { Signature } from './signature.js';
import type { Fields, Sources } from './sources.js';
import { agencyInTitle, governmentInTitle, placeInTitle } from './titled.js';

/** 以下简称“我局”: what only the agency that reports calls itself. */
const ownWord = /^[我本][局办委院所站校馆处厅部队会司镇乡县区市街]|^本?(?:公司|单位|部门)$/u;

/** What the agency that reports is told from. */
export interface OrganisationCues {
  readonly sources: Sources;
  readonly title: string | null;
  readonly kind: ReportKind | undefined;
  readonly signature: Signature;
  readonly declared: readonly ShortName[];
}

/** Names printed behind keys, the most telling key first. */
const inFields = (fields: Fields, keys: readonly RegExp[], rules: KindRules): readonly string[] =>
  keys.flatMap((key) =>
    valuesOf(fields, key, rules.next_key).flatMap((value) => {
      const name = bare(value);
      return isOrganisation(name, rules) ? [name] : [];
    }),
  );

/** The value of the key that a kind of document has for it: of an invoice, the seller's name. */
function inOwnField(fields: Fields, kind: ReportKind | undefined, rules: KindRules): readonly string[] {
  if (!kind?.organisation) return [];
  const values = inFields(fields, [kind.organisation.key], rules);
  return kind.organisation.take === 'last' ? values.toReversed() : values;
}

/** Whom an auditor's report is addressed to: `某某股份有限公司全体股东：`. */
function addressed(lines: readonly string[], kind: ReportKind | undefined, rules: KindRules): readonly string[] {
  const { addressee } = kind ?? {};
  if (!addressee) return [];
  return lines.flatMap((line) => addressee.exec(dense(line))?.[1] ?? []).filter((name) => isOrganisation(name, rules));
}

/** Names that stand on lines of their own before the body; a line that ends in a colon names whom the report is for. */
const onCover = ({ front }: Sources, rules: KindRules): readonly string[] =>
  front.flatMap((line) => (/[:：]/u.test(line.dense) ? [] : (nameOnLine(line.text, rules) ?? [])));

/** `——2024年1月9日在某某县第十八届人民代表大会…会议上`, also where the line is broken: the government of the county. */
function governmentOfCongress(front: Sources['front'], rules: KindRules): string | null {
  const place = rules.congress.exec(front.map((line) => line.dense).join(''))?.groups?.['place'];
  return place === undefined ? null : place + rules.government_name;
}

/** A name, and whether its place says that it is of the one who reports, whoever else writes reports for others. */
interface Named {
  readonly name: string;
  readonly own: boolean;
}
const own = (names: readonly (string | null)[]): Named[] =>
  names.flatMap((name) => (name === null ? [] : [{ name, own: true }]));
const any = (names: readonly (string | null)[]): Named[] =>
  names.flatMap((name) => (name === null ? [] : [{ name, own: false }]));

/** The agencies that a report names for itself, from the most telling place on. */
function namesOf({ sources, title, kind, signature, declared }: OrganisationCues, rules: KindRules): readonly Named[] {
  const { cover, headers, opening, front } = sources;
  const titles = [...front.map((line) => line.dense), ...headers];
  const [keyed, alone] = [inFields(cover, rules.organisation_keys, rules), onCover(sources, rules)];
  const writers = [...keyed, ...alone, ...signature.names, ...inFields(sources, rules.adviser_keys, rules)];
  const advised = writers.some((name) => isAdviser(name, rules));
  return [
    ...own(inOwnField(sources, kind, rules)),
    ...own(addressed(opening, kind, rules)),
    ...any(keyed),
    ...own(title === null ? [] : [agencyInTitle(title, rules), governmentInTitle(title, rules)]),
    ...any(alone),
    ...own(titles.map((line) => agencyInTitle(line, rules))),
    ...any(advised ? evaluatedIn(opening, rules) : []),
    ...any(inFields(sources, rules.organisation_keys, rules)),
    ...any(inFields(sources, rules.other_organisation_keys, rules)),
    ...any(signature.names),
    ...any(headers.filter((text) => isOrganisation(text, rules))),
    ...any(declared.filter(({ short }) => ownWord.test(short)).map(({ full }) => full)),
    ...any(inFields(sources, rules.commissioner_keys, rules)),
    ...own(kind?.speaker === 'government' ? [governmentOfCongress(front, rules)] : []),
    ...any(title === null ? [] : [placeInTitle(title, rules)]),
  ];
}

/** The agency or company that reports or is evaluated, in full as far as the text prints it. */
export function organisationOf(cues: OrganisationCues, rules: KindRules): string | null {
  const { sources, title, declared } = cues;
  const names = namesOf(cues, rules);
  const agencies = names.filter(({ name }) => !isPlace(name, rules));
  const usual = agencies.find(({ name }) => cues.kind?.agency?.test(name));
  const found = (
    usual ??
    agencies.find((it) => it.own || !isAdviser(it.name, rules)) ??
    names.find(({ name }) => isPlace(name, rules)) ??
    names[0]
  )?.name;
  if (found === undefined) return null;
  const spelledOut = declared.find(({ short }) => short === found)?.full ?? found;
  const texts = [...sources.opening, ...sources.closing, ...sources.headers].map(dense);
  const front = sources.front.map((line) => line.dense);
  return inFull(spelledOut, { title: dense(title ?? ''), front, texts }, rules);
}
