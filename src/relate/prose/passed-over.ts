import { sign } from '../../model/decimal.js';
import { balance, closes, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, Relation, SumRelation } from '../../model/relation.js';
import { between, isLevel } from './cues.js';

const things: ReadonlySet<string> = new Set(['count', 'dimension']);

/** Amounts divide amounts, and things things: what an item costs is no item beside it. */
const mayBeside = (a: Mention, b: Mention): boolean =>
  a.figure.kind === 'money' ? b.figure.kind === 'money' : [a, b].every((it) => things.has(it.figure.kind));

/** How far words set two figures apart. */
const rankOf = (words: string): number =>
  /[；;。]/.test(words) ? 3 : /[，,]/.test(words) ? 2 : /[、和与及]/.test(words) ? 1 : 0;

/** 长8.8千米 in 干渠46条，长8.8千米，支渠2条，长2.4千米: one such stands behind, or before, every member of the list. */
function isBesideEach(it: Mention, mentions: readonly Mention[], members: readonly number[]): boolean {
  const last = mentions[members.at(-1) ?? 0];
  const stands = (from: number, to: number | undefined): boolean =>
    mentions
      .slice(from, to)
      .some((other) => other.sentence === last?.sentence && isLevel(other) && sameMeasure(other.figure, it.figure));
  return (
    members.every((member, i) => stands(member + 1, members[i + 1])) ||
    members.every((member, i) => stands((members[i - 1] ?? -1) + 1, member))
  );
}

/** Whether a list has a member in a unit that cannot be added to the others, set apart as they are: 来信312件，来访408批，网上投诉566件. */
function passesOver(mentions: readonly Mention[], members: readonly number[]): boolean {
  const head = mentions[members[0] ?? 0];
  if (!head || members.length < 2) return false;
  const rank = Math.min(...members.slice(1).map((at, i) => rankOf(between(mentions, members[i] ?? 0, at))));
  // 3米 in D400*3米管涵17座 is not set apart from what stands behind it: it belongs to a name
  const apart = (it: Mention | undefined): boolean => it !== undefined && rankOf(it.lead) >= rank;
  return mentions
    .slice(members[0], members.at(-1))
    .some(
      (it, i, list) =>
        isLevel(it) &&
        it.depth === head.depth &&
        !sameMeasure(it.figure, head.figure) &&
        mayBeside(head, it) &&
        apart(it) &&
        apart(list[i + 1] ?? mentions[members.at(-1) ?? 0]) &&
        !isBesideEach(it, mentions, members),
    );
}

const incomplete: Doubt = { status: 'ambiguous', reason: 'the list may not be complete', asks: false };

function fallsShort({ total, terms }: SumRelation): boolean {
  const it = balance(total, terms);
  return it !== null && !closes(it) && sign(it.residual) > 0;
}

/**
 * The relations of running text, but that a list which left out a member in another unit need not make its total: where it falls short of
 * it, nobody is asked.
 */
export function openWherePassedOver<R extends Relation>(relations: readonly R[], passages: readonly Passage[]): R[] {
  const placeOf = new Map(
    passages.flatMap(({ mentions }) => mentions.map((it, at) => [it.figure, { mentions, at }] as const)),
  );
  return relations.map((relation) => {
    if (relation.kind !== 'sum' || !fallsShort(relation)) return relation;
    const places = relation.terms.flatMap(({ figure }) => placeOf.get(figure) ?? []);
    const [mentions, ...others] = new Set(places.map((it) => it.mentions));
    if (!mentions || others.length > 0 || places.length < relation.terms.length) return relation;
    const members = places.map((it) => it.at).sort((a, b) => a - b);
    return passesOver(mentions, members) ? { ...relation, doubt: incomplete } : relation;
  });
}
