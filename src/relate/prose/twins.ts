import { balance, closes } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import { between, type Cues } from './cues.js';
import { isAmount } from './grounds.js';
import { partsRelation } from './parts-relation.js';
import { unitsOf } from './quick-sum.js';
import { tracksOf, type Item, type Track } from './track.js';

/** What adds up beside a list in which everything was printed must add up too; but what is counted may be counted twice. */
const beside: Doubt = { status: 'ambiguous', reason: 'the parts may overlap or be only some of them', asks: true };

/** A list that holds by chance shows nothing: its total has so many units of its last place, or it has three parts. */
const leastUnits = 20;

/** The one item of a track between two places; undefined where there is none or more than one. */
function onlyBetween(track: Track, from: number, to: number): Item | undefined {
  const [item, ...others] = track.filter((it) => it.at > from && it.at < to);
  return others.length === 0 ? item : undefined;
}

/** Where the words that belong to the last part end: with its sentence, or its list. */
function endBehind(mentions: readonly Mention[], at: number, own: Track): number {
  const next = own.find((it) => it.at > at)?.at ?? mentions.length;
  const last = mentions[at];
  const end = mentions.findIndex((it, i) => i > at && (it.sentence !== last?.sentence || it.depth < last.depth));
  return Math.min(next, end < 0 ? mentions.length : end);
}

function startBefore(mentions: readonly Mention[], at: number, own: Track): number {
  const previous = own.findLast((it) => it.at < at)?.at ?? -1;
  const first = mentions[at];
  return Math.max(previous, mentions.findIndex((it) => it.sentence === first?.sentence) - 1);
}

/** The items of another track that stand each behind (or each before) its own figure of a list. */
function alongside(mentions: readonly Mention[], places: readonly number[], own: Track, track: Track): Item[][] {
  const behind = places.map((at, i) => onlyBetween(track, at, places[i + 1] ?? endBehind(mentions, at, own)));
  const before = places.map((at, i) => onlyBetween(track, places[i - 1] ?? startBefore(mentions, at, own), at));
  return [behind, before].flatMap((items) => {
    const found = items.filter((it) => it !== undefined);
    const same = found.every((it, i) => it.depth === (mentions[places[i] ?? -1]?.depth ?? -1));
    return found.length === places.length && same ? [found] : [];
  });
}

function sumOf([whole, ...parts]: readonly Item[]): SumRelation | null {
  if (!whole) return null;
  const terms = parts.map((it) => ({
    figure: it.figure,
    weight: it.weight === whole.weight ? (1 as const) : (-1 as const),
  }));
  const it = balance(whole.figure, terms);
  if (it === null || closes(it)) return null;
  return partsRelation(whole.figure, terms, beside);
}

/** Whether words or a bracket open a list behind its total. */
function isOpened(mentions: readonly Mention[], [total = 0, first = 0]: readonly number[], cues: Cues): boolean {
  const words = between(mentions, total, first);
  const deeper = (mentions[first]?.depth ?? 0) > (mentions[total]?.depth ?? 0);
  return deeper || cues.open.test(words) || cues.whole.test(words) || cues.view.test(words);
}

/** 48条、长11.2千米，其中干渠46条、长8.8千米…: where one list makes its total, a list beside it that does not. */
export function twinsIn({ mentions }: Passage, closings: readonly SumRelation[], cues: Cues): SumRelation[] {
  if (closings.length === 0) return [];
  const tracks = tracksOf([{ mentions }]);
  const placeOf = new Map(mentions.map((it, at) => [it.figure, at]));
  return closings.flatMap(({ total, terms }): SumRelation[] => {
    const places = [total, ...terms.map((it) => it.figure)].flatMap((it) => placeOf.get(it) ?? []);
    const rising = places.every((at, i) => i === 0 || at > (places[i - 1] ?? -1));
    if (!rising || places.length !== terms.length + 1) return [];
    if (!isOpened(mentions, places, cues)) return [];
    if (unitsOf(total) < leastUnits && terms.length < 3) return [];
    const own = tracks.find((track) => track.some((it) => it.figure === total)) ?? [];
    return tracks.flatMap((track): SumRelation[] => {
      if (track === own || track.some((it) => places.includes(it.at))) return [];
      return alongside(mentions, places, own, track).flatMap((items) =>
        items.every((it) => isAmount(mentions[it.at] ?? { before: '', subject: '' })) ? (sumOf(items) ?? []) : [],
      );
    });
  });
}
