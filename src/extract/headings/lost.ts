import { rankOf, writeNumber, type HeadingNumber } from './number.js';

/** What stands in the sequence of headings: one with its number, or a line that may have lost it. */
export type Token =
  | { readonly kind: 'numbered'; readonly number: HeadingNumber; readonly title: string; readonly alone: boolean }
  | {
      readonly kind: 'bare';
      readonly title: string;
      /** False where its look forbids it beside numbered headings. */
      readonly fits: (rank: number) => boolean;
      /** Extra doubt, in the unit of the costs below. */
      readonly doubt: number;
      readonly closing: boolean;
      /** The group of titles that stand side by side; null for none. */
      readonly companions: number | null;
    };

/** Costs of a reading of the sequence. A number that does not follow costs much more than a line read one way or the other. */
const cost = {
  missing: 4,
  mostMissing: 8,
  repeated: 3,
  restart: 2,
  /** Giving a line a number, in a document that shows no loss, and in one that does. */
  given: 1.5,
  givenWhenLossy: 0.6,
  /** Leaving a line bare where numbers are known to be lost. */
  bareWhenLossy: 1,
  alike: -1,
  unlikeForm: 0.5,
  sameKindAsBefore: -0.3,
  firstChild: 0.2,
} as const;
/** Readings kept at each step. */
const width = 48;
/** Characters that titles must share at one end to be siblings by wording. */
const sharedEnd = 4;
/** Titles of a kind that wording is compared with. */
const mostTitles = 64;

interface Frame {
  readonly rank: number;
  readonly like: HeadingNumber;
  readonly last: number;
  readonly titles: readonly string[];
  /** True when the last of the series stood on a line of its own. */
  readonly alone: boolean;
}
interface Reading {
  readonly cost: number;
  readonly frames: readonly Frame[];
  /** The kind that the nearest bare line was given, and its group of companions. */
  readonly before: { readonly rank: number; readonly companions: number | null } | null;
  readonly given: Chain | null;
}
/** A kind of number that the document uses. */
interface Kind {
  readonly like: HeadingNumber;
  readonly titles: readonly string[];
}
interface Chain {
  readonly at: number;
  readonly number: HeadingNumber;
  readonly previous: Chain | null;
}

function shared(a: string, b: string): number {
  let [head, tail] = [0, 0];
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++;
  while (tail < Math.min(a.length, b.length) && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return Math.max(head, tail);
}

const down = (frames: readonly Frame[], rank: number): readonly Frame[] => frames.filter((frame) => frame.rank <= rank);

function gapCost(frame: Frame | undefined, value: number): number {
  const expected = (frame?.last ?? 0) + 1;
  if (value === expected) return 0;
  if (value === 1) return cost.restart;
  return value > expected ? Math.min(cost.mostMissing, cost.missing * (value - expected)) : cost.repeated;
}

/** Opens or continues the series of a rank, closing what lies deeper. */
function advance(frames: readonly Frame[], next: Omit<Frame, 'titles'>, title: string): readonly Frame[] {
  const kept = down(frames, next.rank);
  const same = kept.find((frame) => frame.rank === next.rank);
  const titles = same && next.last > 1 ? [...same.titles.slice(-3), title] : [title];
  return [...kept.filter((frame) => frame.rank < next.rank), { ...next, titles }];
}

function readNumbered(reading: Reading, token: Extract<Token, { kind: 'numbered' }>): Reading {
  const rank = rankOf(token.number);
  const frame = reading.frames.find((it) => it.rank === rank);
  const next = { rank, like: token.number, last: token.number.value, alone: token.alone };
  return {
    ...reading,
    cost: reading.cost + gapCost(frame, token.number.value),
    frames: advance(reading.frames, next, token.title),
    before: null,
  };
}

function wording(
  token: Extract<Token, { kind: 'bare' }>,
  reading: Reading,
  rank: number,
  frame: Frame | undefined,
  kind: Kind,
): number {
  let sum = token.doubt;
  const outermost = reading.frames[0]?.rank;
  const peers = [...kind.titles, ...(frame?.titles ?? [])];
  if (peers.some((title) => shared(title, token.title) >= sharedEnd)) sum += cost.alike;
  if (frame && !frame.alone) sum += cost.unlikeForm;
  if (!frame) sum += cost.firstChild;
  if (token.closing && rank === outermost) sum += cost.alike / 2;
  const { before } = reading;
  if (before?.rank === rank) sum += cost.sameKindAsBefore;
  if (before && token.companions !== null && before.companions === token.companions)
    sum += before.rank === rank ? cost.alike / 2 : cost.unlikeForm;
  return sum;
}

/** Every way to number a bare line: as the next of an open series, or as the first of a deeper one. */
function readBare(
  reading: Reading,
  token: Extract<Token, { kind: 'bare' }>,
  at: number,
  kinds: ReadonlyMap<number, Kind>,
  lossy: boolean,
): Reading[] {
  const left: Reading = { ...reading, cost: reading.cost + (lossy ? cost.bareWhenLossy : 0) };
  const given = [...kinds].flatMap(([rank, kind]): Reading[] => {
    const frame = reading.frames.find((it) => it.rank === rank);
    if (!token.fits(rank)) return [];
    const value = (frame?.last ?? 0) + 1;
    const model = frame?.like ?? kind.like;
    const number = {
      ...model,
      value,
      path: [...model.path.slice(0, -1), value],
      text: writeNumber(model.kind, value, model.text),
    };
    return [
      {
        cost: reading.cost + (lossy ? cost.givenWhenLossy : cost.given) + wording(token, reading, rank, frame, kind),
        frames: advance(reading.frames, { rank, like: number, last: value, alone: true }, token.title),
        before: { rank, companions: token.companions },
        given: { at, number, previous: reading.given },
      },
    ];
  });
  return [left, ...given];
}

/** Equal futures need one reading only: the cheapest. */
function prune(readings: readonly Reading[]): readonly Reading[] {
  const best = new Map<string, Reading>();
  for (const reading of [...readings].sort((a, b) => a.cost - b.cost)) {
    const key = `${reading.frames.map((it) => `${it.rank}:${it.last}`).join(' ')}|${reading.before?.rank ?? ''}`;
    if (!best.has(key)) best.set(key, reading);
    if (best.size >= width) break;
  }
  return [...best.values()];
}

function cheapest(tokens: readonly Token[], lossy: boolean): ReadonlyMap<number, HeadingNumber> {
  const kinds = new Map<number, { like: HeadingNumber; titles: string[] }>();
  for (const token of tokens) {
    if (token.kind === 'bare' || token.number.kind === 'decimal') continue;
    const kind = kinds.get(rankOf(token.number)) ?? { like: token.number, titles: [] };
    kinds.set(rankOf(token.number), kind);
    if (kind.titles.length < mostTitles) kind.titles.push(token.title);
  }
  let readings: readonly Reading[] = [{ cost: 0, frames: [], before: null, given: null }];
  tokens.forEach((token, at) => {
    readings = prune(
      readings.flatMap((it) =>
        token.kind === 'numbered' ? [readNumbered(it, token)] : readBare(it, token, at, kinds, lossy),
      ),
    );
  });
  const given = new Map<number, HeadingNumber>();
  for (let link = readings[0]?.given ?? null; link; link = link.previous) given.set(link.at, link.number);
  return given;
}

/** True when the numbers as printed leave a gap that a lost one would explain. */
function hasGap(tokens: readonly Token[]): boolean {
  const last = new Map<number, number>();
  return tokens.some((token) => {
    if (token.kind === 'bare') return false;
    const rank = rankOf(token.number);
    const gap = token.number.value > (last.get(rank) ?? 0) + 1;
    for (const other of last.keys()) if (other > rank) last.delete(other);
    last.set(rank, token.number.value);
    return gap;
  });
}

/**
 * Numbers for lines that lost theirs (a text export drops what Word generated), by index among the tokens: the reading of the whole
 * sequence in which numbers follow each other best. Lines are given numbers only where a printed sequence has a gap for at least one.
 */
export function lostNumbers(tokens: readonly Token[]): ReadonlyMap<number, HeadingNumber> {
  if (!hasGap(tokens)) return new Map();
  const forced = cheapest(tokens, false);
  return forced.size === 0 ? forced : cheapest(tokens, true);
}
