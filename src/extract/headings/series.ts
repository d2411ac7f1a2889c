import { rankOf, type HeadingNumber } from './number.js';
import type { Form } from './shape.js';

/** A numbered line on the way to being judged a heading or an item of a list. */
export interface Numbered {
  /** Index among the document's items. */
  readonly at: number;
  readonly number: HeadingNumber;
  readonly form: Form;
  readonly title: string;
  /** Its look says heading: an outline level, a heading style, or type that stands out from the body's. */
  readonly looks: boolean;
  /** How it is set: its mark, by whom it is written and whether its look says heading. Members of a series mostly share it. */
  readonly dress: string;
  /** Something other than the next number of its kind stands behind it. */
  readonly leads: boolean;
  /** The first number of an inner kind stands behind it. */
  readonly opens: boolean;
}

/** Numbers of one kind that count on under one parent. */
export interface Series {
  /** How far in the kind usually stands. */
  readonly kindRank: number;
  /** How far in this series stands: as its kind does, or deeper where a series of an inner kind goes on behind it. */
  rank: number;
  readonly members: Numbered[];
  /** True when an outer series of the same kind goes on behind it: a list inside a section. */
  embedded: boolean;
}

/** Open series kept in view; beyond that, a restart closes what is deeper at once. */
const mostOpen = 40;

const last = (series: Series): HeadingNumber | undefined => series.members.at(-1)?.number;

/**
 * Sorts numbered lines into series. A number goes on with the nearest open series that waits for it and closes those inside. A restart
 * (一、 behind 12.) closes nothing until it is known what goes on: with 13., the restart was a list inside 12.; with 二、, it was not.
 */
export function seriesOf(lines: readonly Numbered[]): readonly Series[] {
  const all: Series[] = [];
  const open: Series[] = [];
  for (const line of lines) {
    const rank = rankOf(line.number);
    const home = findHome(open, rank, line);
    if (home) {
      closeInside(home, open.splice(open.indexOf(home) + 1));
      home.members.push(line);
      continue;
    }
    const restart = line.number.value === 1 && open.length < mostOpen;
    if (!restart) closeDeeper(open, rank);
    const series: Series = { kindRank: rank, rank, members: [line], embedded: false };
    all.push(series);
    open.push(series);
  }
  return all;
}

function closeDeeper(open: Series[], rank: number): void {
  while ((open.at(-1)?.kindRank ?? -1) > rank) open.pop();
  if (open.length >= mostOpen) open.shift();
}

/** What stood open inside a series that goes on was part of it, even where its kind usually stands further out. */
function closeInside(home: Series, inside: readonly Series[]): void {
  const ranks = new Map<number, number>();
  let floor = home.rank;
  for (const series of inside) {
    if (series.kindRank === home.kindRank) series.embedded = isList(series);
    if (series.kindRank >= home.kindRank && ranks.size === 0) continue;
    // of one kind, the later one is another list beside the earlier, not inside it
    series.rank = ranks.get(series.kindRank) ?? Math.max(series.kindRank, floor + 1);
    ranks.set(series.kindRank, series.rank);
    floor = series.rank;
  }
}

/** A stray number between two of an outer series is a slip of the author; a list starts at one and counts on. */
const isList = (series: Series): boolean => series.members.length > 1 && series.members[0]?.number.value === 1;

const samePrefix = (a: HeadingNumber, b: HeadingNumber): boolean =>
  a.path.slice(0, -1).join('.') === b.path.slice(0, -1).join('.');

function findHome(open: readonly Series[], rank: number, { number, dress }: Numbered): Series | undefined {
  if (number.value === 1) return undefined;
  const waits = (series: Series): HeadingNumber | undefined => {
    const before = series.kindRank === rank ? last(series) : undefined;
    return before && samePrefix(before, number) ? before : undefined;
  };
  const counting = open.filter((series) => waits(series)?.value === number.value - 1);
  const next = counting.findLast((series) => series.members.at(-1)?.dress === dress) ?? counting.at(-1);
  if (next) return next;
  const nearest = open.findLast((series) => waits(series) !== undefined);
  return nearest && number.value > (waits(nearest)?.value ?? 0) ? nearest : undefined;
}
