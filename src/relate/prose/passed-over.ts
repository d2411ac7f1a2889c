import { sign } from '../../model/decimal.js';
import { balance, closes, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, Relation, SumRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

const things: ReadonlySet<string> = new Set(['count', 'dimension']);

/** Amounts divide amounts, and things things: what an item costs is no item beside it. */
const mayBeside = (a: Mention, b: Mention): boolean =>
  a.figure.kind === 'money' ? b.figure.kind === 'money' : [a, b].every((it) => things.has(it.figure.kind));

/** How far the words before a figure set it apart from the one before it. */
const rankOf = ({ lead }: Mention): number =>
  /[；;。]/.test(lead) ? 3 : /[，,]/.test(lead) ? 2 : /[、和与及]/.test(lead) ? 1 : 0;

/** 长8.8千米 in 干渠46条，长8.8千米，支渠2条，长2.4千米: one such stands behind, or before, every member of the list. */
function isBesideEach(it: Mention, mentions: readonly Mention[], members: readonly number[]): boolean {
  const last = mentions[members.at(-1) ?? 0];
  const between = (from: number, to: number | undefined): boolean =>
    mentions
      .slice(from, to)
      .some((other) => other.sentence === last?.sentence && isLevel(other) && sameMeasure(other.figure, it.figure));
  return (
    members.every((member, i) => between(member + 1, members[i + 1])) ||
    members.every((member, i) => between((members[i - 1] ?? -1) + 1, member))
  );
}

/** Whether a list has a member in a unit that cannot be added to the others, set apart as they are: 来信312件，来访408批，网上投诉566件. */
function passesOver(mentions: readonly Mention[], members: readonly number[]): boolean {
  const own = members.flatMap((at) => mentions[at] ?? []);
  const [head, ...others] = own;
  if (!head || others.length === 0) return false;
  const rank = Math.min(...others.map(rankOf));
  return mentions
    .slice(members[0], members.at(-1))
    .some(
      (it) =>
        isLevel(it) &&
        it.depth === head.depth &&
        !sameMeasure(it.figure, head.figure) &&
        mayBeside(head, it) &&
        rankOf(it) >= rank &&
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
