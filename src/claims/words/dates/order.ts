import { groupedBy } from '../../../model/grouped.js';
import type { Days } from '../../../model/calendar.js';
import type { Severity } from '../../../model/report.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { TimeTrack } from '../../../model/times.js';
import type { Times, TimeScope } from '../../../rulebook/times.js';
import { eventsOf, type Event } from './events.js';
import { claim, failingOrOne, quote, sentencesOf } from './pieces.js';

const scopes: readonly TimeScope[] = ['sentence', 'paragraph', 'document'];

/** So far back, in days, a date without a year may lie and mean the same year; farther it is the next. */
const sameYear = 185;

const daysOf = ({ moment: { from, to } }: Event): Days => ({
  first: from.days.first,
  last: (to ?? from).days.last,
});

const isSure = ({ moment: { yearFrom } }: Event): boolean => yearFrom === 'printed' || yearFrom === 'said';

/** Whether the whole of what should come first lies behind the other. */
function isReversed(earlier: Event, later: Event): boolean {
  const [a, b] = [daysOf(earlier), daysOf(later)];
  const supposed = (it: Event): boolean => it.moment.yearFrom === 'supposed';
  if (supposed(earlier) !== supposed(later)) return false;
  return a.first > b.last && ((isSure(earlier) && isSure(later)) || a.first - b.last <= sameYear);
}

const sameDays = (a: Event, b: Event): boolean =>
  daysOf(a).first === daysOf(b).first && daysOf(a).last === daysOf(b).last;

/** How many times of a repeated stage are held against others. */
const mostTimes = 12;

/** The events of a scope by stage; a stage that is dated in two ways is of two affairs and left out, unless it comes more than once. */
function byStage(events: readonly Event[], { repeated }: Times): ReadonlyMap<string, readonly Event[]> {
  const stages = new Map<string, Event[]>();
  for (const event of events) {
    for (const stage of event.stages) stages.set(stage, [...(stages.get(stage) ?? []).slice(0, mostTimes), event]);
  }
  const isOne = ([stage, [first, ...more]]: readonly [string, readonly Event[]]): boolean =>
    repeated.includes(stage) || more.every((it) => first !== undefined && sameDays(first, it));
  return new Map(
    [...stages].filter(isOne).map(([stage, all]) => [stage, repeated.includes(stage) ? all : all.slice(0, 1)]),
  );
}

interface Pair {
  readonly earlier: Event;
  readonly later: Event;
}

/** Of the events of a scope, two and two that a chain puts in order. */
function pairsOf(events: readonly Event[], scope: TimeScope, times: Times): Pair[] {
  if (events.length < 2) return [];
  const stages = byStage(events, times);
  const pairs: Pair[] = [];
  for (const { within, of } of times.chains) {
    if (scopes.indexOf(within) < scopes.indexOf(scope)) continue;
    const dated = of.map((stage) => stages.get(stage) ?? []);
    for (const [at, all] of dated.entries())
      for (const earlier of all)
        for (const later of dated.slice(at + 1).flat()) if (later !== earlier) pairs.push({ earlier, later });
  }
  return pairs;
}

/** One claim for each event that stands wrong: the one that most pairs are broken by is named first. */
function claimsOf(pairs: readonly Pair[], most: Severity | undefined): WordsRelation[] {
  const capped = most === undefined ? {} : { most };
  const exhibit = ({ track, start, end }: Event) => quote(track, start, end);
  const relation = (event: Event, others: readonly Event[], holds: boolean): WordsRelation =>
    claim('event-order', exhibit(event), holds, { against: others.map(exhibit), ...capped });
  let broken = pairs.filter(({ earlier, later }) => isReversed(earlier, later));
  const found = pairs
    .filter((it) => !broken.includes(it))
    .map(({ earlier, later }) => relation(later, [earlier], true));
  while (broken.length > 0) {
    const counts = new Map<Event, Set<Event>>();
    for (const { earlier, later } of broken) {
      counts.set(later, (counts.get(later) ?? new Set()).add(earlier));
      counts.set(earlier, (counts.get(earlier) ?? new Set()).add(later));
    }
    const [worst] = [...counts].sort(([, a], [, b]) => b.size - a.size);
    if (!worst) break;
    const [event, others] = worst;
    found.push(relation(event, [...others], false));
    broken = broken.filter(({ earlier, later }) => earlier !== event && later !== event);
  }
  return found;
}

const scopeKey = (scope: TimeScope, { track, moment }: Event): string =>
  scope === 'document' ? '' : scope === 'paragraph' ? track.block.id : `${track.block.id} ${moment.sentence}`;

/** Events that no affair puts in that order: a contract signed before the bids were opened. */
export function eventOrder(tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] {
  const events = tracks.flatMap((track) => sentencesOf(track).flatMap((it) => eventsOf(track, it)));
  const seen = new Set<string>();
  const idOf = ({ track, start }: Event): string => `${track.block.id}:${start}`;
  const isNew = ({ earlier, later }: Pair): boolean =>
    seen.size < seen.add([idOf(earlier), idOf(later)].join(' ')).size;
  return failingOrOne(
    scopes.flatMap((scope) => {
      const groups = groupedBy(events, (it) => scopeKey(scope, it));
      return [...groups.values()].flatMap((group) => {
        const pairs = pairsOf(group, scope, times).filter(isNew);
        return claimsOf(pairs, scope === 'document' ? 'review' : undefined);
      });
    }),
  );
}
