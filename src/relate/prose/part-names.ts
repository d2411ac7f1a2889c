import { sameMeasure } from '../../model/printed.js';
import type { Mention } from '../../model/reading.js';
import type { Composition } from '../../rulebook/prose.js';
import type { Partition, Partitions } from '../../rulebook/partitions.js';
import { isLevel } from './cues.js';

/** What is known of names that stand beside each other. */
export interface NameRules {
  readonly compositions: readonly Composition[];
  readonly partitions: Partitions;
}

const isOneOf = (mention: Mention, names: readonly string[]): boolean =>
  names.some((name) => mention.subject.includes(name));

/** The entry with the longest word in a label; −1 where there is none. */
function entryOf(label: string, entries: readonly (readonly string[])[]): number {
  let [best, longest] = [-1, 0];
  entries.forEach((names, at) => {
    for (const name of names) if (name.length > longest && label.includes(name)) [best, longest] = [at, name.length];
  });
  return best;
}

/** Whether each part is named by an entry of its own. */
function distinct(parts: readonly Mention[], entries: readonly (readonly string[])[]): boolean {
  const places = parts.map((part) => entryOf(part.subject, entries));
  return places.every((at) => at >= 0) && new Set(places).size === places.length;
}

/** True when the labels are those of a whole whose parts the forms fix, and no part is left out. */
export function isComposition(
  whole: Mention,
  parts: readonly Mention[],
  compositions: readonly Composition[],
): boolean {
  return compositions.some((it) => {
    const rest = parts.filter((part) => !it.parts.some((names) => isOneOf(part, names)));
    return (
      isOneOf(whole, it.whole) &&
      it.parts.length === parts.length - rest.length &&
      it.parts.every((names) => parts.some((part) => isOneOf(part, names))) &&
      rest.every((part) => (it.optional ?? []).some((names) => isOneOf(part, names)))
    );
  });
}

/** Parts that the forms fix, some of them left out, as a report leaves out what is nothing: 三公 of 接待费 and 运行维护费. */
export const isPartOfComposition = (
  whole: Mention,
  parts: readonly Mention[],
  compositions: readonly Composition[],
): boolean => parts.length >= 2 && compositions.some((it) => isOneOf(whole, it.whole) && distinct(parts, it.parts));

function divides({ parts: entries, rare, needs }: Partition, parts: readonly Mention[]): boolean {
  if (parts.length < (entries.length === 0 ? 3 : 2) || !distinct(parts, [...entries, ...rare])) return false;
  const named = new Set(parts.map((part) => entryOf(part.subject, [...entries, ...rare])));
  return entries.every((_, at) => named.has(at)) && (!needs || parts.some((part) => isOneOf(part, needs)));
}

/** Whether the names of the parts exclude each other and together are everything: 行政编制、事业编制, “优”、“良”. */
export const isPartition = (parts: readonly Mention[], { partitions }: Partitions): boolean =>
  partitions.some((it) => divides(it, parts));

/** The same for names that need no word to open their list. */
export const isUnopenedPartition = (parts: readonly Mention[], { partitions }: Partitions): boolean =>
  partitions.some((it) => it.unopened === true && divides(it, parts));

/** Whether a part is named by what some of a total are, whatever else they may be. */
export const nameAttributes = (parts: readonly Mention[], { attributes }: Partitions): boolean =>
  parts.some((part) => isOneOf(part, attributes));

/** Parts of one kind (青石河、澜溪河) exclude each other. */
export function areAlike(parts: readonly Mention[], { kinds }: Partitions): boolean {
  const endIn = (endings: readonly string[]): boolean =>
    parts.every(({ subject }) => endings.some((ending) => subject.endsWith(ending)));
  const ending = parts[0]?.subject.slice(-2) ?? '';
  return (ending.length === 2 && endIn([ending, ending.slice(-1)])) || kinds.some(endIn);
}

/**
 * The parts that the forms fix for the whole at `at`, wherever they stand from `first` on; null unless each is found once and `listed`
 * has no part besides.
 */
export function composed(
  mentions: readonly Mention[],
  at: number,
  first: number,
  listed: readonly number[],
  compositions: readonly Composition[],
): readonly number[] | null {
  const whole = mentions[at];
  const head = mentions[first];
  if (!whole || !head) return null;
  for (const it of compositions) {
    if (!isOneOf(whole, it.whole) || !it.parts.some((names) => isOneOf(head, names))) continue;
    const placesOf = (names: readonly string[]): number[] =>
      mentions.flatMap((m, i) =>
        i >= first && isLevel(m) && m.depth === head.depth && sameMeasure(m.figure, head.figure) && isOneOf(m, names)
          ? [i]
          : [],
      );
    const places = it.parts.map(placesOf);
    const besides = (it.optional ?? []).map(placesOf).filter((own) => own.length === 1);
    const found = [...places, ...besides].flat().sort((a, b) => a - b);
    const last = found.at(-1) ?? first;
    if (places.every((own) => own.length === 1) && listed.every((i) => i > last || found.includes(i))) return found;
  }
  return null;
}

/** The levels of `levels` that a composition names as the whole of such a part, nearest first. */
export function composedOf(
  mentions: readonly Mention[],
  levels: readonly number[],
  part: Mention,
  compositions: readonly Composition[],
): number | undefined {
  const fitting = compositions.filter((it) => it.parts.some((names) => isOneOf(part, names)));
  return levels.find((at) => {
    const whole = mentions[at];
    return whole && fitting.some((it) => isOneOf(whole, it.whole));
  });
}
