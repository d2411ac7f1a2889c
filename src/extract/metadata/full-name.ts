import type { KindRules } from '../../rulebook/kinds.js';
import { isPlace } from './agency-names.js';
import { placeOf } from './place.js';

const literalOf = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wide = '{1,6}?';

/** What a pattern finds most often in texts; of equals the first. */
function mostFrequent(texts: readonly string[], pattern: RegExp): string | null {
  const seen = new Map<string, number>();
  for (const text of texts) {
    for (const [found] of text.matchAll(pattern)) seen.set(found, (seen.get(found) ?? 0) + 1);
  }
  return [...seen].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What the name of an agency is completed from, all without white space. */
export interface Around {
  readonly title: string;
  readonly front: readonly string[];
  readonly texts: readonly string[];
}

/** `雁归镇` is its government where the text names that. */
function ofPlace(name: string, { front, texts }: Around, rules: KindRules): string {
  if (!isPlace(name, rules)) return name;
  return mostFrequent([...front, ...texts], new RegExp(`${literalOf(name)}${rules.governing.source}`, 'gu')) ?? name;
}

/** `市财政局` in full: the place stands at the start of the title, in the name of the congress, or before the same words in the text. */
function ofRank(name: string, { title, front, texts }: Around, rules: KindRules): string {
  const rank = rules.rank.exec(name)?.groups?.['rank'];
  if (rank === undefined) return name;
  const rest = name.slice(rank.length);
  const [titled] =
    new RegExp(`(?<=^(?:关于)?(?:\\d{4}年度?)?)${placeOf(rules, wide)}{0,2}?${placeOf(rules, wide, rank)}`, 'u').exec(
      title,
    ) ?? [];
  if (titled !== undefined) return titled + rest;
  const congress = front.flatMap((line) => rules.congress.exec(line)?.groups?.['place'] ?? []);
  const met = congress.find((place) => place.endsWith(rank));
  if (met !== undefined) return met + rest;
  return (
    mostFrequent(
      texts,
      new RegExp(`${placeOf(rules, wide)}{0,2}?${placeOf(rules, wide, rank)}${literalOf(rest)}`, 'gu'),
    ) ?? name
  );
}

/** The name with the places that a fuller printing elsewhere in the text puts before it. */
function asPrintedInFull(name: string, { texts }: Around, rules: KindRules): string {
  const places = `${placeOf(rules)}{1,3}`;
  return mostFrequent(texts, new RegExp(places + literalOf(name), 'gu')) ?? name;
}

/** `石泉路街道办事处` below `普陀区人民政府` on the cover. */
function ofBranch(name: string, { front }: Around, rules: KindRules): string {
  const whole = rules.branch.test(name) ? front.find((line) => line.endsWith(rules.government_name)) : undefined;
  return whole === undefined ? name : whole + name;
}

/** `雁归镇人民政府` with the county that the text puts it in: 雁归镇位于栖梧县西北部. */
function ofLowest(name: string, { texts }: Around, rules: KindRules): string {
  const place = rules.lowest.exec(name)?.groups?.['place'];
  if (place === undefined) return name;
  const lies = new RegExp(`${literalOf(place)}${rules.within.source}`, 'u');
  for (const text of texts) {
    const within = lies.exec(text)?.groups?.['place'];
    if (within !== undefined) return within + name;
  }
  return name;
}

/** An agency's name completed from what title and text print: its government, its place, the places before it. */
export function inFull(name: string, around: Around, rules: KindRules): string {
  const known = ofBranch(ofRank(ofPlace(name, around, rules), around, rules), around, rules);
  const printed = asPrintedInFull(known, around, rules);
  return printed === known ? ofLowest(known, around, rules) : printed;
}
