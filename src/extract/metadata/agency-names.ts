import { dense } from '../../model/dense.js';
import type { KindRules } from '../../rulebook/kinds.js';
import { withoutDate } from './date.js';
import { isOrganisation } from './is-organisation.js';

/** Without what belongs to the form: a note in brackets behind the name (`（盖章）`), a year, the code before it (`219001-`). */
export const bare = (text: string): string =>
  text
    .replace(/^\d{3,}[-—－]?/u, '')
    .replace(/[（(](?:公章|盖章|签章|签字|全称|章|[印监]?制|编制|填报|填表)[）)]/gu, '')
    .replace(/(?:19|20)\d{2}年度?$/u, '')
    .replace(/[。，,;；：:]+$/u, '');

/** True for the name of those who write and sign reports on others. */
export const isAdviser = (name: string, rules: KindRules): boolean => rules.adviser.test(name);

/** True for the name of a place, which is at most short for its government. */
export const isPlace = (name: string, rules: KindRules): boolean => rules.place_alone.test(name);

const wideGap = /\t|[\s\u3000]{2,}/u;
const joint = /\t|\u3000|\s{2,}|、/u;

/** Where a second name begins with the place of the first: 某某市医疗保障局|某某市财政局. */
function placeAgain(text: string, { place_rank }: KindRules): number {
  const place = new RegExp(`^.{1,8}?${place_rank.source}`, 'u').exec(text)?.[0];
  return place === undefined ? -1 : text.indexOf(place, place.length + 1);
}

/** Two names that a line sets one behind the other, the second of the same place or of another's office. */
function firstOfTwo(text: string, rules: KindRules): string {
  const again = placeAgain(text, rules);
  const [one, other] = [text.slice(0, Math.max(0, again)), text.slice(again)];
  if (isOrganisation(one, rules) && isOrganisation(other, rules)) return one;
  for (const match of text.matchAll(rules.second_name)) {
    const head = text.slice(0, match.index);
    if (match.index > 0 && isOrganisation(head, rules) && isOrganisation(text.slice(match.index), rules)) return head;
  }
  return text;
}

/** The agency that a line of a cover or a signature names: alone, the first of several, beside a date, before its officer, behind the meeting it speaks to. */
export function nameOnLine(line: string, rules: KindRules): string | null {
  const signers = line.split(joint).map((part) => bare(dense(part)));
  if (signers.length > 1 && signers.every((name) => isOrganisation(name, rules))) return signers[0] ?? null;
  const parts = [line, ...line.trim().split(wideGap)].map((part) =>
    withoutDate(dense(part)).replace(rules.spoken_at, ''),
  );
  for (const part of parts) {
    const plain = bare(part);
    for (const name of [firstOfTwo(plain, rules), plain.replace(rules.officer, '')])
      if (isOrganisation(name, rules)) return name;
  }
  return null;
}
